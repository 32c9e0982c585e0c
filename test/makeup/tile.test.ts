import {describe, expect, test} from 'vitest'
import {listLayouts, type SlicingTree} from '../../src/makeup/layouts.ts'
import type {CostTable, DoglegShape} from '../../src/makeup/tile-bounds.ts'
import type {TileRequest} from '../../src/makeup/tile-space.ts'
import {openTiler} from '../../src/makeup/tile.ts'
import {toRandom} from '../bench/random.ts'
import {toRandomTables} from './random-tables.ts'

const lattice = {columnCount: 4, lineCount: 10}
const cellCount = 40

describe('openTiler', () => {
  test.for([2, 3, 4, 5, 6, 7])(
    'should find what brute force finds, with %i stories',
    (count) => {
      let filledCount = 0
      for (let seed = 1; seed <= 12; seed++) {
        const tables = toRandomTables(count, seed * 31 + count, lattice)
        const request = {...lattice, tables, cellCount}
        const least = bruteForce(request)
        if (least < Infinity) filledCount++

        expect(findLeast(request)).toBeCloseTo(least, 9)
      }
      expect(filledCount).toBe(12)
    }
  )

  test('should count cuts across the whole page as brute force does', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const tables = toRandomTables(5, seed * 17, lattice)
      const fullCuts = {width: 1.5, depth: 2}
      const request = {...lattice, tables, cellCount, fullCuts}

      expect(findLeast(request)).toBeCloseTo(bruteForce(request), 9)
    }
  })

  test('should keep groups in a rectangle of their own', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const tables = toRandomTables(5, seed * 13, lattice)
      const request = {...lattice, tables, cellCount, groups: [0b101]}

      expect(findLeast(request)).toBeCloseTo(bruteForce(request), 9)
    }
  })

  test('should give stories their corners', () => {
    let differentCount = 0
    for (let seed = 1; seed <= 12; seed++) {
      const tables = toRandomTables(5, seed * 7, lattice)
      const corners = [
        'upper-left' as const,
        'lower-left' as const,
        'upper-right' as const,
        undefined,
        undefined
      ]
      const request = {...lattice, tables, cellCount, corners}
      const free = findLeast({...lattice, tables, cellCount})
      const least = findLeast(request)
      if (least > free + 1e-9) differentCount++

      expect(least).toBeCloseTo(bruteForceAtCorners(request), 9)
    }
    expect(differentCount).toBeGreaterThan(0)
  })

  test('should set stories in an L around others as brute force does', () => {
    let differentCount = 0
    for (let seed = 1; seed <= 12; seed++) {
      const tables = toRandomTables(5, seed * 11, lattice)
      const doglegs = toRandomDoglegs(tables, seed)
      const request = {...lattice, tables, cellCount, doglegs}
      const least = findLeast(request)
      if (least < findLeast({...lattice, tables, cellCount}) - 1e-9) {
        differentCount++
      }

      expect(least).toBeCloseTo(bruteForce(request), 9)
    }
    expect(differentCount).toBeGreaterThan(0)
  })

  test('should find the same with a budget as without', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const tables = toRandomTables(8, seed * 5, {
        columnCount: 8,
        lineCount: 30
      })
      const request = {columnCount: 8, lineCount: 30, tables, cellCount: 240}
      const whole = openTiler(request).tile(Infinity)

      expect(findLeast(request)).toBeCloseTo(
        whole.excessOf(255, 8, 30) + whole.floorOf(255),
        9
      )
    }
  })
})

describe('listLayouts', () => {
  test('should list different layouts, cheapest first, each a partition', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const tables = toRandomTables(5, seed * 31 + 5, lattice)
      const request = {...lattice, tables, cellCount}
      const tiling = openTiler(request).tile(100)
      const layouts = [...listLayouts(tiling, 31, 4, 10)]
      const floor = tiling.floorOf(31)
      const seen = new Set<string>()
      let before = 0

      for (const {excess, tree} of layouts) {
        seen.add(JSON.stringify(tree))
        expect(excess).toBeGreaterThanOrEqual(before - 1e-9)
        expect(sumCosts(tree, tables)).toBeCloseTo(excess + floor, 6)
        expect(measure(tree)).toEqual(lattice)
        before = excess
      }
      expect(seen.size).toBe(layouts.length)
      expect(layouts[0]?.excess).toBeCloseTo(tiling.excessOf(31, 4, 10), 9)
    }
  })
})

function findLeast(request: TileRequest): number {
  const set = (1 << request.tables.length) - 1
  const tiler = openTiler(request)
  for (let budget = tiler.leastBudget + 0.1; budget < 200; budget *= 1.4) {
    const tiling = tiler.tile(budget)
    const {columnCount, lineCount} = request
    const excess = tiling.excessOf(set, columnCount, lineCount)
    if (excess < Infinity) return excess + tiling.floorOf(set)
  }
  return Infinity
}

