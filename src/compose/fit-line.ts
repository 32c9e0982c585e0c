// Fitting a line: every gap gets its width. Blank is taken out step by step in
// the order of CLREQ, and added to word spaces and between Han and Latin before
// it is added everywhere.

import {
  countLetterGaps,
  letterShare,
  letterSqueezeEm,
  squeezeSteps,
  type Gap
} from './gaps.ts'
import {spanLine, type LineSpan} from './line-span.ts'
import type {LineRoom} from './price-line.ts'
import type {PreparedText} from './prepare-text.ts'

/** One line. */
export interface BrokenLine extends LineSpan {
  /** Width of each gap after an atom of the line, in points. */
  gapsPt: ReadonlyArray<number>
  /** Indent of the line, in points. */
  indentPt: number
  /** Blank kept after the last mark, in points. */
  trailPt: number
  /** Space added at each gap between two hanzi, in em; `0` or more. */
  stretchEm: number
  /**
   * Space added between the letters of Latin copy, in points; negative where
   * they stand closer (default: `0`).
   */
  letterSpacePt?: number
  /** Part of the blank that could be taken out which was: 0–1 (default: `0`). */
  squeezeRatio?: number
  /** Whether a hyphen is added at its end (default: no). */
  isHyphenated?: boolean
}

/** Give the gaps of the line between two breaks their widths. */
export function fitLine(
  text: PreparedText,
  room: LineRoom,
  first: number,
  ends: readonly [from: number, to: number]
): BrokenLine {
  const {atoms, breaks, emPt, gaps, rules} = text
  const [from, to] = ends
  const {end, start} = spanLine(text, from, to)
  const inkEnd = breaks.endAtom[to] ?? 0
  const leadPt = from === first ? (atoms[start]?.leadPt ?? 0) : 0
  const indentPt =
    leadPt + (from === first ? room.firstIndentPt : room.indentPt)
  const hangingPt = rules.hangs ? (breaks.hangPt[to] ?? 0) : 0
  const keepsTrail = rules.lineEndMarks !== 'half' && !rules.hangs
  const trailPt = keepsTrail ? (breaks.trailPt[to] ?? 0) : 0
  const inner = gaps.slice(start, Math.max(start, inkEnd - 1))
  const naturalPt =
    (breaks.endPt[to] ?? 0) -
    (breaks.startPt[from] ?? 0) +
    indentPt +
    trailPt -
    hangingPt
  const needPt = room.measurePt - naturalPt
  const isLast = to === breaks.count - 1 || breaks.isForced[to] === 1
  const base = {
    start,
    end,
    indentPt,
    ...(breaks.isHyphen[to] === 1 ? {isHyphenated: true} : {})
  }
  const letters = {
    letterCount: countLetters(text, start, inkEnd),
    mostPt: rules.maxLetterSpaceEm * emPt,
    squeezePt: letterSqueezeEm * emPt
  }
  const fitted =
    needPt < 0
      ? squeeze(
          inner,
          -needPt,
          rules.lineEndMarks === 'flexible' ? trailPt : 0,
          letters
        )
      : stretch(inner, room.isJustified && !isLast ? needPt : 0, letters)
  const gapsPt = [...fitted.gapsPt]
  while (gapsPt.length < end - start - 1) gapsPt.push(0)
  return {
    ...base,
    gapsPt,
    trailPt: trailPt - fitted.endPt,
    stretchEm: fitted.stretchPt / emPt,
    ...(fitted.letterPt !== 0 ? {letterSpacePt: fitted.letterPt} : {}),
    ...(fitted.squeezeRatio > 0 ? {squeezeRatio: fitted.squeezeRatio} : {})
  }
}

interface Fitted {
  gapsPt: Array<number>
  /** Taken from the blank after the last mark. */
  endPt: number
  stretchPt: number
  letterPt: number
  squeezeRatio: number
}

/** Letters of Latin copy, which give a little too. */
interface Letters {
  letterCount: number
  /** Most space between two of them. */
  mostPt: number
  /** How much closer two may stand. */
  squeezePt: number
}

function countLetters(
  {atoms, isHan, rules}: PreparedText,
  start: number,
  end: number
): number {
  if (isHan || rules.maxLetterSpaceEm === 0) return 0
  let count = 0
  for (let index = start; index < end; index++) {
    const atom = atoms[index]
    if (!atom) continue
    count += countLetterGaps(atom, isHan)
    if (atom.seam && index < end - 1) count++
  }
  return count
}

function squeeze(
  gaps: ReadonlyArray<Gap>,
  excessPt: number,
  trailPt: number,
  letters: Letters
): Fitted {
  const lettersPt = letters.letterCount * letters.squeezePt
  let availablePt = trailPt + lettersPt
  // Seams are letters' gaps, and counted with them.
  for (const gap of gaps) {
    if (gap.squeezeStep !== squeezeSteps.letters) availablePt += gap.squeezePt
  }
  const gapsPt = gaps.map((gap) => gap.naturalPt)
  const endPt = Math.min(trailPt, excessPt)
  let restPt = excessPt - endPt

  for (const step of Object.values(squeezeSteps)) {
    if (restPt <= 0 || step === squeezeSteps.letters) break
    let roomPt = 0
    for (const gap of gaps) {
      if (gap.squeezeStep === step) roomPt += gap.squeezePt
    }
    if (roomPt === 0) continue
    const share = Math.min(1, restPt / roomPt)
    for (const [index, gap] of gaps.entries()) {
      if (gap.squeezeStep !== step) continue
      gapsPt[index] = gap.naturalPt - gap.squeezePt * share
    }
    restPt -= roomPt * share
  }

  const share = lettersPt > 0 ? Math.min(1, Math.max(0, restPt) / lettersPt) : 0
  restPt -= share * lettersPt

  return {
    gapsPt,
    endPt,
    stretchPt: 0,
    letterPt: share > 0 ? -share * letters.squeezePt : 0,
    squeezeRatio:
      availablePt > 0 ? Math.min(1, (excessPt - restPt) / availablePt) : 0
  }
}

function stretch(
  gaps: ReadonlyArray<Gap>,
  needPt: number,
  {letterCount, mostPt}: Letters
): Fitted {
  let softPt = 0
  let shares = 0
  for (const gap of gaps) {
    softPt += gap.softPt
    // Seams are letters' gaps, and counted with them.
    if (gap.stretch >= 1) shares += gap.stretch
  }
  const softShare = softPt > 0 ? Math.min(1, needPt / softPt) : 0
  const restPt = Math.max(0, needPt - softPt)
  const evenPt = restPt / Math.max(0.001, shares + letterCount * letterShare)
  const letterPt = letterCount > 0 ? Math.min(mostPt, evenPt * letterShare) : 0
  const stretchPt = shares > 0 ? (restPt - letterPt * letterCount) / shares : 0
  return {
    gapsPt: gaps.map((gap) => {
      const addPt = gap.stretch >= 1 ? gap.stretch * stretchPt : 0
      return gap.naturalPt + gap.softPt * softShare + addPt
    }),
    endPt: 0,
    stretchPt,
    letterPt,
    squeezeRatio: 0
  }
}
