declare module 'subset-font' {
  /** Make a font with only the glyphs of `text`. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      keepAllGlyphs?: boolean
      targetFormat?: 'sfnt' | 'truetype' | 'woff' | 'woff2'
    }
  ): Promise<Buffer>
}
