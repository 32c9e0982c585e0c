// Advances of a font file, straight from its `hmtx` table.
//
// Painters place every glyph themselves; to know how much space to add after
// one, they need the advance the face gives it, before kerning. That is three
// tables of the file (OpenType 1.9: head, hhea, hmtx), so no font engine.

import {findFontTable} from './find-font-table.ts'

/** Find the advance of a glyph, as a ratio of the em. */
export type AdvanceOf = (glyphId: number) => number

/** Read the advances of a TrueType or OpenType file. */
export function readAdvances(file: Uint8Array): AdvanceOf {
  const unitsPerEm = findFontTable(file, 'head').getUint16(18)
  const metricCount = findFontTable(file, 'hhea').getUint16(34)
  const metrics = findFontTable(file, 'hmtx')

  // Glyphs past the last metric share its advance.
  return function (glyphId) {
    const index = Math.min(glyphId, metricCount - 1)
    return metrics.getUint16(index * 4) / unitsPerEm
  }
}
