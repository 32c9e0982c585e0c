// Faces ready for measuring: text in, glyphs with their advances out.
//
// HarfBuzz shapes with the very files that painters embed, so what is measured
// is what is painted. Everything is in em of the type size; a piece of text is
// shaped once per face and remembered.

import {
  Blob,
  Buffer as ShapeBuffer,
  Direction,
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
  /** How far right of its place its origin is (default: `0`). */
  shiftEm?: number
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
  /**
   * Shape text that stands upright in a vertical line: marks in their vertical
   * forms, every glyph an em down.
   */
  shapeDown(text: string, face: string, lang: string): ShapedText
  metricsOf(face: string): FaceMetrics
  /** Tell whether a face itself, not a fallback, has a character. */
  hasCharacter(face: string, character: string): boolean
}

interface OpenFace extends FaceMetrics {
  font: Font
  unitsPerEm: number
  fallback: ReadonlyArray<string>
  /** Shaped text by direction and language, then by itself. */
  shaped: Map<string, Map<string, ShapedText>>
  shapedCount: number
}

/** What stands where no face has a character: 〓, else a box. */
const geta = '\u3013'

/** Characters that take no room and need no glyph. */
const invisible = /^(?:\u00AD|[\u200B-\u200F]|\u2060|[\uFE00-\uFE0F]|\uFEFF)$/u

/** Pieces of text remembered for a face. */
const mostShaped = 20_000

/** Open faces for measuring. */
export async function openFaces(
  files: ReadonlyMap<string, FaceFile>
): Promise<FaceTable> {
  const faces = new Map<string, OpenFace>()
  for (const [name, file] of files) faces.set(name, openFace(file))

  return {shape, shapeDown, metricsOf, hasCharacter}

  function shape(text: string, name: string, lang: string): ShapedText {
    return shapeOnce(text, name, lang, Direction.LTR)
  }

  function shapeDown(text: string, name: string, lang: string): ShapedText {
    return shapeOnce(text, name, lang, Direction.TTB)
  }

  function shapeOnce(
    text: string,
    name: string,
    lang: string,
    direction: Direction
  ): ShapedText {
    const face = find(name)
    const key = direction === Direction.TTB ? `down ${lang}` : lang
    const known = face.shaped.get(key)?.get(text)
    if (known) return known
    const shaped = shapeWithFallback(text, name, lang, direction)
    // Copy without end must not fill the memory.
    if (face.shapedCount >= mostShaped) {
      face.shaped.clear()
      face.shapedCount = 0
    }
    const others = face.shaped.get(key) ?? new Map<string, ShapedText>()
    face.shaped.set(key, others.set(text, shaped))
    face.shapedCount++
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
    lang: string,
    direction: Direction
  ): ShapedText {
    const pieces: Array<ShapedPiece> = []
    const missing: Array<string> = []
    let widthEm = 0
    for (const part of splitByFace(text, name, direction, missing)) {
      const face = find(part.face)
      const shaped = shapeWhole(part.text, face, lang, direction)
      const glyphs = isSquareQuotes(text, lang, direction)
        ? shaped.map((glyph) => closeQuote(glyph, face))
        : shaped
      pieces.push({face: part.face, glyphs})
      for (const glyph of glyphs) widthEm += glyph.advanceEm
    }
    return {pieces, widthEm, missing}
  }

  /** Cut text where another face has to step in. */
  function splitByFace(
    text: string,
    name: string,
    direction: Direction,
    missing: Array<string>
  ): Array<{face: string; text: string}> {
    const parts: Array<{face: string; text: string}> = []
    for (const character of text) {
      if (invisible.test(character)) continue
      const found = findFace(character, name, direction)
      if (!found) missing.push(character)
      const face = found ?? name
      const value = found ? character : getaIn(name)
      const last = parts.at(-1)
      if (last?.face === face) last.text += value
      else parts.push({face, text: value})
    }
    return parts
  }

  function findFace(
    character: string,
    name: string,
    direction: Direction
  ): string | undefined {
    const having = [name, ...find(name).fallback].filter(
      (other) => faces.has(other) && hasCharacter(other, character)
    )
    // Quotes that run down are other marks (GB/T 15834): a face that has them
    // steps in for one that has not.
    if (direction === Direction.TTB && quotes.test(character)) {
      const turning = having.find((other) => turns(find(other), character))
      if (turning) return turning
    }
    return having[0]
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
    shapedCount: 0,
    ascentRatio: ascender / unitsPerEm,
    descentRatio: -descender / unitsPerEm
  }
}

const quotes = /[“”‘’]/u

/** Tell whether quotes may be squares here that should be none. */
function isSquareQuotes(
  text: string,
  lang: string,
  direction: Direction
): boolean {
  return (
    direction === Direction.LTR &&
    !hasSquareQuotes.test(lang) &&
    quotes.test(text)
  )
}

/** White beside a quote that was cut out of its square, in em. */
const quoteBesideEm = 0.05

/**
 * Cut a quote out of its square: Chinese faces have no other, and in English
 * copy half of the square would stand in the middle of `don’t`.
 */
function closeQuote(glyph: ShapedGlyph, face: OpenFace): ShapedGlyph {
  if (!quotes.test(glyph.text) || glyph.advanceEm < 0.9) return glyph
  const extents = face.font.glyphExtents(glyph.id)
  if (!extents) return glyph
  const leftEm = extents.xBearing / face.unitsPerEm
  const inkEm = extents.width / face.unitsPerEm
  return {
    ...glyph,
    advanceEm: inkEm + 2 * quoteBesideEm,
    shiftEm: quoteBesideEm - leftEm
  }
}

/** Tell whether a face has a form of a mark for vertical lines. */
function turns(face: OpenFace, character: string): boolean {
  const [glyph] = shapeWhole(character, face, 'zh', Direction.TTB)
  return glyph?.id !== face.font.nominalGlyph(character.codePointAt(0) ?? 0)
}

const isHan = /^(?:zh|yue|wuu)/i
/** Languages whose quotes fill a square. */
const hasSquareQuotes = /^(?:zh|ja|yue|wuu)/i
const hasScript = /[\p{L}]/u

/** Painters use the same features, which are the shaper's defaults. */
const features: Array<Feature> = []

// One for all: buffers are outside of the heap, and freed late or never in a
// run that does not pause.
const buffer = new ShapeBuffer()

function shapeWhole(
  text: string,
  face: OpenFace,
  lang: string,
  direction: Direction
): Array<ShapedGlyph> {
  buffer.reset()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setLanguage(lang)
  // Digits, marks and dashes alone have no script; they are Han in Chinese copy
  // and Latin in other copy, as browsers take them from what is around.
  if (!hasScript.test(text)) {
    buffer.setScript(isHan.test(lang) ? 'Hani' : 'Latn')
  }
  // What runs from right to left keeps its own direction.
  if (direction === Direction.TTB) buffer.setDirection(direction)
  shapeBuffer(face.font, buffer, features)

  const isDown = direction === Direction.TTB
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
      advanceEm:
        (isDown ? -(info.yAdvance ?? 0) : (info.xAdvance ?? 0)) /
        face.unitsPerEm
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
