// Where upright glyphs hang: the height of their vertical origin over the
// baseline, from the same tables as shapers read it (OpenType 1.9: VORG, vmtx).

import {openGlyphPlaces} from '../type/type.ts'
import {findFontTable} from './find-font-table.ts'

/** Find the height of a glyph's vertical origin, over the em. */
export type VerticalOriginOf = (glyphId: number) => number

/** Read the vertical origins of a TrueType or OpenType file. */
export function readVerticalOrigins(file: Uint8Array): VerticalOriginOf {
  const unitsPerEm = findFontTable(file, 'head').getUint16(18)
  const ascent = findFontTable(file, 'hhea').getInt16(4)
  const read = readVorg(file) ?? readVmtx(file) ?? (() => ascent)
  return (glyphId) => read(glyphId) / unitsPerEm
}

function readVorg(file: Uint8Array): VerticalOriginOf | undefined {
  const table = find(file, 'VORG')
  if (!table) return undefined
  const origins = new Map<number, number>()
  const count = table.getUint16(6)
  for (let index = 0; index < count; index++) {
    const at = 8 + index * 4
    origins.set(table.getUint16(at), table.getInt16(at + 2))
  }
  const usual = table.getInt16(4)
  return (glyphId) => origins.get(glyphId) ?? usual
}

// The top of the outline and the white over it.
function readVmtx(file: Uint8Array): VerticalOriginOf | undefined {
  const metrics = find(file, 'vmtx')
  const head = find(file, 'vhea')
  const glyphs = find(file, 'glyf')
  const places = find(file, 'loca')
  if (!metrics || !head || !glyphs || !places) return undefined
  const placeOf = openGlyphPlaces(places, findFontTable(file, 'head'))
  const ascent = findFontTable(file, 'hhea').getInt16(4)
  const longCount = head.getUint16(34)

  return function (glyphId) {
    const {endByte, startByte} = placeOf(glyphId)
    if (endByte === startByte) return ascent
    const bearing =
      glyphId < longCount
        ? metrics.getInt16(glyphId * 4 + 2)
        : metrics.getInt16(longCount * 4 + (glyphId - longCount) * 2)
    return glyphs.getInt16(startByte + 8) + bearing
  }
}

function find(file: Uint8Array, tag: string): DataView | undefined {
  try {
    return findFontTable(file, tag)
  } catch {
    return undefined
  }
}
