// The search engine: from shape tables to the best arrangements of a page.
//
// A pure function over numbers: which rectangles each unit can fill and what
// each costs, what stands already, where nothing may stand. It knows no copy,
// no type and no files.

import type {LatticeRect} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {arrange} from './arrange.ts'
import {fillRegions} from './fill-regions.ts'
import type {PlacedUnit, Score} from './score.ts'
import type {ShapeTable} from './shape-table.ts'
import type {Unit} from './unit.ts'

/** What to arrange. */
export interface ArrangeRequest {
  /** Grid, costs and limits of the page. */
  template: Pick<Template, 'costs' | 'grid' | 'limits'>
  /**
   * Units to place. What their pins leave open is free: a corner, a column, a
   * line, the upper half; a pin's width, depth and legs are for the table.
   */
  units: ReadonlyArray<Unit>
  /** Rectangles each unit can fill, in the order of `units`. */
  tables: ReadonlyArray<ShapeTable>
  /** Units that stand already. */
  fixed: ReadonlyArray<PlacedUnit>
  /** Rectangles where nothing may stand: a flag, an ear, a notice. */
  blocked: ReadonlyArray<LatticeRect>
  /** Arrangements wanted, at most; they really differ. */
  count: number
  /** Where units stood before, by `unitKey`: to stay there costs less. */
  previous?: ReadonlyMap<string, LatticeRect>
}

/** A page with its price. */
export interface Arrangement {
  /** The fixed units, then the others in the order of the request. */
  placed: ReadonlyArray<PlacedUnit>
  score: Score
}

/**
 * Fill the page exactly: every cell that is not blocked belongs to one unit.
 *
 * The best arrangement comes first; there is none where the units cannot fill
 * the page.
 */
export function arrangePage(request: ArrangeRequest): Array<Arrangement> {
  const filled = fillRegions(request)
  return filled ? arrange({...request, ...filled}) : []
}
