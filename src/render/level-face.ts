// A face for lines that run down, whose metrics say what the painter needs and
// nothing else.
//
// Chromium hangs upright glyphs by their vertical metrics and the bounds of
// their outlines, and rounds those bounds to whole pixels, glyph by glyph. A
// face without vertical metrics hangs by its ascent, rounded once: a place that
// is known beforehand. (Chromium 153, `OpenTypeVerticalData`; the tables can
// stay when bounds are exact.)

/** Rise and fall of the face that is made, over the em. */
export const levelAscentEm = 0.88
export const levelDescentEm = 0.12

const vertical = new Set(['VORG', 'vhea', 'vmtx'])

/** Take the vertical metrics out of a font file, and level the others. */
export function levelFace(file: Uint8Array): Uint8Array {
  const bytes = file.slice()
  const view = new DataView(bytes.buffer)
  const tableCount = view.getUint16(4)
  const offsets = new Map<string, number>()
  for (let index = 0; index < tableCount; index++) {
    const record = 12 + index * 16
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4))
    offsets.set(tag, view.getUint32(record + 8))
    // A table by a name nobody knows is no table.
    if (vertical.has(tag)) bytes[record + 3] = 0x5f
  }

  const unitsPerEm = view.getUint16((offsets.get('head') ?? 0) + 18)
  const ascent = Math.round(levelAscentEm * unitsPerEm)
  const descent = Math.round(levelDescentEm * unitsPerEm)
  const hhea = offsets.get('hhea')
  if (hhea !== undefined) {
    view.setInt16(hhea + 4, ascent)
    view.setInt16(hhea + 6, -descent)
    view.setInt16(hhea + 8, 0)
  }
  const os2 = offsets.get('OS/2')
  if (os2 !== undefined) {
    view.setInt16(os2 + 68, ascent)
    view.setInt16(os2 + 70, -descent)
    view.setInt16(os2 + 72, 0)
    view.setUint16(os2 + 74, ascent)
    view.setUint16(os2 + 76, descent)
  }
  return bytes
}
