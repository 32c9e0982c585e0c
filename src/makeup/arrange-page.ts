// The search engine: from shape tables to the best arrangements of a page.
//
// A pure function over numbers: which rectangles each unit can fill and what
// each costs, what stands already, where nothing may stand. It knows no copy,
// no type and no files.

import type {LatticeRect} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {findFirstCell, toBoard, type Board} from './board.ts'
import {chooseDifferent} from './choose-different.ts'
import {fillBoard, mostTiledUnits} from './fill-board.ts'
import {improvePage} from './improve-page.ts'
import {orderRegions} from './order-regions.ts'
import {toPageWeights, type PageRules} from './page-rules.ts'
import type {PlacedUnit} from './placed-unit.ts'
import {scorePage, type Score} from './score.ts'
import type {ShapeTable} from './shape-table.ts'
import type {DoglegShape} from './tile-bounds.ts'
import type {Unit} from './unit.ts'

/** What to arrange. */
export interface ArrangeRequest {
  /** Grid, costs and limits of the page. */
  template: Pick<
    Template,
    'costs' | 'foldPt' | 'grid' | 'headlines' | 'limits' | 'makeUp'
  >
  /**
   * Units to place. What their pins leave open is free: a corner, a column, a
   * line, the upper half; a pin's width, depth and legs are for the table.
   */
  units: ReadonlyArray<Unit>
  /** Rectangles each unit can fill, in the order of `units`. */
  tables: ReadonlyArray<ShapeTable>
  /** L-shapes of each unit (default: none), for interlocking make-up. */
  doglegs?: ReadonlyArray<ReadonlyArray<DoglegShape>>
  /** Units that stand already. */
  fixed: ReadonlyArray<PlacedUnit>
  /** Rectangles where nothing may stand: a flag, an ear, a notice. */
  blocked: ReadonlyArray<LatticeRect>
  /** Arrangements wanted, at most; they really differ. */
  count: number
  /** Whether the first exact fill will do (default: no). */
  isHasty?: boolean
  /** Most excess tried over the least that all can cost (default: any). */
  mostExcess?: number
  /** Where units stood before, by `unitKey`: to stay there costs less. */
  previous?: ReadonlyMap<string, LatticeRect>
}

/** A page with its price. */
export interface Arrangement {
  /** The fixed units, then the others in the order of the request. */
  placed: ReadonlyArray<PlacedUnit>
  score: Score
}

/** Layouts whose orders are tried, at most. */
const mostLayouts = 300

/** What is tried where those do not meet what the editor wants. */
const wishAttempts = [
  {margin: 4, layoutCount: 3000},
  {margin: 14, layoutCount: 12_000}
]

/**
 * Fill the page exactly: every cell that is not blocked belongs to one unit.
 *
 * The best arrangement comes first; there is none where the units cannot fill
 * the page.
 */
export function arrangePage(request: ArrangeRequest): Array<Arrangement> {
  const standing = request.fixed.map(({area}) => area)
  const board = toBoard(toPageArea(request.template), [
    ...standing,
    ...request.blocked
  ])
  const rules = toPageRules(request.template, board, request.previous)
  const filling = fillBoard(request, board, rules)
  if (!filling) return []
  const {isHasty = false} = request
  let found = orderRegions(request, filling, rules, isHasty ? 1 : mostLayouts)
  const [first] = found
  if (first && request.units.length > mostTiledUnits && !isHasty) {
    found = [improvePage(request, first, rules), ...found]
  }
  for (const {layoutCount, margin} of wishAttempts) {
    if (isHasty || !missesWish(found[0])) break
    if (request.units.length > mostTiledUnits) break
    const wider = fillBoard(request, board, rules, margin)
    if (wider) found = orderRegions(request, wider, rules, layoutCount)
  }
  return chooseDifferent(found, request.count).map(({placed, score}) => ({
    placed: sortPlaced(placed, request),
    score
  }))
}

function missesWish(found: Arrangement | undefined): boolean {
  if (!found) return false
  const {
    foldUncrossed = 0,
    group = 0,
    legOverFold = 0,
    pin = 0
  } = found.score.items
  return [foldUncrossed, group, legOverFold, pin].some((cost) => cost > 0)
}

/** Price a page that was not made up by `arrangePage`. */
export function priceArrangement(
  placed: ReadonlyArray<PlacedUnit>,
  template: ArrangeRequest['template']
): Arrangement {
  const board = toBoard(toPageArea(template), [])
  return {placed, score: scorePage(placed, toPageRules(template, board))}
}

function toPageArea({grid}: ArrangeRequest['template']): LatticeRect {
  const {columnCount, lineCount} = grid
  return {columnIndex: 0, columnCount, lineIndex: 0, lineCount}
}

function toPageRules(
  template: ArrangeRequest['template'],
  board: Board,
  previous?: ReadonlyMap<string, LatticeRect>
): PageRules {
  return {
    grid: template.grid,
    weights: toPageWeights(template),
    headlines: template.headlines,
    interlocks: template.makeUp === 'interlocking',
    ...(template.foldPt === undefined
      ? {}
      : {foldColumnIndex: template.grid.columnCount / 2}),
    area: board.area,
    leadCell: findFirstCell(board),
    ...(previous ? {previous} : {})
  }
}

function sortPlaced(
  placed: ReadonlyArray<PlacedUnit>,
  {fixed, units}: ArrangeRequest
): Array<PlacedUnit> {
  const order = new Map(
    [...fixed.map(({unit}) => unit), ...units].map((unit, index) => [
      unit,
      index
    ])
  )
  return [...placed].sort(
    (a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0)
  )
}
