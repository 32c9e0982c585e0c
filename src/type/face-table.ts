// Faces ready for measuring: text in, glyphs with their advances out.
//
// HarfBuzz shapes with the very files that painters embed, so what is measured
// is what is painted. Everything is in em of the type size; a piece of text is
// shaped once per face and remembered.

import {
  Blob,
  Buffer as ShapeBuffer,
  Face,
  Feature,
  Font,
  shape as shapeBuffer
} from 'harfbuzzjs'

/** A face's file and where to look for what it lacks. */
export interface FaceFile {
  /** TrueType file. */
  value: Uint8Array
  /** Names of faces asked next, in order. */
  fallback: ReadonlyArray<string>
}

/** Extent of a face over its size, both positive. */
export interface FaceMetrics {
  ascentRatio: number
  descentRatio: number
}

/** A glyph, in em. */
export interface ShapedGlyph {
  /** Glyph in the face's file. */
  id: number
  /** Characters it stands for; `''` when an earlier glyph has them. */
  text: string
  advanceEm: number
}

/** Text in one face. */
export interface ShapedPiece {
  face: string
  glyphs: ReadonlyArray<ShapedGlyph>
}

/** Shaped text. */
export interface ShapedText {
  pieces: ReadonlyArray<ShapedPiece>
  widthEm: number
  /** Characters no face has. */
  missing: ReadonlyArray<string>
}

/** Faces by name. */
export interface FaceTable {
  /** Shape text that stands on one line; language as in BCP 47. */
  shape(text: string, face: string, lang: string): ShapedText
  metricsOf(face: string): FaceMetrics
  /** Tell whether a face itself, not a fallback, has a character. */
  hasCharacter(face: string, character: string): boolean
}

interface OpenFace extends FaceMetrics {
  font: Font
  unitsPerEm: number
  fallback: ReadonlyArray<string>
  /** Glyphs by character, for characters that are always shaped alone. */
  shaped: Map<string, ShapedText>
}

/** What stands where no face has a character: 〓, else a box. */
const geta = '\u3013'

/** Characters that take no room and need no glyph. */
const invisible = /^(?:\u00AD|[\u200B-\u200F]|\u2060|[\uFE00-\uFE0F]|\uFEFF)$/u

/** Open faces for measuring. */
export async function openFaces(
  files: ReadonlyMap<string, FaceFile>
): Promise<FaceTable> {
  const faces = new Map<string, OpenFace>()
  for (const [name, file] of files) faces.set(name, openFace(file))

  return {shape, metricsOf, hasCharacter}

  function shape(text: string, name: string, lang: string): ShapedText {
    const face = find(name)
    const key = `${lang}\n${text}`
    const known = face.shaped.get(key)
    if (known) return known
    const shaped = shapeWithFallback(text, name, lang)
    face.shaped.set(key, shaped)
    return shaped
  }

  function metricsOf(name: string): FaceMetrics {
    const {ascentRatio, descentRatio} = find(name)
    return {ascentRatio, descentRatio}
  }

  function hasCharacter(name: string, character: string): boolean {
    const glyph = find(name).font.nominalGlyph(character.codePointAt(0) ?? 0)
    return glyph !== undefined && glyph !== 0
  }

  function find(name: string): OpenFace {
    const face = faces.get(name)
    if (face) return face
    throw new TypeError(
      `Unexpected face \`${name}\`, expected one of the table`
    )
  }

  function shapeWithFallback(
    text: string,
    name: string,
    lang: string
  ): ShapedText {
    const pieces: Array<ShapedPiece> = []
    const missing: Array<string> = []
    let widthEm = 0
    for (const part of splitByFace(text, name, missing)) {
      const glyphs = shapeWhole(part.text, find(part.face), lang)
      pieces.push({face: part.face, glyphs})
      for (const glyph of glyphs) widthEm += glyph.advanceEm
    }
    return {pieces, widthEm, missing}
  }

  /** Cut text where another face has to step in. */
  function splitByFace(
    text: string,
    name: string,
    missing: Array<string>
  ): Array<{face: string; text: string}> {
    const parts: Array<{face: string; text: string}> = []
    for (const character of text) {
      if (invisible.test(character)) continue
      const found = findFace(character, name)
      if (!found) missing.push(character)
      const face = found ?? name
      const value = found ? character : getaIn(name)
      const last = parts.at(-1)
      if (last?.face === face) last.text += value
      else parts.push({face, text: value})
    }
    return parts
  }

  function findFace(character: string, name: string): string | undefined {
    if (hasCharacter(name, character)) return name
    return find(name).fallback.find(
      (other) => faces.has(other) && hasCharacter(other, character)
    )
  }

  function getaIn(name: string): string {
    return hasCharacter(name, geta) ? geta : '?'
  }
}

function openFace(file: FaceFile): OpenFace {
  const face = new Face(new Blob(file.value))
  const font = new Font(face)
  const unitsPerEm = face.upem
  const {ascender, descender} = font.hExtents()
  return {
    font,
    unitsPerEm,
    fallback: file.fallback,
    shaped: new Map(),
    ascentRatio: ascender / unitsPerEm,
    descentRatio: -descender / unitsPerEm
  }
}

const isHan = /^(?:zh|yue|wuu)/i
const hasScript = /[\p{L}]/u

/** Painters use the same features, which are the shaper's defaults. */
const features: Array<Feature> = []

function shapeWhole(
  text: string,
  face: OpenFace,
  lang: string
): Array<ShapedGlyph> {
  const buffer = new ShapeBuffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setLanguage(lang)
  // Marks and dashes alone have no script; in Chinese copy they are Han, as
  // browsers take them.
  if (isHan.test(lang) && !hasScript.test(text)) buffer.setScript('Hani')
  shapeBuffer(face.font, buffer, features)

  const infos = buffer.getGlyphInfosAndPositions()
  return infos.map((info, index) => {
    const start = info.cluster
    const next = infos[index + 1]?.cluster ?? text.length
    const isFirst = index === 0 || infos[index - 1]?.cluster !== start
    return {
      id: info.codepoint,
      text: isFirst
        ? text.slice(start, Math.max(start, nextCluster(index)))
        : '',
      advanceEm: (info.xAdvance ?? 0) / face.unitsPerEm
    }

    function nextCluster(from: number): number {
      for (let at = from + 1; at < infos.length; at++) {
        const cluster = infos[at]?.cluster ?? next
        if (cluster !== start) return cluster
      }
      return text.length
    }
  })
}
