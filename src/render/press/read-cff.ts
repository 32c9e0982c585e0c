// Which characters (CIDs) the glyphs of a CFF table are (Adobe Technical Note
// 5176). In a PDF the codes of a CID-keyed font go through these; those of other
// CFF fonts are the glyphs themselves.

import {readOperands} from './read-cff-dict.ts'

/** Read the CID of each glyph; `undefined` where the font is not CID-keyed. */
export function readCids(cff: Uint8Array): Array<number> | undefined {
  const view = new DataView(cff.buffer, cff.byteOffset, cff.byteLength)
  const names = readIndex(view, view.getUint8(2))
  const tops = readIndex(view, names.end)
  const [top] = tops.items
  if (!top) return undefined
  const operands = readOperands(cff.subarray(top.start, top.end))
  if (!operands.has(registryOrderingSupplement)) return undefined

  const glyphCount = view.getUint16(operands.get(charStrings)?.[0] ?? 0)
  return readCharset(view, operands.get(charset)?.[0] ?? 0, glyphCount)
}

const charset = 15
const charStrings = 17
const registryOrderingSupplement = 1230

interface Index {
  items: Array<{start: number; end: number}>
  end: number
}

function readIndex(view: DataView, at: number): Index {
  const count = view.getUint16(at)
  if (count === 0) return {items: [], end: at + 2}
  const size = view.getUint8(at + 2)
  const data = at + 3 + (count + 1) * size - 1
  const readOffset = (index: number): number => {
    let value = 0
    for (let byte = 0; byte < size; byte++) {
      value = value * 256 + view.getUint8(at + 3 + index * size + byte)
    }
    return data + value
  }
  const items = Array.from({length: count}, (_, index) => ({
    start: readOffset(index),
    end: readOffset(index + 1)
  }))
  return {items, end: readOffset(count)}
}

function readCharset(
  view: DataView,
  offset: number,
  glyphCount: number
): Array<number> {
  // The predefined charsets are of fonts that are not CID-keyed.
  if (offset <= 2) return Array.from({length: glyphCount}, (_, id) => id)
  const cids = [0]
  const format = view.getUint8(offset)
  let at = offset + 1
  while (cids.length < glyphCount) {
    const first = view.getUint16(at)
    if (format === 0) {
      cids.push(first)
      at += 2
      continue
    }
    const more = format === 1 ? view.getUint8(at + 2) : view.getUint16(at + 2)
    for (let index = 0; index <= more; index++) cids.push(first + index)
    at += format === 1 ? 3 : 4
  }
  return cids.slice(0, glyphCount)
}
