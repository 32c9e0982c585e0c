// What pages are made up with elsewhere, to compare with: each is given the
// same stories in the same shapes, and says whether the page is full to the
// line.

import type {LatticeRect} from '../../src/model/plan.ts'
import type {CostTable} from '../../src/makeup/tile-bounds.ts'
import {toPlantedPage} from './planted-page.ts'
import {toRandom, type Random} from './random.ts'

/** A way to make up a page; `true` where it is full to the line. */
export type Baseline = (
  tables: ReadonlyArray<CostTable>,
  lineCount: number
) => boolean

const columnCount = 8

/** Ready pages, by their stories' number. */
const library: Array<Array<ReadonlyArray<LatticeRect>>> = []

/**
 * Greedy: each story, in its cheapest shape, where the page is least full
 * (González et al.'s shortest column).
 */
export function fillGreedily(
  tables: ReadonlyArray<CostTable>,
  lineCount: number
): boolean {
  const depths = Array.from({length: columnCount}, () => 0)
  for (const table of tables) {
    const {depth, width} = findCheapest(table)
    let best = {column: 0, top: Infinity}
    for (let column = 0; column + width <= columnCount; column++) {
      const top = Math.max(...depths.slice(column, column + width))
      if (top < best.top) best = {column, top}
    }
    for (let column = best.column; column < best.column + width; column++) {
      depths[column] = best.top + depth
    }
  }
  const isFull = depths.every((depth) => depth === lineCount)
  return isFull && sumCells(tables) === columnCount * lineCount
}

/** Random straight cuts, and for each the best shapes; so many are tried. */
export function fillAtRandom(
  tables: ReadonlyArray<CostTable>,
  lineCount: number,
  tryCount = 400
): boolean {
  const random = toRandom(tables.length)
  for (let attempt = 0; attempt < tryCount; attempt++) {
    const indexes = shuffle([...tables.keys()], random)
    if (listDepths(indexes, columnCount, tables, random).has(lineCount)) {
      return true
    }
  }
  return false
}

/** A library of ready pages: stories are matched to modules they fill. */
export function fillByLibrary(
  tables: ReadonlyArray<CostTable>,
  lineCount: number
): boolean {
  const pages = (library[tables.length] ??= Array.from(
    {length: 20},
    (_, page) =>
      toPlantedPage(tables.length, 5000 + page, 'slicing', lineCount).areas
  ))
  for (const areas of pages) {
    const fits = areas.map((area) =>
      [...tables.keys()].filter((index) =>
        tables[index]?.[area.columnCount]?.has(area.lineCount)
      )
    )
    if (isMatched(fits)) return true
  }
  return false
}

/** Depths that a random tree of stories can have in a width. */
function listDepths(
  indexes: ReadonlyArray<number>,
  width: number,
  tables: ReadonlyArray<CostTable>,
  random: Random
): Set<number> {
  const [first] = indexes
  if (indexes.length === 1 && first !== undefined) {
    return new Set(tables[first]?.[width]?.keys() ?? [])
  }
  const count = random.integer(1, indexes.length - 1)
  const [left, right] = [indexes.slice(0, count), indexes.slice(count)]
  if (width > 1 && random.ratio() < 0.5) {
    const share = Math.round((width * count) / indexes.length)
    const leftWidth = Math.min(width - 1, Math.max(1, share))
    const lefts = listDepths(left, leftWidth, tables, random)
    const rights = listDepths(right, width - leftWidth, tables, random)
    return new Set([...lefts].filter((depth) => rights.has(depth)))
  }
  const sums = new Set<number>()
  const rights = listDepths(right, width, tables, random)
  for (const above of listDepths(left, width, tables, random)) {
    for (const below of rights) sums.add(above + below)
  }
  return sums
}

/** Tell whether every module can have a story of its own (Kuhn 1955). */
function isMatched(fits: ReadonlyArray<ReadonlyArray<number>>): boolean {
  const takenBy = new Map<number, number>()
  return fits.every((_, module) => take(module, new Set()))

  function take(module: number, seen: Set<number>): boolean {
    for (const story of fits[module] ?? []) {
      if (seen.has(story)) continue
      seen.add(story)
      const other = takenBy.get(story)
      if (other !== undefined && !take(other, seen)) continue
      takenBy.set(story, module)
      return true
    }
    return false
  }
}

function findCheapest(table: CostTable): {width: number; depth: number} {
  let best = {width: 1, depth: 1, cost: Infinity}
  for (const [width, row] of table.entries()) {
    for (const [depth, {cost}] of row) {
      if (cost < best.cost) best = {width, depth, cost}
    }
  }
  return best
}

function sumCells(tables: ReadonlyArray<CostTable>): number {
  let cells = 0
  for (const table of tables) {
    const {depth, width} = findCheapest(table)
    cells += depth * width
  }
  return cells
}

function shuffle(indexes: Array<number>, random: Random): Array<number> {
  for (let at = indexes.length - 1; at > 0; at--) {
    const other = random.integer(0, at)
    const [a, b] = [indexes[at] ?? 0, indexes[other] ?? 0]
    indexes[at] = b
    indexes[other] = a
  }
  return indexes
}
