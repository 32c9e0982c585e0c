// Tiling: the cheapest slicing layouts of every set of stories in every
// rectangle of the lattice, by dynamic programming over subsets
// (MAKEUP.md 3.6, stage A).
//
// A set of stories fills a rectangle when one straight cut parts it into two
// rectangles that two parts of the set fill. States that cost more than the
// budget above the least possible are dropped; the budget doubles until a
// layout is found, which is then the cheapest: costs are never negative.

import type {ShapeTable} from './shape-table.ts'

/** What to tile with. */
export interface TileRequest {
  columnCount: number
  lineCount: number
  /** One table per story. */
  tables: ReadonlyArray<ShapeTable>
  /** Cells all stories together have to fill (default: any number). */
  cellCount?: number
}

/** A slicing layout. */
export type SlicingTree =
  | {
      type: 'cut'
      /** `stack`: one over the other; `row`: side by side. */
      direction: 'row' | 'stack'
      first: SlicingTree
      second: SlicingTree
    }
  | {type: 'leaf'; index: number; columnCount: number; lineCount: number}

/** Costs of all sets in all rectangles, within a budget. */
export interface Tiling {
  /** Least cost of exactly these stories in such a rectangle. */
  costOf(set: number, columnCount: number, lineCount: number): number
  /** Depths at which these stories fill a width, in ascending order. */
  depthsOf(set: number, columnCount: number): ReadonlyArray<number>
  /** List layouts, cheapest first, `count` at most. */
  layoutsOf(
    set: number,
    columnCount: number,
    lineCount: number,
    count: number
  ): Array<SlicingTree>
}

/** A way to part a set in a rectangle. */
interface Parting {
  cost: number
  direction: 'row' | 'stack'
  firstSet: number
  firstColumnCount: number
  firstLineCount: number
}

/** Slack in comparing sums of costs. */
const epsilon = 1e-9

