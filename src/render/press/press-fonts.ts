// Fonts of a page: which glyphs of which file are painted, and by what codes.
//
// The code of a glyph is its number in the page's own subset. Where one glyph
// stands for different characters (a dash and a minus, say), it is in a second
// font of the same file, so that what is copied out is what was written.

import type {ComposedPage, Glyph, Line, PageFace} from '../../model/page.ts'
import type {CutGlyphs, GlyphSubset} from '../../model/press.ts'
import {findFontTable} from '../find-font-table.ts'
import {findLines} from '../find-marks.ts'
import {readAdvances, type AdvanceOf} from '../read-advances.ts'
import {showHyphen} from '../show-hyphen.ts'
import {readCids} from './read-cff.ts'

/** Which way glyphs advance: along the line, or down an upright column. */
export type FontWriting = 'horizontal' | 'upright'

/** A font of the page's file. */
export interface PressFont {
  /** Name in the content stream. */
  name: string
  fileKey: string
  writing: FontWriting
  /** Characters by code. */
  texts: Map<number, string>
}

/** A font file of the page. */
export interface PressFontFile {
  fileKey: string
  value: Uint8Array
  /** Codes by the glyphs of the file. */
  codes: ReadonlyMap<number, number>
  /** Advance of a code, over the em. */
  advanceOf: AdvanceOf
  /** CFF outlines, where it has those. */
  cff?: Uint8Array
}

/** Where a glyph is found. */
export interface FoundGlyph {
  font: PressFont
  code: number
}

/** Fonts of a page. */
export interface PressFonts {
  /** Find the font and the code of a glyph. */
  find(face: PageFace, glyph: Glyph, writing: FontWriting): FoundGlyph
  files: ReadonlyMap<string, PressFontFile>
  fonts: ReadonlyArray<PressFont>
}

/** Open the fonts of a page, cut down to what it paints. */
export async function openPressFonts(
  page: ComposedPage,
  extra: ReadonlyArray<Line>,
  cutGlyphs: CutGlyphs
): Promise<PressFonts> {
  const ids = new Map<string, Set<number>>()
  for (const line of [...findLines(page.children), ...extra]) {
    for (const run of line.children) {
      const fileKey = page.faces[run.face]?.fileKey ?? ''
      const known = ids.get(fileKey) ?? new Set()
      for (const {id} of run.glyphs) known.add(id)
      ids.set(fileKey, known)
    }
  }

  const files = new Map<string, PressFontFile>()
  for (const [fileKey, used] of [...ids].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const subset = await cutGlyphs(
      fileKey,
      [...used].sort((a, b) => a - b)
    )
    files.set(fileKey, toFile(fileKey, subset))
  }
  const fonts: Array<PressFont> = []

  return {find, files, fonts}

  function find(
    face: PageFace,
    glyph: Glyph,
    writing: FontWriting
  ): FoundGlyph {
    const {fileKey} = face
    const code = files.get(fileKey)?.codes.get(glyph.id)
    if (code === undefined) {
      throw new TypeError(
        `Unexpected glyph \`${glyph.id}\` of \`${fileKey}\`, expected one of the subset`
      )
    }
    for (const font of fonts) {
      if (font.fileKey !== fileKey || font.writing !== writing) continue
      const known = font.texts.get(code)
      if (known === glyph.text) return {font, code}
      if (known !== undefined) continue
      font.texts.set(code, glyph.text)
      return {font, code}
    }
    const font = {
      name: `F${fonts.length}`,
      fileKey,
      writing,
      texts: new Map([[code, glyph.text]])
    }
    fonts.push(font)
    return {font, code}
  }
}

// Codes of a font with characters of its own (CID-keyed CFF) are those; of all
// others, they are the glyphs of the subset.
function toFile(fileKey: string, {ids, value}: GlyphSubset): PressFontFile {
  const cff = findCff(value)
  const cids = cff && readCids(cff)
  const codes = new Map<number, number>()
  const glyphs = new Map<number, number>()
  for (const [old, glyph] of ids) {
    const code = cids?.[glyph] ?? glyph
    codes.set(old, code)
    glyphs.set(code, glyph)
  }
  const advanceOfGlyph = readAdvances(value)
  return {
    fileKey,
    value,
    codes,
    advanceOf: (code) => advanceOfGlyph(glyphs.get(code) ?? 0),
    ...(cff ? {cff} : {})
  }
}

function findCff(file: Uint8Array): Uint8Array | undefined {
  try {
    const table = findFontTable(file, 'CFF ')
    return new Uint8Array(table.buffer, table.byteOffset, table.byteLength)
  } catch {
    return undefined
  }
}

/** Runs of a line as they are painted: a hyphen that was added stands for one. */
export function toPaintedRuns(line: Line): Line['children'] {
  return showHyphen(line).filter((run) => run.glyphs.length > 0)
}
