// What a reader sees of lines, in numbers; the same for every composer.

import {partsNumber} from './judge-numbers.ts'
import type {PrintedLine} from './read-lines.ts'

/** Lines judged. */
export interface Judgement {
  lineCount: number
  /** Stretch of lines, in em at each gap. */
  meanEm: number
  p95Em: number
  maxEm: number
  /** Lines stretched more than .05 em, per cent. */
  stretchedPercent: number
  /** Neighbouring lines that differ by more than .06 em, per cent. */
  unevenPercent: number
  partedCount: number
  /** Last lines of one character, and of two or fewer. */
  runt1Count: number
  runt2Count: number
  /** Marks where they may not be, dashes and ellipses split. */
  violationCount: number
  worst: ReadonlyArray<JudgedLine>
}

/** A line with its place, so that it can be looked at. */
export interface JudgedLine {
  stretchEm: number
  text: string
  /** Index of its page, and its baseline there. */
  pageIndex: number
  yPt: number
}

const han = /^\p{Script=Han}$/u
const neverFirst = /^[，。、：；！？．”’）》〉」』】〕·・／]/u
const neverLast = /[“‘（《〈「『【〔]$/u
const twoEm = /[—…]$/u

/** Judge the lines of all pages. */
export function judgeLines(
  pages: ReadonlyArray<ReadonlyArray<PrintedLine>>,
  sizePt: number
): Judgement {
  const lines: Array<JudgedLine> = []
  let pairs = 0
  let uneven = 0
  let parted = 0
  let runt1 = 0
  let runt2 = 0
  let violations = 0

  for (const [pageIndex, page] of pages.entries()) {
    for (const [index, line] of page.entries()) {
      const stretchEm = measureStretch(line, sizePt)
      const text = line.text.replaceAll(' ', '')
      const next = page[index + 1]
      const yPt = line.glyphs[0]?.yPt ?? 0
      lines.push({stretchEm, text: line.text, pageIndex, yPt})
      if (neverFirst.test(text)) violations++
      if (!next || next.isFirst) {
        const characters = text.replaceAll(/[^\p{L}\p{N}]/gu, '').length
        if (!line.isFirst && characters <= 1) runt1++
        if (!line.isFirst && characters <= 2) runt2++
        continue
      }
      const after = next.text.replaceAll(' ', '')
      if (neverLast.test(text)) violations++
      if (twoEm.test(text) && after.startsWith(text.at(-1) ?? '')) violations++
      pairs++
      if (Math.abs(measureStretch(next, sizePt) - stretchEm) > 0.06) uneven++
      if (partsNumber(text, after)) parted++
    }
  }

  const sorted = lines.toSorted((a, b) => b.stretchEm - a.stretchEm)
  let total = 0
  for (const {stretchEm} of lines) total += stretchEm
  const stretched = lines.filter(({stretchEm}) => stretchEm > 0.05).length
  return {
    lineCount: lines.length,
    meanEm: total / lines.length,
    p95Em: sorted[Math.floor(lines.length * 0.05)]?.stretchEm ?? 0,
    maxEm: sorted[0]?.stretchEm ?? 0,
    stretchedPercent: (100 * stretched) / lines.length,
    unevenPercent: (100 * uneven) / pairs,
    partedCount: parted,
    runt1Count: runt1,
    runt2Count: runt2,
    violationCount: violations,
    worst: sorted.slice(0, 20)
  }
}

/** Median of the gaps between hanzi that stand side by side, over their em. */
export function measureStretch(line: PrintedLine, sizePt: number): number {
  const gaps: Array<number> = []
  for (const [index, glyph] of line.glyphs.entries()) {
    const next = line.glyphs[index + 1]
    if (!next || !han.test(glyph.text) || !han.test(next.text)) continue
    gaps.push((next.xPt - glyph.xPt) / sizePt - 1)
  }
  gaps.sort((a, b) => a - b)
  const gap = gaps[Math.floor(gaps.length / 2)] ?? 0
  // Rounding in the files is no stretch.
  return gap < 0.002 ? 0 : gap
}
