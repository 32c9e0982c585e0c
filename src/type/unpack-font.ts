// Fonts packed for the web, unpacked: to what shapers and subsetters read.
//
// WOFF is the tables of a font, each deflated by itself (W3C, WOFF File Format
// 1.0, 3–5), which zlib does in a tenth of the time that WOFF2 takes.

import {promisify} from 'node:util'
import {inflate} from 'node:zlib'
import type {Reserve} from '../model/disk.ts'
import {toView} from './read-sfnt.ts'
import {writeSfnt} from './write-sfnt.ts'

/** How much larger deflate can make things: what a header says may be more. */
const mostRatio = 1032

const inflateTable = promisify(inflate)

/** Writes a font that was unpacked, into room made for it (default: its own). */
export type WriteFont = (reserve?: Reserve) => Uint8Array

/** Unpack a WOFF or WOFF2; what is not packed is given back. */
export async function unpackFont(value: Uint8Array): Promise<Uint8Array> {
  const write = await inflateFont(value)
  return write()
}

/** Unpack a WOFF or WOFF2, to be written when there is room for it. */
export async function inflateFont(value: Uint8Array): Promise<WriteFont> {
  switch (String.fromCharCode(...value.subarray(0, 4))) {
    case 'wOFF':
      return inflateWoff(value)
    case 'wOF2': {
      const {unpackFace} = await import('./subset-face.ts')
      const unpacked = await unpackFace(value)
      return () => unpacked
    }
    default:
      return () => value
  }
}

async function inflateWoff(value: Uint8Array): Promise<WriteFont> {
  const view = toView(value)
  const tables = new Map<string, Uint8Array>()
  const checksums = new Map<string, number>()
  const tableCount = view.getUint16(12)
  for (let index = 0; index < tableCount; index++) {
    const record = 44 + index * 20
    const tag = String.fromCharCode(...value.subarray(record, record + 4))
    const start = view.getUint32(record + 4)
    const packedLength = view.getUint32(record + 8)
    const length = view.getUint32(record + 12)
    const packed = value.subarray(start, start + packedLength)
    const table =
      packedLength < length
        ? await inflateTable(packed, {
            chunkSize: Math.max(64, Math.min(length, packedLength * mostRatio)),
            maxOutputLength: Math.max(1, length)
          })
        : packed
    if (table.length !== length) {
      throw new Error(
        `Unexpected \`${table.length}\` bytes in table \`${tag}\` of a WOFF, expected \`${length}\``
      )
    }
    tables.set(tag, table)
    checksums.set(tag, view.getUint32(record + 16))
  }
  const version = view.getUint32(4)
  return (reserve) => writeSfnt(version, tables, {checksums, reserve})
}
