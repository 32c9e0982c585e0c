// How many cells of the page a unit takes, as its shape table tells.

import type {CostTable} from './tile-bounds.ts'

/** List the cells of every rectangle that a unit can fill. */
export function listCells(table: CostTable): Array<number> {
  return table.flatMap((row, width) =>
    [...row.keys()].map((depth) => width * depth)
  )
}

/** Count the cells of the way to set a unit that costs least. */
export function countBest(table: CostTable): number {
  let best = {cost: Infinity, cellCount: 0}
  for (const [width, row] of table.entries()) {
    for (const [depth, {cost}] of row) {
      if (cost < best.cost) best = {cost, cellCount: width * depth}
    }
  }
  return best.cellCount
}
