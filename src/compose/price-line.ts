// What a line costs: how far its blank is squeezed or stretched. Squeezing comes
// before stretching (CLREQ), and unevenness costs more the more it shows.

import type {PreparedText} from './prepare-text.ts'

/** The room a line has. */
export interface LineRoom {
  measurePt: number
  /** Indent of the first line, and of the others. */
  firstIndentPt: number
  indentPt: number
  /** Whether lines are stretched to the measure. */
  isJustified: boolean
}

/** Prices of looks; the unit is a line stretched by `scaleEm` at each gap. */
export interface LinePrices {
  /** Stretch at each gap that costs `1`, in em; twice as much costs four. */
  scaleEm: number
  /** Price of the first bit of stretch: fewer lines, stretched more. */
  linear: number
  /** Stretch above the limit costs so many times more. */
  overLimit: number
  /** All of the blank after the last mark, of the early and the late gaps. */
  endMark: number
  early: number
  late: number
  /** All that is stretched before the gaps between hanzi. */
  soft: number
  /** Two neighbours that differ by `contrastEm` or more, in stretch. */
  contrast: number
  contrastEm: number
  /** A last line of one character, and of two. */
  runt1: number
  runt2: number
  /** A last line of one short word, and of the end of a word. */
  lastWord: number
  lastPart: number
  /** Two hyphens in a row. */
  hyphens: number
}

/** Prices for Chinese copy. */
export const hanPrices: LinePrices = {
  scaleEm: 0.03,
  linear: 0.5,
  overLimit: 20,
  endMark: 0.05,
  early: 0.4,
  late: 0.8,
  soft: 0.2,
  contrast: 8,
  contrastEm: 0.06,
  runt1: 60,
  runt2: 26,
  lastWord: 4,
  lastPart: 16,
  hyphens: 4
}

/** Prices for English copy, where only the spaces between words give. */
export const latinPrices: LinePrices = {
  ...hanPrices,
  scaleEm: 0.097,
  linear: 0,
  contrast: 3,
  contrastEm: 0.3,
  early: 1.5,
  late: 3
}

/** A last line of Latin copy is short below this. */
const shortestLastEm = 2.5

/** Too wide to be a line. */
export const overfull: number = 1e6

/** Prices a line from one break to another. */
export interface LinePricer {
  /** Price of the line; `Infinity` where it is too wide. */
  price(from: number, to: number): number
  /** Stretch of the line priced last, in em; squeezed lines are below zero. */
  colorEm(): number
  /** Least width of a line, less its measure, in points. */
  excessPt(from: number, to: number): number
}

