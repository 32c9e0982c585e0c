// What a bag says of itself.

import type {BagName, Shelf} from '../model/shelf.ts'
import {hashValue, unescapePath} from './make-bag.ts'

/** A line of a manifest. */
export interface ManifestLine {
  path: string
  hash: string
}

/**
 * Read a manifest; lines that are none are given back as they are. Ours are in
 * small letters: a capital is a flipped bit.
 */
export function parseManifest(text: string): {
  lines: Array<ManifestLine>
  faults: Array<string>
} {
  const lines: Array<ManifestLine> = []
  const faults: Array<string> = []
  for (const line of text.split(/\r?\n|\r/)) {
    if (line === '') continue
    const match = /^([\da-f]{64})[ \t]+(.+)$/.exec(line)
    if (match) {
      lines.push({
        hash: match[1] ?? '',
        path: unescapePath(match[2] ?? '')
      })
    } else faults.push(line)
  }
  return {lines, faults}
}

/** Read `bag-info.txt`. */
export function parseInfo(text: string): Map<string, string> {
  const info = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const match = /^([^:\s][^:]*):\s?(.*)$/.exec(line)
    if (match) info.set(match[1] ?? '', match[2] ?? '')
  }
  return info
}

/** Read a text file of a bag; empty where there is none. */
export async function readText(
  shelf: Pick<Shelf, 'readFile'>,
  bag: BagName,
  path: string
): Promise<string> {
  const value = await shelf.readFile(bag, path)
  return value ? new TextDecoder().decode(value) : ''
}

/** Read a JSON file of a bag. */
export async function readJson(
  shelf: Shelf,
  bag: BagName,
  path: string
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const value: unknown = JSON.parse(await readText(shelf, bag, path))
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether a value is an object with keys. */
export function isRecord(
  value: unknown
): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Hash a bag's tag manifest, which stands for every byte of the bag. */
export async function readTagHash(shelf: Shelf, bag: BagName): Promise<string> {
  return hashValue(await readText(shelf, bag, 'tagmanifest-sha256.txt'))
}

/** Write a bag's name: `today/v1`. */
export function nameBag({issueId, version}: BagName): string {
  return `${issueId}/v${version}`
}

/** List every bag, or those of one issue, oldest version first. */
export async function listBags(
  shelf: Shelf,
  issueId?: string
): Promise<Array<BagName>> {
  const bags: Array<BagName> = []
  const issues = issueId === undefined ? await shelf.listIssues() : [issueId]
  for (const id of issues) {
    for (const version of await shelf.listVersions(id)) {
      bags.push({issueId: id, version})
    }
  }
  return bags
}
