// A whole PNG of any size in few bytes: black all over, one bit a pixel.

import {deflateSync} from 'node:zlib'

/** Write a PNG of so many black pixels; all of them can be read. */
export function writeBlackPng(widthPx: number, depthPx: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(widthPx, 0)
  head.writeUInt32BE(depthPx, 4)
  head[8] = 1
  const rows = Buffer.alloc((Math.ceil(widthPx / 8) + 1) * depthPx)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
      toChunk('IHDR', head),
      toChunk('IDAT', deflateSync(rows)),
      toChunk('IEND', Buffer.alloc(0))
    ])
  )
}

function toChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(name, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc(chunk.subarray(4, -4)), chunk.length - 4)
  return chunk
}

// PNG, annex D.
function crc(bytes: Uint8Array): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) {
      value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
    }
  }
  return ~value >>> 0
}