/** Make ready to price the lines of a text. */
export function openPricer(
  text: PreparedText,
  room: LineRoom,
  first: number,
  prices: LinePrices
): LinePricer {
  const {breaks, emPt, isHan, rules} = text
  const {
    characters,
    endAtom,
    endEarlyPt,
    endLatePt,
    endPt,
    endSoftPt,
    endStretch,
    hangPt,
    isForced,
    isHyphen,
    startAtom,
    startEarlyPt,
    startLatePt,
    startPt,
    startSoftPt,
    startStretch,
    trailPt
  } = breaks
  const last = breaks.count - 1
  const leadPt = text.atoms[startAtom[first] ?? 0]?.leadPt ?? 0
  const limitEm = isHan ? rules.maxStretchEm : Math.max(rules.maxStretchEm, 0.3)
  const keepsTrail = rules.lineEndMarks !== 'half' && !rules.hangs
  const isFlexible = rules.lineEndMarks === 'flexible' && !rules.hangs
  // One number, and not a field: the pricer is the innermost loop.
  const color = new Float64Array(1)

  return {price, excessPt, colorEm: () => color[0] ?? 0}

  function naturalOf(from: number, to: number): number {
    const indentPt =
      from === first ? room.firstIndentPt + leadPt : room.indentPt
    const hangingPt = rules.hangs ? at(hangPt, to) : 0
    return at(endPt, to) - at(startPt, from) + indentPt - hangingPt
  }

  function excessPt(from: number, to: number): number {
    const trail = keepsTrail && !isFlexible ? at(trailPt, to) : 0
    return (
      naturalOf(from, to) +
      trail -
      room.measurePt -
      (at(endEarlyPt, to) - at(startEarlyPt, from)) -
      (at(endLatePt, to) - at(startLatePt, from))
    )
  }

  function price(from: number, to: number): number {
    const trail = keepsTrail ? at(trailPt, to) : 0
    const needPt = room.measurePt - naturalOf(from, to) - trail
    color[0] = 0
    if (needPt < -0.001) return priceSqueeze(-needPt, from, to, trail)
    const isLast = to === last || isForced[to] === 1
    if (isLast) return priceLast(from, to)
    if (!room.isJustified) {
      const share = needPt / room.measurePt
      return share * share * 10
    }

    const softPt = at(endSoftPt, to) - at(startSoftPt, from)
    if (needPt <= softPt) {
      const share = needPt / Math.max(0.001, softPt)
      return prices.soft * share * share
    }
    const gaps = at(endStretch, to) - at(startStretch, from)
    const stretchEm = (needPt - softPt) / Math.max(1, gaps) / emPt
    color[0] = stretchEm
    const share = stretchEm / prices.scaleEm
    const over = Math.max(0, stretchEm - limitEm) / prices.scaleEm
    return (
      share * share +
      prices.linear * share +
      over * over * prices.overLimit +
      (softPt > 0 ? prices.soft : 0) +
      (gaps > 0 ? 0 : 40)
    )
  }

  function priceSqueeze(
    excess: number,
    from: number,
    to: number,
    trail: number
  ): number {
    let restPt = excess
    let cost = 0
    // Word spaces show how tight a line is; between hanzi nothing changes.
    const gaps = at(endStretch, to) - at(startStretch, from)
    const tightEm = isHan ? 0 : excess / Math.max(1, gaps) / emPt
    if (isFlexible && trail > 0) {
      const usedPt = Math.min(restPt, trail)
      cost += (prices.endMark * usedPt) / trail
      restPt -= usedPt
      if (restPt < 0.001) return cost
    }
    const earlyPt = at(endEarlyPt, to) - at(startEarlyPt, from)
    if (earlyPt > 0) {
      const usedPt = Math.min(restPt, earlyPt)
      const share = usedPt / earlyPt
      cost += prices.early * share * share
      color[0] = isHan ? -0.02 * share : -tightEm
      restPt -= usedPt
      if (restPt < 0.001) return cost
    }
    const latePt = at(endLatePt, to) - at(startLatePt, from)
    if (latePt > 0) {
      const usedPt = Math.min(restPt, latePt)
      const share = usedPt / latePt
      cost += prices.late * (0.3 + share * share)
      color[0] = isHan ? -0.03 : -tightEm
      restPt -= usedPt
      if (restPt < 0.001) return cost
    }
    return overfull + (restPt / emPt) * 1e4
  }

  /** The last line stands as it is; it should not be a single character. */
  function priceLast(from: number, to: number): number {
    if (from === first || isForced[from] === 1) return 0
    const count = at(characters, to) - at(characters, from)
    if (!isHan) return priceLastWord(from, to)
    if (count > 2) return 0
    // A short word of Latin is one piece, and no better than a character.
    const isOne = count <= 1 || at(endAtom, to) - at(startAtom, from) === 1
    return isOne ? prices.runt1 : prices.runt2
  }

  /** A last line of Latin copy should be longer than an indent, and a word. */
  function priceLastWord(from: number, to: number): number {
    const widthPt = at(endPt, to) - at(startPt, from)
    const part = isHyphen[from] === 1 ? prices.lastPart : 0
    return part + (widthPt < shortestLastEm * emPt ? prices.lastWord : 0)
  }
}

function at(numbers: Float64Array | Int32Array, index: number): number {
  return numbers[index] ?? 0
}
