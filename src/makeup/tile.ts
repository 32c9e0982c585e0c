// Tiling: the cheapest slicing layouts of every set of stories in every
// rectangle of the lattice, by dynamic programming over subsets
// (MAKEUP.md 3.6, stage A).
//
// A set of stories fills a rectangle when one straight cut parts it into two
// rectangles that two parts of the set fill. States that, with the least the
// other stories can cost, exceed the budget are dropped; the budget grows until
// a layout is found, which is then the cheapest: costs are never negative.
//
// Several cuts in one direction are one chain of blocks, and a chain is looked
// at in one way only: the block with the first story against the others. So
// the first part of a `stack` is not itself a stack, nor of a `row` a row.
//
// Costs are kept as excess over the sum of the stories' least costs.

import {conflicts, isUpper, toCornerBits, type Corner} from './corner.ts'
import {toBounds, type CostTable, type DoglegShape} from './tile-bounds.ts'

/** What to tile with. */
export interface TileRequest {
  columnCount: number
  lineCount: number
  /** One table per story; 16 at most. */
  tables: ReadonlyArray<CostTable>
  /** L-shapes of each story (default: none). */
  doglegs?: ReadonlyArray<ReadonlyArray<DoglegShape>>
  /** Cells all stories together have to fill (default: any number). */
  cellCount?: number
  /**
   * Corner of the whole that a story must stand at, by its index. Stories with
   * a corner come before those without.
   */
  corners?: ReadonlyArray<Corner | undefined>
  /** Sets of stories that have a rectangle of their own, as bits. */
  groups?: ReadonlyArray<number>
  /** Whether the page need not have a cut across it (default: no). */
  interlocks?: boolean
  /** Cost of a cut across the whole width or depth (default: none). */
  fullCuts?: {width: number; depth: number}
}

/** Costs of all sets in all rectangles, within a budget. */
export interface Tiling {
  request: TileRequest
  /** L-shapes of each story that can be on the page at all. */
  doglegs: ReadonlyArray<ReadonlyArray<DoglegShape>>
  /** Sum of the least costs of a set's stories. */
  floorOf(set: number): number
  /** Least excess of exactly these stories in such a rectangle. */
  excessOf(set: number, columnCount: number, lineCount: number): number
  /** How the rectangle is cut at that cost; a group is never cut. */
  cutOf(set: number, columnCount: number, lineCount: number): Cut | undefined
  /** Depths at which these stories fill a width, in ascending order. */
  depthsOf(set: number, columnCount: number): Array<number>
  /** Least depth looked at for a width; above the most where there is none. */
  lowOf(set: number, columnCount: number): number
  /** Most depth looked at for a width. */
  highOf(set: number, columnCount: number): number
  /** Least excess in any rectangle of that width. */
  leastOf(set: number, columnCount: number): number
  /** Whether these stories fill any rectangle of that width. */
  hasWidth(set: number, columnCount: number): boolean
  /** Corners that a set has to have, as bits. */
  cornersOf(set: number): number
  /** Whether a set is a group, which keeps its place in a chain as one block. */
  isGroup(set: number): boolean
  /** Whether all sets were looked at; there is a limit to the work. */
  isWhole: boolean
}

/**
 * How a rectangle is parted: by a straight cut or by one story in an L around
 * the others; a `leaf` is one story.
 */
export type Cut = 'dogleg' | 'leaf' | 'row' | 'stack'

/** Tiles within a budget, as often as wanted. */
export interface Tiler {
  /** No layout can cost less than this excess. */
  leastBudget: number
  /** Find the least excess of a set that fills so many cells of a width. */
  boundOf(set: number, columnCount: number, cellCount: number): number
  /** Tile within a budget; the tiling before is no longer valid. */
  tile(budget: number): Tiling
}

/** Slack in comparing sums of costs. */
export const costEpsilon = 1e-7

/** Sums of costs looked at in one tiling, at most. */
const mostSteps = 400_000_000

