// What a printing plant asks of a page's file, and the fonts and colours a
// press painter is handed for it.

/** PDF/X standards we write. */
export type PressStandard = 'x-1a' | 'x-4'

/** How pages are made for the press. */
export interface PressSettings {
  /** ISO 15930: `x-1a` has no transparency (default: `x-4`). */
  standard: PressStandard
  /** Ink on ink at most: sum of the tones of all plates, in per cent. */
  inkLimitPercent: number
  /** Colour profile of the press (default: our own of newsprint). */
  profile?: string
}

/** A colour profile of a press. */
export interface PressProfile {
  /** What it calls itself. */
  name: string
  /** Where machines find it. */
  path: string
  value: Uint8Array
}

/** What one page is printed with. */
export interface PagePress {
  standard: PressStandard
  inkLimitPercent: number
  profile: PressProfile
}

/** Some glyphs of a font file, in a file of their own. */
export interface GlyphSubset {
  /** TrueType or OpenType file. */
  value: Uint8Array
  /** New glyph of each old one. */
  ids: ReadonlyMap<number, number>
}

/** Cut a font file of the issue down to glyphs. */
export type CutGlyphs = (
  fileKey: string,
  glyphIds: ReadonlyArray<number>
) => Promise<GlyphSubset>

/** Pack a stream of a file with zlib, beside other work. */
export type PackStream = (value: Uint8Array) => Promise<Uint8Array>
