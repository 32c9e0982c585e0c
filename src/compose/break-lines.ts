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

/** The ways to break a text. */
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
  const table = fillTable(text, request, 1)
  const [best] = table.options
  return best ? table.endsOf(best) : []
}

/**
 * Find the numbers of lines a text can be set in, the best first.
 *
 * Lines are stretched by the template's limit at most, but in the best setting.
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
  return fillTable(text, request, countCount)
}

/** Lines of the longest text whose line counts are told apart. */
const longest = 200

/** Fill the table; `countCount` numbers of lines are told apart at each break. */
function fillTable(
  text: PreparedText,
  request: BreakRequest,
  countCount: number
): BreakTable {
  const strict = reach(text, request, countCount, false)
  return strict.options.length > 0
    ? strict
    : reach(text, request, countCount, true)
}

// Far past the limit of good lines; what needs more is set in the second run.
const looseRatio = 2.5

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
  const hardEm = isRelaxed ? Infinity : isHan ? limitEm : 1.2

  const slotCount = countCount * colorCount
  const size = breaks.count * slotCount
  const costs = new Float64Array(size).fill(Infinity)
  const origins = new Int32Array(size).fill(-1)
  const colors = new Float64Array(size)
  /** Fewest lines that reach a break. */
  const fewest = new Int32Array(breaks.count).fill(1e6)
  costs[first * slotCount] = 0
  fewest[first] = 0

  let low = first
  for (let to = first + 1; to <= last; to++) {
    while (low < to - 1 && pricer.excessPt(low, to) > 0.01) low++
    const isLast = to === last || isForced[to] === 1
    if (countCount > 1) countFewest(to)
    for (let from = low; from < to; from++) {
      if (isUnreached(from)) continue
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
      if (!isUnreached(from)) count = Math.min(count, (fewest[from] ?? 0) + 1)
    }
    fewest[to] = count
  }

  function isUnreached(at: number): boolean {
    const start = at * slotCount
    for (let slot = start; slot < start + slotCount; slot++) {
      if ((costs[slot] ?? Infinity) < Infinity) return false
    }
    return true
  }

  function extend(
    from: number,
    to: number,
    price: number,
    colorEm: number
  ): void {
    const color = toColor(colorEm)
    const shift =
      countCount > 1 ? (fewest[from] ?? 0) + 1 - (fewest[to] ?? 0) : 0
    for (let count = 0; count + shift < countCount; count++) {
      const target = to * slotCount + (count + shift) * colorCount + color
      const start = from * slotCount + count * colorCount
      for (let slot = start; slot < start + colorCount; slot++) {
        const before = costs[slot] ?? Infinity
        if (before === Infinity) continue
        let cost = before + price
        if (from !== first) {
          const jump = Math.abs(colorEm - (colors[slot] ?? 0))
          const share = Math.min(1, jump / prices.contrastEm)
          cost += prices.contrast * share * share * share
        }
        if (cost < (costs[target] ?? 0)) {
          costs[target] = cost
          origins[target] = slot
          colors[target] = colorEm
        }
      }
    }
  }

  function listOptions(): Array<LineCountOption> {
    const options: Array<LineCountOption> = []
    for (let count = 0; count < countCount; count++) {
      const cost = costs[cheapest(count)] ?? Infinity
      if (cost === Infinity) continue
      const lineCount =
        countCount > 1 ? (fewest[last] ?? 0) + count : endsFrom(count).length
      options.push({lineCount, cost})
    }
    return options.toSorted((a, b) => a.cost - b.cost)
  }

  function cheapest(count: number): number {
    const start = last * slotCount + count * colorCount
    let best = start
    for (let slot = start; slot < start + colorCount; slot++) {
      if ((costs[slot] ?? 0) < (costs[best] ?? 0)) best = slot
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
      slot >= 0 && slot >= (first + 1) * slotCount;
      slot = origins[slot] ?? -1
    ) {
      ends.push(Math.floor(slot / slotCount))
    }
    return ends.toReversed()
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
