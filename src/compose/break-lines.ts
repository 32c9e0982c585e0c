// Line breaking: all breaks of a paragraph chosen together, so that its lines
// are of even colour (Knuth & Plass 1981; CLREQ: squeeze before stretch).
//
// For each place a line may end, the best way to get there is kept for each of
// some colours of the last line, so that a loose line does not stand beside a
// tight one; and, where line counts are asked for, for each number of lines.

import type {PreparedText} from './prepare-text.ts'
import {
  hanPrices,
  latinPrices,
  openPricer,
  overfull,
  type LinePrices,
  type LineRoom
} from './price-line.ts'

/** How to break a text. */
export interface BreakRequest extends LineRoom {
  /** Break to begin at: the copy before it is set elsewhere (default: `0`). */
  first?: number
  /** Prices of looks (default: those of the language). */
  prices?: LinePrices
}

/**
 * The ways to break a text; to be read before another text is broken, as tables
 * share their room.
 */
export interface BreakTable {
  /** Number of lines of each way, and its cost; the cheapest way first. */
  options: ReadonlyArray<LineCountOption>
  /** Breaks of a way: the ends of its lines, as indices of `Breaks`. */
  endsOf(option: LineCountOption): Array<number>
}

/** A number of lines a text can be set in. */
export interface LineCountOption {
  lineCount: number
  cost: number
}

const colorCount = 4
/** Stretch at which each colour ends, in em. */
const colorEndsEm = [0.02, 0.05, 0.08] as const

/** Find the ends of the best lines, as indices of `Breaks`. */
export function breakLines(
  text: PreparedText,
  request: BreakRequest
): Array<number> {
  return findBestLines(text, request).ends
}

/** Find the best lines, and what they cost. */
export function findBestLines(
  text: PreparedText,
  request: BreakRequest
): {ends: Array<number>; cost: number} {
  const strict = reach(text, request, 1, false)
  const table =
    strict.options.length > 0 ? strict : reach(text, request, 1, true)
  const [best] = table.options
  return best
    ? {ends: table.endsOf(best), cost: best.cost}
    : {ends: [], cost: 0}
}

/**
 * Find the numbers of lines a text can be set in, the best first.
 *
 * Lines are stretched by the template's limit at most; where that can't be,
 * there are none.
 */
export function countLineOptions(
  text: PreparedText,
  request: BreakRequest
): BreakTable {
  const {breaks} = text
  const widthPt = breaks.endPt[breaks.count - 1] ?? 0
  const lineCount = widthPt / request.measurePt
  // The longer a text, the more lines lie between its shortest and its best;
  // what is longer than a column is no paragraph to fit with.
  const countCount = lineCount > longest ? 1 : 7 + Math.ceil(lineCount / 12)
  return reach(text, request, countCount, false)
}

/** Lines of the longest text whose line counts are told apart. */
const longest = 600

// Far past the limit of good lines; what needs more is set in the second run.
const looseRatio = 1.5

