// Fitting a line: every gap gets its width. Blank is taken out step by step in
// the order of CLREQ, and added to word spaces and between Han and Latin before
// it is added everywhere.

import {squeezeSteps, type Gap} from './gaps.ts'
import type {LineRoom} from './price-line.ts'
import type {PreparedText} from './prepare-text.ts'

/** One line: atoms `start` to `end`, the last not included. */
export interface BrokenLine {
  start: number
  end: number
  /** Width of each gap after an atom of the line, in points. */
  gapsPt: ReadonlyArray<number>
  /** Indent of the line, in points. */
  indentPt: number
  /** Blank kept after the last mark, in points. */
  trailPt: number
  /** Space added at each gap between two hanzi, in em; `0` or more. */
  stretchEm: number
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
  const start = breaks.startAtom[from] ?? 0
  const inkEnd = breaks.endAtom[to] ?? 0
  // Spaces at the end of a line hang out of it, unseen.
  const end = breaks.atom[to] ?? inkEnd
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
  const fitted =
    needPt < 0
      ? squeeze(inner, -needPt, rules.lineEndMarks === 'flexible' ? trailPt : 0)
      : stretch(inner, room.isJustified && !isLast ? needPt : 0)
  const gapsPt = [...fitted.gapsPt]
  while (gapsPt.length < end - start - 1) gapsPt.push(0)
  return {
    ...base,
    gapsPt,
    trailPt: trailPt - fitted.endPt,
    stretchEm: fitted.stretchPt / emPt,
    ...(fitted.squeezeRatio > 0 ? {squeezeRatio: fitted.squeezeRatio} : {})
  }
}

interface Fitted {
  gapsPt: Array<number>
  /** Taken from the blank after the last mark. */
  endPt: number
  stretchPt: number
  squeezeRatio: number
}

function squeeze(
  gaps: ReadonlyArray<Gap>,
  excessPt: number,
  trailPt: number
): Fitted {
  let availablePt = trailPt
  for (const gap of gaps) availablePt += gap.squeezePt
  const gapsPt = gaps.map((gap) => gap.naturalPt)
  const endPt = Math.min(trailPt, excessPt)
  let restPt = excessPt - endPt

  for (const step of Object.values(squeezeSteps)) {
    if (restPt <= 0) break
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

  return {
    gapsPt,
    endPt,
    stretchPt: 0,
    squeezeRatio:
      availablePt > 0 ? Math.min(1, (excessPt - restPt) / availablePt) : 0
  }
}

function stretch(gaps: ReadonlyArray<Gap>, needPt: number): Fitted {
  let softPt = 0
  let shares = 0
  for (const gap of gaps) {
    softPt += gap.softPt
    shares += gap.stretch
  }
  const softShare = softPt > 0 ? Math.min(1, needPt / softPt) : 0
  const restPt = Math.max(0, needPt - softPt)
  const stretchPt = shares > 0 ? restPt / shares : 0
  return {
    gapsPt: gaps.map(
      (gap) => gap.naturalPt + gap.softPt * softShare + gap.stretch * stretchPt
    ),
    endPt: 0,
    stretchPt,
    squeezeRatio: 0
  }
}
