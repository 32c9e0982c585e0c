// Strips: more stories than one tiling can take are shared among strips over
// the full width, each tiled for every depth it can have. The depths are then
// chosen so that the strips together fill the page (MAKEUP.md 3.6, scale-up).

import type {FilledRegion} from './fill-board.ts'
import type {Board} from './board.ts'
import {listLayouts, type Layout, type SlicingTree} from './layouts.ts'
import type {ShapeTable} from './shape-table.ts'
import {openTiler, type Tiler, type Tiling} from './tile.ts'
import type {Unit} from './unit.ts'

/** Stories of a strip, at first. */
const usualSize = 6

/** Excess of a strip, tried in this order. */
const budgets = [1, 3, 9, 27]

/** Layouts of a strip that are looked at. */
const mostLayouts = 60

interface Strip {
  indexes: ReadonlyArray<number>
  tiler: Tiler
}

/** Fill a board without obstacles by strips. */
export function fillStrips(
  units: ReadonlyArray<Unit>,
  tables: ReadonlyArray<ShapeTable>,
  board: Board
): Array<FilledRegion> | undefined {
  if (board.obstacles.length > 0) return undefined
  const {columnCount, lineCount} = board.area
  const most = Math.ceil(units.length / 3)
  for (
    let stripCount = Math.ceil(units.length / usualSize);
    stripCount <= most;
    stripCount++
  ) {
    const strips = share(units.length, stripCount).map((indexes): Strip => ({
      indexes,
      tiler: openTiler({
        columnCount,
        lineCount,
        tables: indexes.map((index) => tables[index] ?? [])
      })
    }))
    for (const budget of budgets) {
      const tilings = strips.map(({tiler}) => tiler.tile(budget))
      const depths = chooseDepths(tilings, columnCount, lineCount)
      if (depths) return toRegions(strips, tilings, depths, board)
    }
  }
  return undefined
}

/** Share stories in order of news value among strips of like size. */
function share(unitCount: number, stripCount: number): Array<Array<number>> {
  const strips: Array<Array<number>> = []
  let start = 0
  for (let strip = 0; strip < stripCount; strip++) {
    const end = Math.floor((unitCount * (strip + 1)) / stripCount)
    strips.push(Array.from({length: end - start}, (_, index) => start + index))
    start = end
  }
  return strips
}

function toRegions(
  strips: ReadonlyArray<Strip>,
  tilings: ReadonlyArray<Tiling>,
  depths: ReadonlyArray<number>,
  board: Board
): Array<FilledRegion> {
  let lineIndex = board.area.lineIndex
  return strips.map(({indexes}, strip) => {
    const tiling = tilings[strip]
    const lineCount = depths[strip] ?? 0
    const area = {...board.area, lineIndex, lineCount}
    lineIndex += lineCount
    const layouts: Array<Layout> = []
    const set = (1 << indexes.length) - 1
    const all = tiling
      ? listLayouts(tiling, set, area.columnCount, lineCount)
      : []
    for (const {excess, tree} of all) {
      layouts.push({excess, tree: rename(tree, indexes)})
      if (layouts.length >= mostLayouts) break
    }
    return {area, layouts}
  })
}

/** Choose a depth for each strip so that together they fill the page. */
function chooseDepths(
  tilings: ReadonlyArray<Tiling>,
  columnCount: number,
  lineCount: number
): Array<number> | undefined {
  let ways = new Map<number, {cost: number; depths: Array<number>}>([
    [0, {cost: 0, depths: []}]
  ])
  for (const tiling of tilings) {
    const next = new Map<number, {cost: number; depths: Array<number>}>()
    const set = (1 << tiling.request.tables.length) - 1
    for (const [used, way] of ways) {
      for (const depth of tiling.depthsOf(set, columnCount)) {
        const sum = used + depth
        if (sum > lineCount) break
        const cost = way.cost + tiling.excessOf(set, columnCount, depth)
        const rival = next.get(sum)
        if (rival && rival.cost <= cost) continue
        next.set(sum, {cost, depths: [...way.depths, depth]})
      }
    }
    ways = next
  }
  return ways.get(lineCount)?.depths
}

function rename(
  tree: SlicingTree,
  indexes: ReadonlyArray<number>
): SlicingTree {
  if (tree.type === 'gap') return tree
  if (tree.type === 'leaf') {
    return {...tree, index: indexes[tree.index] ?? tree.index}
  }
  return {
    ...tree,
    first: rename(tree.first, indexes),
    second: rename(tree.second, indexes)
  }
}
