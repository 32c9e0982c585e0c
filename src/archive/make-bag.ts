// A bag: BagIt 1.0 (RFC 8493) with SHA-256. Payload in, all files out; the same
// payload gives the same bag.

import {createHash} from 'node:crypto'

/** Files by their path. */
export type Files = ReadonlyMap<string, Uint8Array | string>

/** Make a bag of a payload; `info` is what `bag-info.txt` says, in order. */
export function makeBag(
  payload: Files,
  info: ReadonlyArray<readonly [string, string]>
): Map<string, Uint8Array | string> {
  const bag = new Map<string, Uint8Array | string>()
  const sorted = [...payload].sort(([a], [b]) => (a < b ? -1 : 1))
  let byteCount = 0
  for (const [path, value] of sorted) {
    bag.set(`data/${path}`, value)
    byteCount += toBytes(value).byteLength
  }
  const tags = makeTags(toManifest(bag), [
    ...info,
    ['Payload-Oxum', `${byteCount}.${payload.size}`]
  ])
  return new Map([...bag, ...tags])
}

/** Make what stands beside the payload of a bag, of the payload's manifest. */
export function makeTags(
  manifest: string,
  info: ReadonlyArray<readonly [string, string]>
): Map<string, string> {
  const tags = new Map<string, string>([
    [
      'bag-info.txt',
      info.map(([name, value]) => `${name}: ${toLine(value)}\n`).join('')
    ],
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['manifest-sha256.txt', manifest]
  ])
  return tags.set('tagmanifest-sha256.txt', toManifest(tags))
}

/** Hash a value: SHA-256, in hex. */
export function hashValue(value: Uint8Array | string): string {
  return createHash('sha256').update(value).digest('hex')
}

function toManifest(files: Files): string {
  return [...files]
    .map(([path, value]) => toManifestLine(path, hashValue(value)))
    .join('')
}

/** Write a line of a manifest. */
export function toManifestLine(path: string, hash: string): string {
  return `${hash}  ${escapePath(path)}\n`
}

// RFC 8493, 2.1.3: only these are escaped.
function escapePath(path: string): string {
  return path
    .replaceAll('%', '%25')
    .replaceAll('\n', '%0A')
    .replaceAll('\r', '%0D')
}

/** Read a path from a manifest. */
export function unescapePath(path: string): string {
  return path
    .replaceAll(/%0A/gi, '\n')
    .replaceAll(/%0D/gi, '\r')
    .replaceAll('%25', '%')
}

function toLine(value: string): string {
  return value.replaceAll(/\s+/g, ' ').trim()
}

function toBytes(value: Uint8Array | string): Uint8Array {
  return typeof value === 'string' ? Buffer.from(value) : value
}