/** Fill the table of costs for every set of stories. */
export function tile(request: TileRequest, budget: number): Tiling {
  const {columnCount, lineCount, tables} = request
  const setCount = 1 << tables.length
  const stride = lineCount + 1
  const costs: Array<Float64Array | undefined> = []
  const depths: Array<Array<number>> = []
  const floors = sumOverSets(tables.map(leastCost))
  const leastCells = sumOverSets(tables.map((table) => cells(table, Math.min)))
  const mostCells = sumOverSets(tables.map((table) => cells(table, Math.max)))
  const full = setCount - 1

  for (let set = 1; set < setCount; set++) {
    const limit = (floors[set] ?? 0) + budget + epsilon
    const rest = full ^ set
    let least = leastCells[set] ?? 0
    let most = mostCells[set] ?? 0
    if (request.cellCount !== undefined) {
      least = Math.max(least, request.cellCount - (mostCells[rest] ?? 0))
      most = Math.min(most, request.cellCount - (leastCells[rest] ?? 0))
    }
    for (let width = 1; width <= columnCount; width++) {
      const low = Math.max(1, Math.ceil(least / width))
      const high = Math.min(lineCount, Math.floor(most / width))
      fillState(set, width, low, high, limit)
    }
  }

  return {costOf, depthsOf, layoutsOf}

  function key(set: number, width: number): number {
    return set * (columnCount + 1) + width
  }

  function costOf(set: number, width: number, depth: number): number {
    return costs[key(set, width)]?.[depth] ?? Infinity
  }

  function depthsOf(set: number, width: number): ReadonlyArray<number> {
    return depths[key(set, width)] ?? []
  }

  function fillState(
    set: number,
    width: number,
    low: number,
    high: number,
    limit: number
  ): void {
    if (low > high) return
    const row = new Float64Array(stride).fill(Infinity)
    const single = Math.log2(set)

    if (Number.isInteger(single)) {
      for (const [depth, candidate] of tables[single]?.[width] ?? []) {
        if (depth >= low && depth <= high) row[depth] = candidate.cost
      }
    } else {
      const lowest = set & -set
      for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
        if ((part & lowest) === 0) continue
        stackInto(row, part, set ^ part, width, low, high)
        rowInto(row, part, set ^ part, width, low, high)
      }
    }

    const live: Array<number> = []
    for (let depth = low; depth <= high; depth++) {
      if ((row[depth] ?? Infinity) <= limit) live.push(depth)
      else row[depth] = Infinity
    }
    if (live.length === 0) return
    costs[key(set, width)] = row
    depths[key(set, width)] = live
  }

  function stackInto(
    row: Float64Array,
    first: number,
    second: number,
    width: number,
    low: number,
    high: number
  ): void {
    const firstCosts = costs[key(first, width)]
    const secondCosts = costs[key(second, width)]
    if (!firstCosts || !secondCosts) return
    const secondDepths = depthsOf(second, width)
    for (const firstDepth of depthsOf(first, width)) {
      const cost = firstCosts[firstDepth] ?? Infinity
      for (const secondDepth of secondDepths) {
        const depth = firstDepth + secondDepth
        if (depth > high) break
        if (depth < low) continue
        const sum = cost + (secondCosts[secondDepth] ?? Infinity)
        if (sum < (row[depth] ?? Infinity)) row[depth] = sum
      }
    }
  }

  function rowInto(
    row: Float64Array,
    first: number,
    second: number,
    width: number,
    low: number,
    high: number
  ): void {
    for (let firstWidth = 1; firstWidth < width; firstWidth++) {
      const firstCosts = costs[key(first, firstWidth)]
      const secondCosts = costs[key(second, width - firstWidth)]
      if (!firstCosts || !secondCosts) continue
      for (const depth of depthsOf(first, firstWidth)) {
        if (depth < low) continue
        if (depth > high) break
        const sum =
          (firstCosts[depth] ?? Infinity) + (secondCosts[depth] ?? Infinity)
        if (sum < (row[depth] ?? Infinity)) row[depth] = sum
      }
    }
  }

  function layoutsOf(
    set: number,
    width: number,
    depth: number,
    count: number
  ): Array<SlicingTree> {
    if (costOf(set, width, depth) === Infinity) return []
    if (Number.isInteger(Math.log2(set))) {
      const index = Math.log2(set)
      return [{type: 'leaf', index, columnCount: width, lineCount: depth}]
    }
    const layouts: Array<SlicingTree> = []
    for (const parting of listPartings(set, width, depth).slice(0, count)) {
      // Below the first cut the cheapest layout stands for the others, but
      // for one level more, so that layouts differ in more than their root.
      const inner = Math.max(1, Math.floor(count / 6))
      layouts.push(...follow(parting, set, width, depth, inner))
    }
    return layouts.slice(0, count)
  }

  function follow(
    parting: Parting,
    set: number,
    width: number,
    depth: number,
    count: number
  ): Array<SlicingTree> {
    const {direction, firstColumnCount, firstLineCount, firstSet} = parting
    const isStack = direction === 'stack'
    const firsts = layoutsOf(firstSet, firstColumnCount, firstLineCount, count)
    const seconds = layoutsOf(
      set ^ firstSet,
      isStack ? width : width - firstColumnCount,
      isStack ? depth - firstLineCount : depth,
      count
    )
    const found: Array<SlicingTree> = []
    for (const first of firsts) {
      for (const second of seconds) {
        found.push({type: 'cut', direction, first, second})
      }
    }
    return found.slice(0, count)
  }

  function listPartings(
    set: number,
    width: number,
    depth: number
  ): Array<Parting> {
    const lowest = set & -set
    const found: Array<Parting> = []
    for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      if ((part & lowest) === 0) continue
      const other = set ^ part
      for (const firstDepth of depthsOf(part, width)) {
        const cost =
          costOf(part, width, firstDepth) +
          costOf(other, width, depth - firstDepth)
        if (cost === Infinity) continue
        found.push({
          cost,
          direction: 'stack',
          firstSet: part,
          firstColumnCount: width,
          firstLineCount: firstDepth
        })
      }
      for (let firstWidth = 1; firstWidth < width; firstWidth++) {
        const cost =
          costOf(part, firstWidth, depth) +
          costOf(other, width - firstWidth, depth)
        if (cost === Infinity) continue
        found.push({
          cost,
          direction: 'row',
          firstSet: part,
          firstColumnCount: firstWidth,
          firstLineCount: depth
        })
      }
    }
    return found.sort((a, b) => a.cost - b.cost || a.firstSet - b.firstSet)
  }
}

/** Sum a value of each story over every set of stories. */
function sumOverSets(values: ReadonlyArray<number>): Float64Array {
  const sums = new Float64Array(1 << values.length)
  for (let set = 1; set < sums.length; set++) {
    const lowest = set & -set
    sums[set] =
      (sums[set ^ lowest] ?? 0) + (values[Math.log2(lowest)] ?? Infinity)
  }
  return sums
}

function leastCost(table: ShapeTable): number {
  let least = Infinity
  for (const row of table) {
    for (const candidate of row.values())
      least = Math.min(least, candidate.cost)
  }
  return least
}

function cells(
  table: ShapeTable,
  choose: (a: number, b: number) => number
): number {
  let chosen: number | undefined
  for (const [width, row] of table.entries()) {
    for (const depth of row.keys()) {
      chosen =
        chosen === undefined ? width * depth : choose(chosen, width * depth)
    }
  }
  return chosen ?? 0
}
