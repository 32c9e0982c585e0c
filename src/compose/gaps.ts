// Gaps: what may happen between two atoms. How wide the space is, how far it
// can be squeezed and stretched, and whether a line may end there, at what
// price (CLREQ 3.1.6–3.1.8 and 6; GB/T 15834 5.1).

import type {CompositionRules} from '../template/template.ts'
import type {Atom} from './atoms.ts'

/** The space between two atoms. */
export interface Gap {
  /** Natural width, in points. */
  naturalPt: number
  /** How much of it can be taken away. */
  shrinkPt: number
  /** Share in stretching: `1` is a gap between two hanzi. */
  stretch: number
  /** Price of ending a line here; `Infinity` where it is forbidden. */
  penalty: number
}

/** Prices of breaks that are allowed but not liked. */
const parts = {numberUnit: 4, name: 6, dash: 1, latinPiece: 3}

const digitEnd = /[\d%‰°.]$/u
const digitStart = /^[\d$¥￥]/u
const units =
  /^[年月日时分秒点号个名位人户万亿元角吨斤克米里亩升度岁次届届版期条项座栋眼套台组家例件张页所只头株棵辆艘层级倍成余多几%％℃]/u

/** Describe the gap between two neighbours. */
export function toGap(
  before: Atom,
  after: Atom,
  rules: CompositionRules,
  isHan: boolean
): Gap {
  const emPt = Math.min(before.style.sizePt, after.style.sizePt)
  const penalty = toPenalty(before, after, rules)

  if (before.kind === 'space' || after.kind === 'space') {
    const space = before.kind === 'space' ? before : after
    // The space is one atom; its width belongs to the gap before it.
    if (after.kind !== 'space') {
      return {naturalPt: 0, shrinkPt: 0, stretch: 0, penalty}
    }
    const widthPt = space.shaped.widthEm * space.style.sizePt
    return {
      naturalPt: widthPt,
      shrinkPt: widthPt * 0.34,
      stretch: isHan ? 3 : 1,
      penalty: Infinity
    }
  }

  const blank = toBlank(before, after)
  if (blank > 0) {
    return {naturalPt: blank, shrinkPt: blank, stretch: 1, penalty}
  }
  if (isMixed(before, after)) {
    const {max, min, natural} = rules.hanLatinSpaceEm
    return {
      naturalPt: natural * emPt,
      shrinkPt: Math.max(0, natural - min) * emPt,
      stretch: max > natural ? 1.5 : 1,
      penalty
    }
  }
  const isLatin = before.kind === 'latin' && after.kind === 'latin'
  return {
    naturalPt: 0,
    shrinkPt: 0,
    stretch: isLatin || !isHan ? 0 : 1,
    penalty
  }
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
  return kind === 'open' || kind === 'close' || kind === 'point'
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

function toPenalty(before: Atom, after: Atom, rules: CompositionRules): number {
  if (after.style.mark === 'noteRef') return Infinity
  if (after.kind === 'space') return Infinity
  if (before.kind === 'space') return 0
  if (isForbidden(before, after, rules)) return Infinity
  if (before.kind === 'latin' && after.kind === 'latin') {
    const isWord = !/[/\-–—]$/u.test(before.text)
    return isWord && before.end === after.start ? 30 : parts.latinPiece
  }
  if (before.isName && after.isName && before.end === after.start) {
    return parts.name
  }
  if (digitEnd.test(before.text) && units.test(after.text)) {
    return parts.numberUnit
  }
  if (/^[第约近超达共]$/u.test(before.text) && digitStart.test(after.text)) {
    return parts.numberUnit / 2
  }
  if (after.kind === 'dash' || after.kind === 'ellipsis') return parts.dash
  return 0
}

/** Marks that may not begin or end a line, by level. */
function isForbidden(
  before: Atom,
  after: Atom,
  {prohibition}: CompositionRules
): boolean {
  if (prohibition === 'none') return false
  if (before.kind === 'open') return true
  if (
    after.kind === 'close' ||
    after.kind === 'point' ||
    after.kind === 'middle' ||
    after.kind === 'slash'
  ) {
    return true
  }
  if (prohibition === 'basic') return false
  if (before.kind === 'slash') return true
  return (
    prohibition === 'strict' &&
    (after.kind === 'dash' || after.kind === 'ellipsis')
  )
}
