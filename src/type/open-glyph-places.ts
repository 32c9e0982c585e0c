// Where the outline of a glyph stands in the `glyf` table (OpenType 1.9: loca).

/** Find where a glyph's outline begins and ends; at one place, it has none. */
export type GlyphPlaceOf = (glyphId: number) => {
  startByte: number
  endByte: number
}

/** Open the `loca` table of a font; its `head` says how it is written. */
export function openGlyphPlaces(loca: DataView, head: DataView): GlyphPlaceOf {
  const isLong = head.getInt16(50) === 1
  const read = (index: number): number =>
    isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2
  return (glyphId) => ({startByte: read(glyphId), endByte: read(glyphId + 1)})
}
