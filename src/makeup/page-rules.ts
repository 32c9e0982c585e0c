// What a page is measured by: its grid, where the lead belongs, and the weights
// of its template.

import type {LatticeRect} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {toWeight} from './shape-cost.ts'

/** What a page is measured by. */
export interface PageRules {
  /** Grid of the page. */
  grid: Template['grid']
  weights: PageWeights
  /** Looks of headlines, by kind of copy. */
  headlines: Pick<Template['headlines'], 'treatments'>
  /** Whether cuts across the whole page are to be avoided. */
  interlocks: boolean
  /** Base columns left of the fold, on a double-page spread. */
  foldColumnIndex?: number
  /** The page without what stands along its edges. */
  area: LatticeRect
  /** Where the lead stands. */
  leadCell: {columnIndex: number; lineIndex: number}
  /** Where units stood before, by `unitKey`. */
  previous?: ReadonlyMap<string, LatticeRect>
}

/** Weights of the template for a page as a whole. */
export interface PageWeights {
  leadCorner: number
  hierarchy: number
  buttingHeads: number
  groupApart: number
  picturesTouch: number
  fullCut: number
  fullGutter: number
  moved: number
  legOverFold: number
  foldUncrossed: number
  besideMany: number
  /** How much more butting heads cost where they read as one line. */
  crowdedHeads: number
}

/** Read the weights of a page as a whole from its template. */
export function toPageWeights(
  template: Pick<Template, 'costs' | 'makeUp'>
): PageWeights {
  const weigh = toWeight(template)
  // What parts the page is what interlocking is there to avoid.
  const cutRatio = template.makeUp === 'interlocking' ? 3 : 1
  return {
    leadCorner: weigh('leadCorner', 30),
    hierarchy: weigh('hierarchy', 1),
    buttingHeads: weigh('buttingHeads', 1.2),
    groupApart: weigh('groupApart', 12),
    picturesTouch: weigh('picturesTouch', 0.6),
    fullCut: cutRatio * weigh('fullCut', 1.5),
    fullGutter: cutRatio * weigh('fullGutter', 2),
    moved: weigh('moved', 6),
    legOverFold: weigh('legOverFold', 20),
    foldUncrossed: weigh('foldUncrossed', 12),
    besideMany: weigh('besideMany', 3),
    crowdedHeads: weigh('crowdedHeads', 1)
  }
}
