// A tint as a shape; one that bleeds runs over every edge of the trim that it
// reaches.

import type {ComposedPage, Tint} from '../model/page.ts'
import {toRuleShapes, type Shape} from './rule-shapes.ts'

/** Draw a tint. */
export function toTintShapes(tint: Tint, page: ComposedPage): Array<Shape> {
  const bleedPt = tint.bleeds ? page.bleedPt : 0
  const right = tint.xPt + tint.widthPt
  const bottom = tint.yPt + tint.depthPt
  const left = tint.xPt <= 0 ? -bleedPt : tint.xPt
  const top = tint.yPt <= 0 ? -bleedPt : tint.yPt
  const rect = {
    xPt: left,
    yPt: top,
    widthPt: (right >= page.widthPt ? page.widthPt + bleedPt : right) - left,
    depthPt: (bottom >= page.depthPt ? page.depthPt + bleedPt : bottom) - top
  }
  return toRuleShapes({type: 'rule', color: tint.color, ...rect})
}
