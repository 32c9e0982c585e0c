// A zip whose files are stored as they are, so that readers can fetch any part
// of any file (which WACZ asks for), and whose bytes are the same every time.
// Limits: less than 4 GB in all, and 65,535 files.

import {crc32} from 'node:zlib'

/** The first day a zip can name. */
const date = (1 << 5) | 1

/** Zip files, in their order. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Array<Uint8Array> = []
  const entries: Array<Uint8Array> = []
  let offset = 0
  for (const [path, value] of files) {
    const name = Buffer.from(path)
    const facts = toFacts(name, value)
    const local = Buffer.concat([toUint32(0x04034b50), facts, name])
    const entry = Buffer.concat([
      toUint32(0x02014b50),
      toUint16(20),
      facts,
      // No comment, first disk, no attributes.
      Buffer.alloc(10),
      toUint32(offset),
      name
    ])
    parts.push(local, value)
    entries.push(entry)
    offset += local.byteLength + value.byteLength
  }
  const directory = Buffer.concat(entries)
  if (offset + directory.byteLength > 0xffffffff || files.size > 0xffff) {
    throw new RangeError('Unexpected zip of 4 GB or more, expected less')
  }
  const end = Buffer.concat([
    toUint32(0x06054b50),
    Buffer.alloc(4),
    toUint16(files.size),
    toUint16(files.size),
    toUint32(directory.byteLength),
    toUint32(offset),
    toUint16(0)
  ])
  return Buffer.concat([...parts, directory, end])
}

/** What both the file and the directory say: names are UTF-8, nothing is packed. */
function toFacts(name: Uint8Array, value: Uint8Array): Buffer {
  return Buffer.concat([
    toUint16(20),
    toUint16(1 << 11),
    toUint16(0),
    toUint16(0),
    toUint16(date),
    toUint32(crc32(value)),
    toUint32(value.byteLength),
    toUint32(value.byteLength),
    toUint16(name.byteLength),
    toUint16(0)
  ])
}

function toUint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function toUint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
