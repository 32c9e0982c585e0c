// Gaps: what may happen between two atoms. How wide the space is, how far it
// can be squeezed and when, how far it can be stretched (CLREQ, line
// adjustment; GB/T 15834 5.1).

import type {CompositionRules} from '../template/template.ts'
import type {Atom} from './atoms.ts'

/**
 * Order in which blank is taken out of a line, as in CLREQ: what has a lower
 * number is used up first. Within a step all gaps give the same share.
 *
 * 0 is the blank of the mark at the line's end, which is no gap.
 */
export const squeezeSteps = {
  wordSpace: 1,
  middle: 2,
  bracket: 3,
  comma: 4,
  hanLatin: 5,
  stop: 6,
  letters: 7
} as const

/** The space between two atoms. */
export interface Gap {
  /** Natural width, in points. */
  naturalPt: number
  /** How much of it can be taken away, and in which step. */
  squeezePt: number
  squeezeStep: number
  /** How far it can be stretched before the gaps between hanzi are. */
  softPt: number
  /** Share in stretching: `1` is a gap between two hanzi. */
  stretch: number
}

const closed: Gap = {
  naturalPt: 0,
  squeezePt: 0,
  squeezeStep: 0,
  softPt: 0,
  stretch: 0
}

/** Between two hanzi: the same gap for all, as most gaps are. */
const open: Gap = {...closed, stretch: 1}

/** Describe the gap between two neighbours. */
export function toGap(
  before: Atom,
  after: Atom,
  rules: CompositionRules,
  isHan: boolean
): Gap {
  // The space is one atom; its width belongs to the gap before it.
  if (before.kind === 'space') return closed
  if (after.kind === 'space') return toWordSpace(after, isHan)
  if (before.seam) return toSeam(before, isHan)

  const blank = toBlank(before, after)
  if (blank > 0) {
    return {
      naturalPt: blank,
      squeezePt: blank,
      squeezeStep: stepOf(before, after),
      softPt: 0,
      stretch: 1
    }
  }
  if (isMixed(before, after)) {
    const emPt = Math.min(before.style.sizePt, after.style.sizePt)
    const {max, min, natural} = rules.hanLatinSpaceEm
    return {
      naturalPt: natural * emPt,
      squeezePt: Math.max(0, natural - min) * emPt,
      squeezeStep: squeezeSteps.hanLatin,
      softPt: Math.max(0, max - natural) * emPt,
      stretch: 1
    }
  }
  const isLatin = before.kind === 'latin' && after.kind === 'latin'
  return isLatin || !isHan ? closed : open
}

/**
 * Share of a letter's gap in stretching Latin copy, of a word space's: so small
 * that it is not seen, and there are many.
 */
export const letterShare = 0.13

/** How much closer the letters of Latin copy may stand, in em. */
export const letterSqueezeEm = 0.012

/** Count the gaps between the letters of a word. */
export function countLetterGaps({kind, shaped}: Atom, isHan: boolean): number {
  if (kind !== 'latin' || isHan) return 0
  let count = -1
  for (const {glyphs} of shaped.pieces) count += glyphs.length
  return Math.max(0, count)
}

/** A space between words: in Chinese copy stretched before all else. */
function toWordSpace(space: Atom, isHan: boolean): Gap {
  const {sizePt} = space.style
  const widthPt = space.shaped.widthEm * sizePt
  return {
    naturalPt: widthPt,
    // CLREQ keeps word spaces near a quarter of an em, where they begin.
    squeezePt: widthPt * (isHan ? 0.15 : 0.4),
    squeezeStep: squeezeSteps.wordSpace,
    softPt: isHan ? Math.max(0, sizePt / 2 - widthPt) : 0,
    stretch: 1
  }
}

/** Pieces of a word stand as its letters do: kerned, joined in a ligature. */
function toSeam(before: Atom, isHan: boolean): Gap {
  const naturalPt = before.seamPt ?? 0
  if (isHan) return {...closed, naturalPt}
  return {
    ...closed,
    naturalPt,
    squeezePt: before.style.sizePt * letterSqueezeEm,
    squeezeStep: squeezeSteps.letters,
    stretch: letterShare
  }
}

function stepOf(before: Atom, after: Atom): number {
  if (before.kind === 'middle' || after.kind === 'middle') {
    return squeezeSteps.middle
  }
  if (before.kind === 'close' || after.kind === 'open') {
    return squeezeSteps.bracket
  }
  return /^[。．！？]$/u.test(before.text)
    ? squeezeSteps.stop
    : squeezeSteps.comma
}

/** Blank between two marks: of two that meet only one keeps its half. */
function toBlank(before: Atom, after: Atom): number {
  if (before.trailPt > 0 && isMark(after)) {
    return after.kind === 'open' ? before.trailPt : 0
  }
  if (after.leadPt > 0 && isMark(before)) {
    return before.kind === 'open' ? 0 : after.leadPt
  }
  return before.trailPt + after.leadPt
}

function isMark({kind}: Atom): boolean {
  return (
    kind === 'open' || kind === 'close' || kind === 'point' || kind === 'middle'
  )
}

function isMixed(before: Atom, after: Atom): boolean {
  const isHanLatin = before.kind === 'han' && after.kind === 'latin'
  const isLatinHan = before.kind === 'latin' && after.kind === 'han'
  return (
    (isHanLatin || isLatinHan) &&
    before.style.mark !== 'noteRef' &&
    after.style.mark !== 'noteRef' &&
    /[\p{L}\p{N}%‰℃°)]$/u.test(before.text) &&
    /^[\p{L}\p{N}($¥]/u.test(after.text)
  )
}
