// Filling: share the free stories among the free rectangles of the page, and
// tile each, at the least cost.

import type {LatticeRect} from '../model/plan.ts'
import type {FilledRegion} from './arrange.ts'
import {listRegions} from './regions.ts'
import type {ArrangeRequest} from './arrange-page.ts'
import type {ShapeTable} from './shape-table.ts'
import {tile, type SlicingTree, type Tiling} from './tile.ts'
import type {Unit} from './unit.ts'

/** Layouts for every free rectangle. */
export interface Filling {
  units: ReadonlyArray<Unit>
  tables: ReadonlyArray<ShapeTable>
  regions: ReadonlyArray<FilledRegion>
}

/** Excess costs tried, cheapest first. */
const budgets = [1, 2, 4, 8, 16, 64, Infinity]

/** Stories that one exact tiling can take; more are set in strips. */
const mostUnits = 11

const layoutCount = 24

/** Find layouts for all free stories, or nothing where they don't fit. */
export function fillRegions(request: ArrangeRequest): Filling | undefined {
  const {tables, units} = request
  const {columnCount, lineCount} = request.template.grid
  const page = {columnIndex: 0, columnCount, lineIndex: 0, lineCount}
  const pins = [...request.fixed.map(({area}) => area), ...request.blocked]
  if (units.length === 0) return {units, tables, regions: []}
  if (units.length > mostUnits && pins.length === 0) {
    return fillStrips(units, tables, page)
  }

  const ways = listRegions(page, pins)
  const cellCount = page.columnCount * page.lineCount - countCells(pins)
  const grid = {columnCount, lineCount, tables, cellCount}

  for (const budget of budgets) {
    const tiling = tile(grid, budget)
    let best: {cost: number; regions: Array<FilledRegion>} | undefined
    for (const way of ways) {
      const found = share((1 << units.length) - 1, way, tiling)
      if (found && (!best || found.cost < best.cost)) best = found
    }
    if (best) return {units, tables, regions: best.regions}
  }
  return undefined
}

/** Give each region in turn some of the stories. */
function share(
  set: number,
  regions: ReadonlyArray<LatticeRect>,
  tiling: Tiling
): {cost: number; regions: Array<FilledRegion>} | undefined {
  const [area, ...rest] = regions
  if (!area) return set === 0 ? {cost: 0, regions: []} : undefined
  let best: {cost: number; part: number} | undefined
  let others: Array<FilledRegion> = []

  for (let part = set; part > 0; part = (part - 1) & set) {
    const cost = tiling.costOf(part, area.columnCount, area.lineCount)
    if (cost === Infinity || (best && cost >= best.cost)) continue
    const remaining = share(set ^ part, rest, tiling)
    if (!remaining) continue
    if (best && cost + remaining.cost >= best.cost) continue
    best = {cost: cost + remaining.cost, part}
    others = remaining.regions
  }

  if (!best) return undefined
  const layouts = tiling.layoutsOf(
    best.part,
    area.columnCount,
    area.lineCount,
    layoutCount
  )
  return {cost: best.cost, regions: [{area, layouts}, ...others]}
}

/** More stories than one tiling can take: strips over the full width. */
function fillStrips(
  units: ReadonlyArray<Unit>,
  tables: ReadonlyArray<ShapeTable>,
  page: LatticeRect
): Filling | undefined {
  const stripCount = Math.ceil(units.length / 7)
  const size = Math.ceil(units.length / stripCount)
  const starts = Array.from({length: stripCount}, (_, strip) => strip * size)

  for (const budget of [4, 16, Infinity]) {
    const tilings = starts.map((start) =>
      tile(
        {
          columnCount: page.columnCount,
          lineCount: page.lineCount,
          tables: tables.slice(start, start + size)
        },
        budget
      )
    )
    const sets = starts.map(
      (start) => (1 << Math.min(size, units.length - start)) - 1
    )
    const depths = chooseDepths(tilings, sets, page)
    if (!depths) continue
    const regions: Array<FilledRegion> = []
    let lineIndex = 0
    for (const [strip, lineCount] of depths.entries()) {
      const layouts = (
        tilings[strip]?.layoutsOf(
          sets[strip] ?? 0,
          page.columnCount,
          lineCount,
          layoutCount
        ) ?? []
      ).map((layout) => shift(layout, starts[strip] ?? 0))
      regions.push({area: {...page, lineIndex, lineCount}, layouts})
      lineIndex += lineCount
    }
    return {units, tables, regions}
  }
  return undefined
}

/** Choose a depth for each strip so that together they fill the page. */
function chooseDepths(
  tilings: ReadonlyArray<Tiling>,
  sets: ReadonlyArray<number>,
  page: LatticeRect
): Array<number> | undefined {
  let ways = new Map<number, {cost: number; depths: Array<number>}>([
    [0, {cost: 0, depths: []}]
  ])
  for (const [strip, tiling] of tilings.entries()) {
    const next = new Map<number, {cost: number; depths: Array<number>}>()
    const set = sets[strip] ?? 0
    for (const [used, way] of ways) {
      for (const depth of tiling.depthsOf(set, page.columnCount)) {
        const sum = used + depth
        if (sum > page.lineCount) break
        const cost = way.cost + tiling.costOf(set, page.columnCount, depth)
        const rival = next.get(sum)
        if (rival && rival.cost <= cost) continue
        next.set(sum, {cost, depths: [...way.depths, depth]})
      }
    }
    ways = next
  }
  return ways.get(page.lineCount)?.depths
}

function shift(tree: SlicingTree, by: number): SlicingTree {
  if (tree.type === 'leaf') return {...tree, index: tree.index + by}
  return {...tree, first: shift(tree.first, by), second: shift(tree.second, by)}
}

function countCells(areas: ReadonlyArray<LatticeRect>): number {
  let count = 0
  for (const area of areas) count += area.columnCount * area.lineCount
  return count
}
