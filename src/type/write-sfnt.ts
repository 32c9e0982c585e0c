// A font file of tables (OpenType 1.9, “Organization of an OpenType Font”).

import type {Reserve} from '../model/disk.ts'
import {toView} from './read-sfnt.ts'

/** How to write a font file. */
export interface SfntOptions {
  /** Checksums of a file whose tables these are (default: set right). */
  checksums?: ReadonlyMap<string, number>
  /** Make room for it (default: room of its own). */
  reserve?: Reserve | undefined
}

/** Write tables as a file. */
export function writeSfnt(
  version: number,
  tables: ReadonlyMap<string, Uint8Array>,
  {checksums, reserve}: SfntOptions = {}
): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const {length: count} = entries
  let offset = 12 + count * 16
  const places = entries.map(([, value]) => {
    const place = offset
    offset += Math.ceil(value.length / 4) * 4
    return place
  })

  const bytes = reserve?.(offset) ?? new Uint8Array(offset)
  const view = toView(bytes)
  const power = 2 ** Math.floor(Math.log2(count))
  view.setUint32(0, version)
  view.setUint16(4, count)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, (count - power) * 16)
  for (const [index, [tag, value]] of entries.entries()) {
    const place = places[index] ?? 0
    bytes.set(value, place)
    // Room that was made for it may hold something.
    bytes.fill(0, place + value.length, places[index + 1] ?? offset)
    if (tag === 'head' && !checksums) view.setUint32(place + 8, 0)
    const record = 12 + index * 16
    for (const at of [0, 1, 2, 3]) bytes[record + at] = tag.charCodeAt(at)
    const checksum = checksums?.get(tag) ?? sum(bytes, place, value.length)
    view.setUint32(record + 4, checksum)
    view.setUint32(record + 8, place)
    view.setUint32(record + 12, value.length)
  }
  const head = places[entries.findIndex(([tag]) => tag === 'head')]
  if (head !== undefined && !checksums) {
    view.setUint32(head + 8, (0xb1b0afba - sum(bytes, 0, bytes.length)) >>> 0)
  }
  return bytes
}

function sum(bytes: Uint8Array, start: number, length: number): number {
  const view = toView(bytes)
  let total = 0
  for (let at = start; at < start + length; at += 4) {
    total = (total + view.getUint32(at)) >>> 0
  }
  return total
}
