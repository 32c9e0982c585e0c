// Arranging: from slicing layouts to places on the page (MAKEUP.md 3.6, B).
//
// Every cut can be laid out in two orders. All orders of each layout are
// tried, and the page that reads best is kept.

import type {LatticeRect} from '../model/plan.ts'
import {scorePage, type PlacedUnit} from './score.ts'
import type {ShapeTable} from './shape-table.ts'
import type {SlicingTree} from './tile.ts'
import type {Template} from '../template/template.ts'
import type {Arrangement} from './arrange-page.ts'
import type {Unit} from './unit.ts'

/** A region of the page with the layouts that can fill it. */
export interface FilledRegion {
  area: LatticeRect
  layouts: ReadonlyArray<SlicingTree>
}

/** What to lay out. */
export interface LayoutRequest {
  template: Pick<Template, 'costs' | 'grid'>
  /** Units the layouts' indexes mean. */
  units: ReadonlyArray<Unit>
  tables: ReadonlyArray<ShapeTable>
  regions: ReadonlyArray<FilledRegion>
  /** Units that stand already. */
  fixed: ReadonlyArray<PlacedUnit>
}

/** Cuts whose two orders are all tried; the others stay as they are. */
const mostCuts = 11

/** Find the best order of all layouts, region after region. */
export function arrange(options: LayoutRequest): Array<Arrangement> {
  let placed = options.fixed
  let score = scorePage(placed, options.template)

  for (const region of options.regions) {
    let best: Arrangement | undefined
    for (const layout of region.layouts) {
      const cutCount = Math.min(mostCuts, countCuts(layout))
      for (let order = 0; order < 1 << cutCount; order++) {
        const found = [...placed]
        lay(layout, region.area, {bits: order}, options, found)
        const foundScore = scorePage(found, options.template)
        if (best && best.score.total <= foundScore.total) continue
        best = {placed: found, score: foundScore}
      }
    }
    if (best) {
      placed = best.placed
      score = best.score
    }
  }

  return [{placed, score}]
}

function countCuts(tree: SlicingTree): number {
  if (tree.type === 'leaf') return 0
  return 1 + countCuts(tree.first) + countCuts(tree.second)
}

/** Give every leaf its place; each cut takes one bit of `order`. */
function lay(
  tree: SlicingTree,
  area: LatticeRect,
  order: {bits: number},
  options: LayoutRequest,
  found: Array<PlacedUnit>
): void {
  if (tree.type === 'leaf') {
    const unit = options.units[tree.index]
    const candidate = options.tables[tree.index]?.[tree.columnCount]?.get(
      tree.lineCount
    )
    if (unit && candidate) found.push({unit, candidate, area})
    return
  }

  const isSwapped = (order.bits & 1) === 1
  order.bits >>= 1
  const [first, second] = isSwapped
    ? [tree.second, tree.first]
    : [tree.first, tree.second]

  if (tree.direction === 'stack') {
    const lineCount = depthOf(first)
    lay(first, {...area, lineCount}, order, options, found)
    const lineIndex = area.lineIndex + lineCount
    const rest = area.lineCount - lineCount
    lay(second, {...area, lineIndex, lineCount: rest}, order, options, found)
  } else {
    const columnCount = widthOf(first)
    lay(first, {...area, columnCount}, order, options, found)
    const columnIndex = area.columnIndex + columnCount
    const rest = area.columnCount - columnCount
    const place = {...area, columnIndex, columnCount: rest}
    lay(second, place, order, options, found)
  }
}

function depthOf(tree: SlicingTree): number {
  if (tree.type === 'leaf') return tree.lineCount
  if (tree.direction === 'row') return depthOf(tree.first)
  return depthOf(tree.first) + depthOf(tree.second)
}

function widthOf(tree: SlicingTree): number {
  if (tree.type === 'leaf') return tree.columnCount
  if (tree.direction === 'stack') return widthOf(tree.first)
  return widthOf(tree.first) + widthOf(tree.second)
}
