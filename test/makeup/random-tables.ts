// Small random shape tables, for comparing the search with brute force.

import type {CostTable} from '../../src/makeup/tile-bounds.ts'
import {toRandom} from '../bench/random.ts'

/** Lattice of the small pages. */
export interface SmallLattice {
  columnCount: number
  lineCount: number
}

/** Cut a small page up at random; every story fits its part and others. */
export function toRandomTables(
  count: number,
  seed: number,
  {columnCount, lineCount}: SmallLattice
): Array<CostTable> {
  const random = toRandom(seed)
  let sizes = [{width: columnCount, depth: lineCount}]
  while (sizes.length < count) {
    const index = random.integer(0, sizes.length - 1)
    const size = sizes[index]
    if (!size) continue
    const {depth, width} = size
    const isRow = random.ratio() < 0.5
    if (isRow ? width < 2 : depth < 2) continue
    const cut = random.integer(1, (isRow ? width : depth) - 1)
    sizes = sizes.filter((one) => one !== size)
    if (isRow) sizes.push({width: cut, depth}, {width: width - cut, depth})
    else sizes.push({width, depth: cut}, {width, depth: depth - cut})
  }
  return sizes.map(({depth, width}) => {
    const table = Array.from(
      {length: columnCount + 1},
      () => new Map<number, {cost: number}>()
    )
    table[width]?.set(depth, {cost: random.ratio() * 3})
    for (let extra = 0; extra < 5; extra++) {
      const otherWidth = random.integer(1, columnCount)
      const cells = width * depth + random.integer(-2, 2)
      const otherDepth = Math.max(1, Math.round(cells / otherWidth))
      if (otherDepth > lineCount) continue
      table[otherWidth]?.set(otherDepth, {cost: random.ratio() * 5})
    }
    return table
  })
}
