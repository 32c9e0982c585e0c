// What a reader sees of English lines: how wide their word spaces are.

import type {FaceTable} from '../../../src/type/type.ts'
import type {PrintedGlyph, PrintedLine} from './read-lines.ts'

/** Lines judged. */
export interface WordJudgement {
  lineCount: number
  /** Word space over its natural width, over justified lines. */
  meanRatio: number
  p95Ratio: number
  maxRatio: number
  hyphenCount: number
  /** Hyphens at the ends of two lines in a row. */
  hyphenPairCount: number
  /** Lines with the widest word spaces, the widest first. */
  worst: ReadonlyArray<WordLine>
}

/** A line with its place, so that it can be looked at. */
export interface WordLine {
  /** Word space over its natural width. */
  ratio: number
  text: string
  /** Baseline. */
  yPt: number
}

/** Judge the lines of one measure. */
export function judgeWords(
  lines: ReadonlyArray<PrintedLine>,
  faces: FaceTable,
  sizePt: number
): WordJudgement {
  const natural = faces.shape(' ', 'body', 'en').widthEm * sizePt
  const judged: Array<WordLine> = []
  let hyphens = 0
  let pairs = 0
  let wasHyphenated = false

  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const isLast = !next || next.isFirst
    const isHyphenated =
      !isLast && /\p{L}[-\u2010\u00AD]$/u.test(line.text.trimEnd())
    if (isHyphenated) hyphens++
    if (isHyphenated && wasHyphenated) pairs++
    wasHyphenated = isHyphenated
    if (isLast) continue
    const spaces = measureSpaces(line.glyphs, faces, sizePt)
    let total = 0
    for (const space of spaces) total += space / natural
    if (spaces.length === 0) continue
    const yPt = line.glyphs[0]?.yPt ?? 0
    judged.push({ratio: total / spaces.length, text: line.text, yPt})
  }

  const worst = judged.toSorted((a, b) => b.ratio - a.ratio)
  let total = 0
  for (const {ratio} of worst) total += ratio
  return {
    lineCount: lines.length,
    meanRatio: total / worst.length,
    p95Ratio: worst.at(-1 - Math.floor(worst.length * 0.95))?.ratio ?? 0,
    maxRatio: worst[0]?.ratio ?? 0,
    hyphenCount: hyphens,
    hyphenPairCount: pairs,
    worst: worst.slice(0, 20)
  }
}

/** White between words, in points; spaces need not be painted. */
function measureSpaces(
  glyphs: ReadonlyArray<PrintedGlyph>,
  faces: FaceTable,
  sizePt: number
): Array<number> {
  const spaces: Array<number> = []
  const ink = glyphs.filter(({text}) => text.trim() !== '')
  for (const [index, glyph] of ink.entries()) {
    const next = ink[index + 1]
    if (!next) break
    const advance = faces.shape(glyph.text, 'body', 'en').widthEm * sizePt
    const white = next.xPt - glyph.xPt - advance
    // Kerning moves letters by far less than a space.
    if (white > sizePt * 0.1) spaces.push(white)
  }
  return spaces
}
