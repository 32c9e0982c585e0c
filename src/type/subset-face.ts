// Cutting a font file down to the characters an issue needs: a fraction of the
// size, and a character map that holds only what is used, which keeps text in
// PDFs free of look-alike code points.

/** The package is large: it is loaded when it is first used. */
async function load(): Promise<(typeof import('subset-font'))['default']> {
  return (await import('subset-font')).default
}

/**
 * Make a TrueType file with only the glyphs of `characters`.
 *
 * Takes TrueType, WOFF and WOFF2; layout features are kept.
 */
export async function subsetFace(
  value: Uint8Array,
  characters: string
): Promise<Uint8Array> {
  const subsetFont = await load()
  const subset = await subsetFont(Buffer.from(value), characters, {
    targetFormat: 'truetype'
  })
  return new Uint8Array(subset)
}

/** Unpack WOFF2, whole. */
export async function unpackFace(value: Uint8Array): Promise<Uint8Array> {
  const subsetFont = await load()
  const whole = await subsetFont(Buffer.from(value), '', {
    targetFormat: 'truetype',
    keepAllGlyphs: true
  })
  return new Uint8Array(whole)
}