/** Try every cut of every rectangle with every share of its stories. */
function bruteForce(request: TileRequest): number {
  const known = new Map<string, number>()
  const {columnCount, fullCuts, groups = [], lineCount, tables} = request
  const {doglegs = []} = request
  return least((1 << tables.length) - 1, columnCount, lineCount)

  function leastAround(set: number, width: number, depth: number): number {
    let best = Infinity
    for (const [index, shapes] of doglegs.entries()) {
      const one = 1 << index
      if ((set & one) === 0) continue
      for (const {columnCount: outer, cost, lineCount: deep, notch} of shapes) {
        if (outer !== width || deep !== depth) continue
        const inner = least(set ^ one, notch.columnCount, notch.lineCount)
        best = Math.min(best, cost + inner)
      }
    }
    return best
  }

  function least(set: number, width: number, depth: number): number {
    const breaksGroup = groups.some((group) => {
      const part = group & set
      return part !== 0 && part !== group && part !== set
    })
    if (breaksGroup) return Infinity
    if ((set & (set - 1)) === 0) {
      return tables[Math.log2(set)]?.[width]?.get(depth)?.cost ?? Infinity
    }
    const key = `${set} ${width} ${depth}`
    const before = known.get(key)
    if (before !== undefined) return before
    let best = leastAround(set, width, depth)
    const depthCost = depth === lineCount ? (fullCuts?.depth ?? 0) : 0
    const widthCost = width === columnCount ? (fullCuts?.width ?? 0) : 0
    for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      for (let cut = 1; cut < width; cut++) {
        const sum =
          least(part, cut, depth) + least(set ^ part, width - cut, depth)
        best = Math.min(best, sum + depthCost)
      }
      for (let cut = 1; cut < depth; cut++) {
        const sum =
          least(part, width, cut) + least(set ^ part, width, depth - cut)
        best = Math.min(best, sum + widthCost)
      }
    }
    known.set(key, best)
    return best
  }
}

/** Random L-shapes of about a story's cells. */
function toRandomDoglegs(
  tables: ReadonlyArray<CostTable>,
  seed: number
): Array<Array<DoglegShape>> {
  const random = toRandom(seed)
  return tables.map((table) => {
    let cells = 0
    for (const [width, row] of table.entries()) {
      for (const depth of row.keys()) cells = width * depth
    }
    const found: Array<DoglegShape> = []
    for (let attempt = 0; attempt < 40; attempt++) {
      const columnCount = random.integer(2, 4)
      const lineCount = random.integer(2, 10)
      const notch = {
        side: 'right' as const,
        columnCount: random.integer(1, columnCount - 1),
        lineCount: random.integer(1, lineCount - 1)
      }
      const left = columnCount * lineCount - notch.columnCount * notch.lineCount
      if (Math.abs(left - cells) > 3) continue
      found.push({columnCount, lineCount, notch, cost: random.ratio()})
    }
    return found
  })
}

/** The same, with places, so that corners can be looked at. */
function bruteForceAtCorners(request: TileRequest): number {
  const known = new Map<string, number>()
  const {columnCount, corners = [], lineCount, tables} = request
  return least((1 << tables.length) - 1, 0, 0, columnCount, lineCount)

  function least(
    set: number,
    x: number,
    y: number,
    width: number,
    depth: number
  ): number {
    if ((set & (set - 1)) === 0) {
      const corner = corners[Math.log2(set)]
      const isThere =
        typeof corner !== 'string' ||
        ((corner.endsWith('left') ? x === 0 : x + width === columnCount) &&
          (corner.startsWith('upper') ? y === 0 : y + depth === lineCount))
      if (!isThere) return Infinity
      return tables[Math.log2(set)]?.[width]?.get(depth)?.cost ?? Infinity
    }
    const key = `${set} ${x} ${y} ${width} ${depth}`
    const before = known.get(key)
    if (before !== undefined) return before
    let best = Infinity
    for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      const rest = set ^ part
      for (let cut = 1; cut < width; cut++) {
        const sum =
          least(part, x, y, cut, depth) +
          least(rest, x + cut, y, width - cut, depth)
        best = Math.min(best, sum)
      }
      for (let cut = 1; cut < depth; cut++) {
        const sum =
          least(part, x, y, width, cut) +
          least(rest, x, y + cut, width, depth - cut)
        best = Math.min(best, sum)
      }
    }
    known.set(key, best)
    return best
  }
}

function sumCosts(tree: SlicingTree, tables: ReadonlyArray<CostTable>): number {
  if (tree.type === 'gap') return 0
  if (tree.type === 'dogleg') {
    return tree.shape.cost + sumCosts(tree.inner, tables)
  }
  if (tree.type === 'cut') {
    return sumCosts(tree.first, tables) + sumCosts(tree.second, tables)
  }
  const {columnCount, index, lineCount} = tree
  return tables[index]?.[columnCount]?.get(lineCount)?.cost ?? Infinity
}

function measure(tree: SlicingTree): {columnCount: number; lineCount: number} {
  if (tree.type !== 'cut') {
    return {columnCount: tree.columnCount, lineCount: tree.lineCount}
  }
  const first = measure(tree.first)
  const second = measure(tree.second)
  if (tree.direction === 'stack') {
    expect(second.columnCount).toBe(first.columnCount)
    return {...first, lineCount: first.lineCount + second.lineCount}
  }
  expect(second.lineCount).toBe(first.lineCount)
  return {...first, columnCount: first.columnCount + second.columnCount}
}