const leaf = 1
const row = 2
const stack = 3
const dogleg = 4

/** Prepare to tile. */
export function openTiler(request: TileRequest): Tiler {
  const {columnCount, lineCount, tables} = request
  const storyCount = tables.length
  const setCount = 1 << storyCount
  const full = setCount - 1
  const width1 = columnCount + 1
  const doglegs = tables.map((_, index) =>
    (request.doglegs?.[index] ?? []).filter(
      (one) => one.columnCount <= columnCount && one.lineCount <= lineCount
    )
  )
  const hasDoglegs = doglegs.some((list) => list.length > 0)
  const floors = tables.map((table, index) =>
    leastCost(table, doglegs[index] ?? [])
  )
  const bounds = toBounds(tables, doglegs, columnCount, lineCount, floors)
  const {prices, sums, leastCells, mostCells} = bounds
  const priceCount = prices.length
  const stride = width1 * priceCount
  const cellCount = request.cellCount ?? -1
  const corners = new Uint8Array(setCount)
  const floorSums = new Float64Array(setCount)
  for (let set = 1; set < setCount; set++) {
    const lowest = set & -set
    const index = 31 - Math.clz32(lowest)
    corners[set] =
      (corners[set ^ lowest] ?? 0) | toCornerBits(request.corners?.[index])
    floorSums[set] = (floorSums[set ^ lowest] ?? 0) + (floors[index] ?? 0)
  }
  const groups = request.groups ?? []
  const hasCorners = corners[full] !== 0
  const widthCut = request.fullCuts?.width ?? 0
  const depthCut = request.fullCuts?.depth ?? 0
  const leastCut =
    storyCount > 1 && !hasDoglegs && !request.interlocks
      ? Math.min(widthCut, depthCut)
      : 0
  const singles = tables.map((table, index) => toDense(table, index))

  // One tiling's memory is the next one's: they would fill it anew each time.
  const lows = new Int16Array(setCount * width1)
  const highs = new Int16Array(setCount * width1)
  const bases = new Int32Array(setCount * width1)
  // Bit `w`: the set fills some rectangle of that width, not by a stack, not
  // by a row.
  const live = new Uint32Array(setCount)
  const notStack = new Uint32Array(setCount)
  const notRow = new Uint32Array(setCount)
  const leasts = new Float64Array(setCount)
  const widthLeasts = new Float64Array(setCount * width1)
  let pool = new Float64Array(1 << 15)
  let kinds = new Uint8Array(1 << 15)

  const depth1 = lineCount + 1
  const scratch = new Float64Array(width1 * depth1)
  const scratchKinds = new Uint8Array(width1 * depth1)

  return {leastBudget: findLeastBudget(), boundOf, tile: tileWithin}

  function toDense(table: CostTable, index: number): Float64Array {
    const dense = new Float64Array(width1 * (lineCount + 1)).fill(Infinity)
    for (let width = 1; width <= columnCount; width++) {
      for (const [depth, {cost}] of table[width] ?? []) {
        if (depth > lineCount) continue
        dense[width * (lineCount + 1) + depth] = cost - (floors[index] ?? 0)
      }
    }
    return dense
  }

  function findLeastBudget(): number {
    if (cellCount < 0) return 0
    return Math.max(0, boundOf(full, columnCount, cellCount) + leastCut)
  }

  /** Least excess of a set that fills so many cells. */
  function boundOf(set: number, width: number, cells: number): number {
    if (cells < (leastCells[set] ?? 0) || cells > (mostCells[set] ?? 0)) {
      return Infinity
    }
    const at = set * stride + width * priceCount
    let most = 0
    for (let price = 0; price < priceCount; price++) {
      const bound = (sums[at + price] ?? 0) - (prices[price] ?? 0) * cells
      if (bound > most) most = bound
    }
    return most
  }

  function tileWithin(budget: number): Tiling {
    const limit = budget + costEpsilon
    let poolEnd = 0
    lows.fill(1)
    highs.fill(0)
    live.fill(0)
    notStack.fill(0)
    notRow.fill(0)
    leasts.fill(Infinity)

    const windowLow = new Int32Array(width1)
    const windowHigh = new Int32Array(width1)
    let stepCount = 0
    let narrowLeast = 0
    let narrowMost = 0

    for (let set = 1; set < setCount; set++) {
      if (stepCount > mostSteps) break
      if (!keepsGroups(set)) continue
      const wanted = openWindows(set)
      if (wanted === 0) continue
      if ((set & (set - 1)) === 0) fillSingle(set, wanted)
      else {
        fillSet(set, wanted)
        if (hasDoglegs) fillAround(set, wanted)
      }
      keep(set, wanted)
    }

    return {
      request,
      doglegs,
      floorOf,
      excessOf,
      cutOf,
      depthsOf,
      lowOf: (set, width) => lows[set * width1 + width] ?? 1,
      highOf: (set, width) => highs[set * width1 + width] ?? 0,
      leastOf: (set, width) =>
        ((live[set] ?? 0) & (1 << width)) === 0
          ? Infinity
          : (widthLeasts[set * width1 + width] ?? Infinity),
      hasWidth: (set, width) => ((live[set] ?? 0) & (1 << width)) !== 0,
      cornersOf: (set) => corners[set] ?? 0,
      isGroup: (set) => groups.includes(set),
      isWhole: stepCount <= mostSteps
    }

    /** Tell whether a set has all of a group, none, or nothing else. */
    function keepsGroups(set: number): boolean {
      for (const group of groups) {
        const part = set & group
        if (part !== 0 && part !== group && part !== set) return false
      }
      return true
    }

    function floorOf(set: number): number {
      return floorSums[set] ?? 0
    }

    function find(set: number, width: number, depth: number): number {
      const key = set * width1 + width
      const low = lows[key] ?? 1
      if (depth < low || depth > (highs[key] ?? 0)) return -1
      return (bases[key] ?? 0) + depth - low
    }

    function excessOf(set: number, width: number, depth: number): number {
      const at = find(set, width, depth)
      return at < 0 ? Infinity : (pool[at] ?? Infinity)
    }

    function cutOf(set: number, width: number, depth: number): Cut | undefined {
      const at = find(set, width, depth)
      const kind = at < 0 ? undefined : kinds[at]
      if (kind === leaf) return 'leaf'
      if (kind === row) return 'row'
      if (kind === stack) return 'stack'
      return kind === dogleg ? 'dogleg' : undefined
    }

    function depthsOf(set: number, width: number): Array<number> {
      const key = set * width1 + width
      const depths: Array<number> = []
      for (let depth = lows[key] ?? 1; depth <= (highs[key] ?? 0); depth++) {
        if (excessOf(set, width, depth) < Infinity) depths.push(depth)
      }
      return depths
    }

    /** Find the depths that can be worth a look, for every width. */
    function openWindows(set: number): number {
      const rest = full ^ set
      let wanted = 0
      let least = leastCells[set] ?? 0
      let most = mostCells[set] ?? 0
      if (cellCount >= 0) {
        least = Math.max(least, cellCount - (mostCells[rest] ?? 0))
        most = Math.min(most, cellCount - (leastCells[rest] ?? 0))
        if (rest !== 0 && least <= most) narrow(set, rest, least, most)
        else [narrowLeast, narrowMost] = [least, most]
        least = narrowLeast
        most = narrowMost
        if (least > most) return 0
      }
      for (let width = 1; width <= columnCount; width++) {
        let low = Math.max(1, Math.ceil(least / width))
        let high = Math.min(lineCount, Math.floor(most / width))
        if (set === full && cellCount >= 0 && width === columnCount) {
          low = Math.max(low, Math.ceil(cellCount / width))
        }
        if (low > high) continue
        const at = set * stride + width * priceCount
        for (let price = 0; price < priceCount; price++) {
          // sum − price · width · depth ≤ limit
          const sum = (sums[at + price] ?? 0) - limit
          const slope = (prices[price] ?? 0) * width
          if (slope > 0) low = Math.max(low, Math.ceil(sum / slope - 1e-6))
          else if (slope < 0)
            high = Math.min(high, Math.floor(sum / slope + 1e-6))
          else if (sum > 0) high = 0
        }
        if (low > high) continue
        windowLow[width] = low
        windowHigh[width] = high
        wanted |= 1 << width
        const base = width * depth1
        let room = limit
        if (rest !== 0 && cellCount >= 0) {
          room -= width === columnCount ? widthCut : leastCut
        }
        scratch.fill(room, base + low, base + high + 1)
        scratchKinds.fill(0, base + low, base + high + 1)
      }
      return wanted
    }

    /**
     * Narrow the cells a set can fill: for every pair of prices, of the set
     * and of the rest, the sum of both bounds is linear in the cells.
     */
    function narrow(
      set: number,
      rest: number,
      least: number,
      most: number
    ): void {
      const at = set * stride + columnCount * priceCount
      const restAt = rest * stride + columnCount * priceCount
      for (let price = 0; price < priceCount; price++) {
        const own = prices[price] ?? 0
        const sum = limit - leastCut - (sums[at + price] ?? 0)
        for (let other = 0; other < priceCount; other++) {
          const others = prices[other] ?? 0
          const left = sum - (sums[restAt + other] ?? 0) + others * cellCount
          const slope = others - own
          if (slope > 0) {
            if (slope * most > left) most = Math.floor(left / slope + 1e-6)
          } else if (slope < 0) {
            if (slope * least > left) least = Math.ceil(left / slope - 1e-6)
          } else if (left < 0) most = -1
        }
      }
      narrowLeast = least
      narrowMost = most
    }

    /** Drop what is too dear with the least that the other stories cost. */
    function dropDear(
      rest: number,
      width: number,
      low: number,
      high: number
    ): void {
      const base = width * depth1
      const at = rest * stride + columnCount * priceCount
      for (let depth = low; depth <= high; depth++) {
        if (scratchKinds[base + depth] === 0) continue
        const cells = cellCount - width * depth
        let room = limit - (scratch[base + depth] ?? 0)
        if (width === columnCount) room -= widthCut
        else room -= depth === lineCount ? depthCut : leastCut
        for (let price = 0; price < priceCount; price++) {
          if ((sums[at + price] ?? 0) - (prices[price] ?? 0) * cells > room) {
            scratchKinds[base + depth] = 0
            break
          }
        }
      }
    }

    function fillSingle(set: number, wanted: number): void {
      const dense = singles[31 - Math.clz32(set)]
      if (!dense) return
      for (let width = 1; width <= columnCount; width++) {
        if ((wanted & (1 << width)) === 0) continue
        const base = width * depth1
        const high = windowHigh[width] ?? 0
        for (let depth = windowLow[width] ?? 1; depth <= high; depth++) {
          const cost = dense[base + depth] ?? Infinity
          if (cost === Infinity || cost > (scratch[base + depth] ?? 0)) continue
          scratch[base + depth] = cost
          scratchKinds[base + depth] = leaf
        }
      }
    }

    function fillSet(set: number, wanted: number): void {
      const lowest = set & -set
      const others = set ^ lowest
      // Parts of `others`, from all but one down to none, join the first story.
      let part = (others - 1) & others
      for (;;) {
        const first = part | lowest
        const second = set ^ first
        const secondLive = live[second] ?? 0
        if (
          secondLive !== 0 &&
          (live[first] ?? 0) !== 0 &&
          (leasts[first] ?? 0) + (leasts[second] ?? 0) <= limit
        ) {
          const firstCorners = corners[first] ?? 0
          const secondCorners = corners[second] ?? 0
          const both = (notStack[first] ?? 0) & secondLive & wanted
          if (
            both !== 0 &&
            !(hasCorners && conflicts('stack', firstCorners, secondCorners))
          ) {
            stackInto(first, second, both)
          }
          const across = notRow[first] ?? 0
          if (
            across !== 0 &&
            !(hasCorners && conflicts('row', firstCorners, secondCorners))
          ) {
            rowInto(first, second, across, secondLive, wanted)
          }
        }
        if (part === 0) break
        part = (part - 1) & others
      }
    }

    /** Set each story in an L around all others. */
    function fillAround(set: number, wanted: number): void {
      for (let left = set; left !== 0; left &= left - 1) {
        const one = left & -left
        const index = 31 - Math.clz32(one)
        const others = set ^ one
        if ((live[others] ?? 0) === 0) continue
        // The L has three corners of its rectangle, but which is not known.
        if (hasCorners && !isFreeOfCorners(one, others)) continue
        const room = limit - (leasts[others] ?? 0)
        for (const shape of doglegs[index] ?? []) {
          const {columnCount: width, lineCount: depth, notch} = shape
          const excess = shape.cost - (floors[index] ?? 0)
          if ((wanted & (1 << width)) === 0 || excess > room) continue
          if (depth < (windowLow[width] ?? 1)) continue
          if (depth > (windowHigh[width] ?? 0)) continue
          const inner = find(others, notch.columnCount, notch.lineCount)
          if (inner < 0) continue
          const sum = excess + (pool[inner] ?? Infinity)
          const at = width * depth1 + depth
          if (sum >= (scratch[at] ?? 0)) continue
          scratch[at] = sum
          scratchKinds[at] = dogleg
        }
      }
    }

    function isFreeOfCorners(one: number, others: number): boolean {
      return (corners[others] ?? 0) === 0 && isUpper(corners[one] ?? 0)
    }

    function stackInto(first: number, second: number, widths: number): void {
      const most = 31 - Math.clz32(widths)
      for (let width = 1; width <= most; width++) {
        if ((widths & (1 << width)) === 0) continue
        const added = width === columnCount ? widthCut : 0
        const firstKey = first * width1 + width
        const secondKey = second * width1 + width
        const firstLow = lows[firstKey] ?? 1
        const firstHigh = highs[firstKey] ?? 0
        const firstBase = (bases[firstKey] ?? 0) - firstLow
        const secondLow = lows[secondKey] ?? 1
        const secondHigh = highs[secondKey] ?? 0
        const secondBase = (bases[secondKey] ?? 0) - secondLow
        const low = windowLow[width] ?? 1
        const high = windowHigh[width] ?? 0
        const target = width * depth1
        const room = limit - (widthLeasts[secondKey] ?? 0) - added
        if ((widthLeasts[firstKey] ?? 0) > room) continue
        const from = Math.max(firstLow, low - secondHigh)
        const to = Math.min(firstHigh, high - secondLow)
        if (from <= to) stepCount += (to - from + 1) * (secondHigh - secondLow)
        for (let depth = from; depth <= to; depth++) {
          const cost = pool[firstBase + depth] ?? Infinity
          if (cost > room || kinds[firstBase + depth] === stack) continue
          const start = Math.max(secondLow, low - depth)
          const end = Math.min(secondHigh, high - depth)
          const base = target + depth
          const plus = cost + added
          for (let other = start; other <= end; other++) {
            const sum = plus + (pool[secondBase + other] ?? 0)
            if (sum < (scratch[base + other] ?? 0)) {
              scratch[base + other] = sum
              scratchKinds[base + other] = stack
            }
          }
        }
      }
    }

    function rowInto(
      first: number,
      second: number,
      firstWidths: number,
      secondWidths: number,
      wanted: number
    ): void {
      for (let width = 1; width < columnCount; width++) {
        if ((firstWidths & (1 << width)) === 0) continue
        const meets = secondWidths & (wanted >> width)
        if (meets === 0) continue
        const firstKey = first * width1 + width
        const firstLow = lows[firstKey] ?? 1
        const firstHigh = highs[firstKey] ?? 0
        const firstBase = (bases[firstKey] ?? 0) - firstLow
        for (let other = 1; other + width <= columnCount; other++) {
          if ((meets & (1 << other)) === 0) continue
          const sumWidth = width + other
          const secondKey = second * width1 + other
          if (
            (widthLeasts[firstKey] ?? 0) + (widthLeasts[secondKey] ?? 0) >
            limit
          ) {
            continue
          }
          const secondLow = lows[secondKey] ?? 1
          const secondBase = (bases[secondKey] ?? 0) - secondLow
          const start = Math.max(firstLow, secondLow, windowLow[sumWidth] ?? 1)
          const end = Math.min(
            firstHigh,
            highs[secondKey] ?? 0,
            windowHigh[sumWidth] ?? 0
          )
          const target = sumWidth * depth1
          if (start <= end) stepCount += end - start
          for (let depth = start; depth <= end; depth++) {
            const sum =
              (pool[firstBase + depth] ?? 0) + (pool[secondBase + depth] ?? 0)
            if (
              sum < (scratch[target + depth] ?? 0) &&
              kinds[firstBase + depth] !== row
            ) {
              const whole = depth === lineCount ? sum + depthCut : sum
              if (whole >= (scratch[target + depth] ?? 0)) continue
              scratch[target + depth] = whole
              scratchKinds[target + depth] = row
            }
          }
        }
      }
    }

    /** Move what was found within the budget to the pool. */
    function keep(set: number, wanted: number): void {
      const rest = full ^ set
      const isGroup = groups.includes(set)
      let least = Infinity
      for (let width = 1; width <= columnCount; width++) {
        if ((wanted & (1 << width)) === 0) continue
        const base = width * depth1
        let low = windowLow[width] ?? 1
        let high = windowHigh[width] ?? 0
        if (rest !== 0 && cellCount >= 0) dropDear(rest, width, low, high)
        while (low <= high && scratchKinds[base + low] === 0) low++
        while (low <= high && scratchKinds[base + high] === 0) high--
        if (low > high) continue
        const key = set * width1 + width
        lows[key] = low
        highs[key] = high
        bases[key] = poolEnd
        if (poolEnd + high - low + 1 > pool.length) growPool()
        let widthLeast = Infinity
        for (let depth = low; depth <= high; depth++) {
          const found = scratchKinds[base + depth] ?? 0
          const kind = found !== 0 && isGroup ? leaf : found
          const cost = kind === 0 ? Infinity : (scratch[base + depth] ?? 0)
          pool[poolEnd] = cost
          kinds[poolEnd] = kind
          poolEnd++
          if (kind === 0) continue
          if (cost < widthLeast) widthLeast = cost
          if (kind !== stack)
            notStack[set] = (notStack[set] ?? 0) | (1 << width)
          if (kind !== row) notRow[set] = (notRow[set] ?? 0) | (1 << width)
        }
        live[set] = (live[set] ?? 0) | (1 << width)
        widthLeasts[key] = widthLeast
        if (widthLeast < least) least = widthLeast
      }
      leasts[set] = least
    }

    function growPool(): void {
      const largerPool = new Float64Array(pool.length * 2)
      largerPool.set(pool)
      pool = largerPool
      const largerKinds = new Uint8Array(kinds.length * 2)
      largerKinds.set(kinds)
      kinds = largerKinds
    }
  }
}

function leastCost(
  table: CostTable,
  doglegs: ReadonlyArray<DoglegShape>
): number {
  let least = Infinity
  for (const {cost} of doglegs) least = Math.min(least, cost)
  for (const widths of table) {
    for (const {cost} of widths.values()) least = Math.min(least, cost)
  }
  return least
}
