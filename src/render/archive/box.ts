// Boxes in whole micrometres, by their edges: edges are rounded, sizes follow,
// so boxes that touched still touch.

import {ptToMm} from '../../unit/length.ts'
import type {Rect} from '../../unit/rect.ts'

/** An upright box, in micrometres. */
export interface Box {
  leftUm: number
  topUm: number
  rightUm: number
  bottomUm: number
}

/** Turn points into whole micrometres. */
export function toUm(pt: number): number {
  return Math.round(ptToMm(pt) * 1000) + 0
}

/** Give a rectangle's box. */
export function toBox(rect: Rect): Box {
  return {
    leftUm: toUm(rect.xPt),
    topUm: toUm(rect.yPt),
    rightUm: toUm(rect.xPt + rect.widthPt),
    bottomUm: toUm(rect.yPt + rect.depthPt)
  }
}

/** Find the smallest box around others. */
export function boundBoxes(boxes: ReadonlyArray<Box>): Box | undefined {
  const [first, ...rest] = boxes
  if (!first) return undefined
  const bound = {...first}
  for (const box of rest) {
    bound.leftUm = Math.min(bound.leftUm, box.leftUm)
    bound.topUm = Math.min(bound.topUm, box.topUm)
    bound.rightUm = Math.max(bound.rightUm, box.rightUm)
    bound.bottomUm = Math.max(bound.bottomUm, box.bottomUm)
  }
  return bound
}

/** Keep what of a box is on the page. */
export function clipBox(box: Box, page: Box): Box {
  return {
    leftUm: clip(box.leftUm, page.leftUm, page.rightUm),
    topUm: clip(box.topUm, page.topUm, page.bottomUm),
    rightUm: clip(box.rightUm, page.leftUm, page.rightUm),
    bottomUm: clip(box.bottomUm, page.topUm, page.bottomUm)
  }
}

function clip(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