/** Fill the table; `countCount` numbers of lines are told apart at each break. */
function reach(
  text: PreparedText,
  request: BreakRequest,
  countCount: number,
  isRelaxed: boolean
): BreakTable {
  const {breaks, isHan, rules} = text
  const {isForced, isHyphen, penalty} = breaks
  const first = request.first ?? 0
  const last = breaks.count - 1
  const prices = request.prices ?? (isHan ? hanPrices : latinPrices)
  const pricer = openPricer(text, request, first, prices)
  const limitEm =
    countCount > 1 ? rules.maxStretchEm : rules.maxStretchEm * looseRatio
  const hardEm = isRelaxed ? Infinity : isHan || countCount > 1 ? limitEm : 1.2

  const slotCount = countCount * colorCount
  const {colors, costs, fewest, filled, isReached, origins} = clearSlots(
    breaks.count,
    countCount
  )
  filled[first * countCount] = 1
  isReached[first] = 1
  fewest[first] = 0

  let low = first
  for (let to = first + 1; to <= last; to++) {
    while (low < to - 1 && pricer.excessPt(low, to) > 0.01) low++
    const isLast = to === last || isForced[to] === 1
    if (countCount > 1) countFewest(to)
    for (let from = low; from < to; from++) {
      if (isReached[from] === 0) continue
      let price = pricer.price(from, to)
      if (price >= overfull && !(isRelaxed && from === to - 1)) continue
      const colorEm = pricer.colorEm()
      if (colorEm > hardEm && !isLast) break
      price += isLast ? 0 : (penalty[to] ?? 0)
      if (isHyphen[to] === 1 && isHyphen[from] === 1) price += prices.hyphens
      extend(from, to, price, colorEm)
    }
    // No line may run over a forced end.
    if (isForced[to] === 1) low = to
  }

  return {options: listOptions(), endsOf}

  function countFewest(to: number): void {
    let count = 1e6
    for (let from = low; from < to; from++) {
      if (isReached[from] === 1)
        count = Math.min(count, (fewest[from] ?? 0) + 1)
    }
    fewest[to] = count
  }

  function extend(
    from: number,
    to: number,
    price: number,
    colorEm: number
  ): void {
    const color = toColor(colorEm)
    const bit = 1 << color
    const shift =
      countCount > 1 ? (fewest[from] ?? 0) + 1 - (fewest[to] ?? 0) : 0
    isReached[to] = 1
    for (let count = 0; count + shift < countCount; count++) {
      const reached = filled[from * countCount + count] ?? 0
      if (reached === 0) continue
      const index = to * countCount + count + shift
      const target = index * colorCount + color
      const start = (from * countCount + count) * colorCount
      const known = filled[index] ?? 0
      let best = (known & bit) === 0 ? Infinity : (costs[target] ?? 0)
      for (let other = 0; other < colorCount; other++) {
        if ((reached & (1 << other)) === 0) continue
        const slot = start + other
        let cost = (costs[slot] ?? 0) + price
        if (cost >= best) continue
        if (from !== first) {
          const jump = Math.abs(colorEm - (colors[slot] ?? 0))
          const share = Math.min(1, jump / prices.contrastEm)
          cost += prices.contrast * share * share * share
          if (cost >= best) continue
        }
        best = cost
        costs[target] = cost
        origins[target] = slot
        colors[target] = colorEm
        filled[index] = known | bit
      }
    }
  }

  function listOptions(): Array<LineCountOption> {
    const options: Array<LineCountOption> = []
    for (let count = 0; count < countCount; count++) {
      const slot = cheapest(count)
      if (slot < 0) continue
      const cost = costs[slot] ?? 0
      const lineCount =
        countCount > 1 ? (fewest[last] ?? 0) + count : endsFrom(count).length
      options.push({lineCount, cost})
    }
    return options.toSorted((a, b) => a.cost - b.cost)
  }

  /** Find the cheapest slot of the last break; `-1` where it is not reached. */
  function cheapest(count: number): number {
    const reached = filled[last * countCount + count] ?? 0
    const start = (last * countCount + count) * colorCount
    let best = -1
    for (let color = 0; color < colorCount; color++) {
      if ((reached & (1 << color)) === 0) continue
      const slot = start + color
      if (best < 0 || (costs[slot] ?? 0) < (costs[best] ?? 0)) best = slot
    }
    return best
  }

  function endsOf({lineCount}: LineCountOption): Array<number> {
    return endsFrom(countCount > 1 ? lineCount - (fewest[last] ?? 0) : 0)
  }

  function endsFrom(count: number): Array<number> {
    const ends: Array<number> = []
    for (
      let slot = cheapest(count);
      slot >= (first + 1) * slotCount;
      slot = origins[slot] ?? 0
    ) {
      ends.push(Math.floor(slot / slotCount))
    }
    return ends.toReversed()
  }
}

interface Slots {
  costs: Float64Array
  origins: Int32Array
  colors: Float64Array
  /** Which slots of a break are filled: a bit for each colour, by count. */
  filled: Uint8Array
  /** Whether a break is reached at all. */
  isReached: Uint8Array
  /** Fewest lines that reach a break. */
  fewest: Int32Array
}

// Paragraphs are broken by the ten thousand: fresh tables for each would keep
// the garbage collector busier than the lines keep us.
let shared = toSlots(0, 0)

/** Get slots that are empty. Costs are only read where they were written. */
function clearSlots(breakCount: number, countCount: number): Slots {
  const rowCount = breakCount * countCount
  if (shared.isReached.length < breakCount || shared.filled.length < rowCount) {
    shared = toSlots(
      Math.max(breakCount * 2, shared.isReached.length),
      Math.max(rowCount * 2, shared.filled.length)
    )
  }
  shared.filled.fill(0, 0, rowCount)
  shared.isReached.fill(0, 0, breakCount)
  shared.fewest.fill(1e6, 0, breakCount)
  return shared
}

function toSlots(breakCount: number, rowCount: number): Slots {
  return {
    costs: new Float64Array(rowCount * colorCount),
    origins: new Int32Array(rowCount * colorCount),
    colors: new Float64Array(rowCount * colorCount),
    filled: new Uint8Array(rowCount),
    isReached: new Uint8Array(breakCount),
    fewest: new Int32Array(breakCount)
  }
}

function toColor(stretchEm: number): number {
  let color = 0
  while (
    color < colorEndsEm.length &&
    stretchEm > (colorEndsEm[color] ?? Infinity)
  ) {
    color++
  }
  return color
}
