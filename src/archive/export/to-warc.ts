// WARC 1.1: web documents as a browser would have got them, each packed by
// itself, and where each begins.

import {createHash} from 'node:crypto'
import {gzipSync} from 'node:zlib'

/** A document of the web. */
export interface WebDocument {
  url: string
  mediaType: string
  value: Uint8Array
}

/** A record in the file. */
export interface WarcEntry extends WebDocument {
  /** `sha256:` and the digest of the document in base 32. */
  digest: string
  offset: number
  byteCount: number
}

/** What a file of records is made from. */
export interface WarcRequest {
  documents: ReadonlyArray<WebDocument>
  /** Moment of all records: `2026-06-02T00:00:00Z`. */
  moment: string
  fileName: string
  /** What is said of the whole, by name. */
  info: ReadonlyArray<readonly [string, string]>
}

/** Write documents as a WARC file. */
export function toWarc(request: WarcRequest): {
  value: Uint8Array
  entries: Array<WarcEntry>
} {
  const {documents, fileName, info, moment} = request
  const about = info.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const parts = [
    pack(
      [
        ['WARC-Type', 'warcinfo'],
        ['WARC-Date', moment],
        ['WARC-Filename', fileName],
        ['WARC-Record-ID', toRecordId(`${fileName}\n${about}`)],
        ['Content-Type', 'application/warc-fields']
      ],
      Buffer.from(about)
    )
  ]
  let offset = parts[0]?.byteLength ?? 0
  const entries: Array<WarcEntry> = []
  for (const document of documents) {
    const {mediaType, url, value} = document
    const head = `HTTP/1.1 200 OK\r\nContent-Type: ${mediaType}\r\nContent-Length: ${value.byteLength}\r\n\r\n`
    const block = Buffer.concat([Buffer.from(head), value])
    const digest = toDigest(value)
    const part = pack(
      [
        ['WARC-Type', 'response'],
        ['WARC-Target-URI', url],
        ['WARC-Date', moment],
        ['WARC-Payload-Digest', digest],
        ['WARC-Block-Digest', toDigest(block)],
        ['WARC-Record-ID', toRecordId(`${url}\n${moment}\n${digest}`)],
        ['Content-Type', 'application/http; msgtype=response']
      ],
      block
    )
    parts.push(part)
    entries.push({...document, digest, offset, byteCount: part.byteLength})
    offset += part.byteLength
  }
  return {value: Buffer.concat(parts), entries}
}

function pack(
  fields: ReadonlyArray<readonly [string, string]>,
  block: Uint8Array
): Uint8Array {
  const lines = [
    'WARC/1.1',
    ...fields.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${block.byteLength}`
  ]
  return gzipSync(
    Buffer.concat([
      Buffer.from(`${lines.join('\r\n')}\r\n\r\n`),
      block,
      Buffer.from('\r\n\r\n')
    ])
  )
}

/** Name a record by what it is: a UUID of the name-based kind (RFC 9562, 5.8). */
function toRecordId(name: string): string {
  const hash = createHash('sha256').update(name).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32)
  ]
  return `<urn:uuid:${parts.join('-')}>`
}

function toDigest(value: Uint8Array): string {
  return `sha256:${toBase32(createHash('sha256').update(value).digest())}`
}

/** RFC 4648, 6. */
function toBase32(bytes: Uint8Array): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += letters[(value >> (bits - 5)) & 31] ?? ''
      bits -= 5
    }
    value &= (1 << bits) - 1
  }
  if (bits > 0) text += letters[(value << (5 - bits)) & 31] ?? ''
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=')
}
