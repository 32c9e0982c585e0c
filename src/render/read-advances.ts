// Advances of a font file, straight from its `hmtx` table.
//
// Painters place every glyph themselves; to know how much space to add after
// one, they need the advance the face gives it, before kerning. That is three
// tables of the file (OpenType 1.9: head, hhea, hmtx), so no font engine.

/** Find the advance of a glyph, as a ratio of the em. */
export type AdvanceOf = (glyphId: number) => number

/** Read the advances of a TrueType or OpenType file. */
export function readAdvances(file: Uint8Array): AdvanceOf {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const unitsPerEm = view.getUint16(findTable(view, 'head') + 18)
  const metricCount = view.getUint16(findTable(view, 'hhea') + 34)
  const metricsOffset = findTable(view, 'hmtx')

  // Glyphs past the last metric share its advance.
  return function (glyphId) {
    const index = Math.min(glyphId, metricCount - 1)
    return view.getUint16(metricsOffset + index * 4) / unitsPerEm
  }
}

function findTable(view: DataView, tag: string): number {
  const tableCount = view.getUint16(4)
  for (let index = 0; index < tableCount; index++) {
    const offset = 12 + index * 16
    if (readTag(view, offset) === tag) return view.getUint32(offset + 8)
  }
  throw new TypeError(`Unexpected font without \`${tag}\`, expected the table`)
}

function readTag(view: DataView, offset: number): string {
  const codes = [0, 1, 2, 3].map((index) => view.getUint8(offset + index))
  return String.fromCharCode(...codes)
}
