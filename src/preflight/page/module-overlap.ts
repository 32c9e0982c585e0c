// Rule: no story stands on another.
//
// The make-up never overlaps stories by itself; stories pinned by hand can.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {epsilonPt, formatPt} from '../../unit/length.ts'
import type {Point, Rect} from '../../unit/rect.ts'

/** The rule. */
export const moduleOverlap: RulePage = {
  id: 'module-overlap',
  level: 'error',
  what: 'Two stories stand on the same place of a page.',
  why: 'Their type would be printed over each other, and neither could be read.',
  fix: 'Change `at` of one of the two in `issue.yaml`, or leave it to the make-up.'
}

/** Note two modules that overlap, on the story that comes later. */
export function checkModuleOverlap(
  first: ComposedModule,
  second: ComposedModule,
  page: ComposedPage,
  file: VFile
): void {
  const {depthPt, widthPt} = findOverlap(first, second)
  if (widthPt <= epsilonPt || depthPt <= epsilonPt) return

  note(
    file,
    moduleOverlap,
    `Unexpected \`${second.slug}\` over \`${first.slug}\` on page \`${page.pageNumber}\` by \`${formatPt(widthPt)}\` times \`${formatPt(depthPt)}\`, expected every story to have its own place`,
    {
      ancestors: [page, second],
      fix: `Move \`${second.slug}\` or \`${first.slug}\`: change its \`at\` in \`issue.yaml\`.`
    }
  )
}

/** Find the largest overlap of the rectangles that two modules are made of. */
function findOverlap(
  first: ComposedModule,
  second: ComposedModule
): {widthPt: number; depthPt: number} {
  let largest = {widthPt: 0, depthPt: 0}
  for (const a of toRects(first)) {
    for (const b of toRects(second)) {
      const widthPt =
        Math.min(a.xPt + a.widthPt, b.xPt + b.widthPt) - Math.max(a.xPt, b.xPt)
      const depthPt =
        Math.min(a.yPt + a.depthPt, b.yPt + b.depthPt) - Math.max(a.yPt, b.yPt)
      if (widthPt <= 0 || depthPt <= 0) continue
      const isLarger = widthPt * depthPt > largest.widthPt * largest.depthPt
      if (isLarger) largest = {widthPt, depthPt}
    }
  }
  return largest
}

/** The outline of an L-shaped story has six corners: it is two rectangles. */
function toRects({area, zone}: ComposedModule): Array<Rect> {
  const [left = 0, middle = 0, right = 0] = listPlaces(zone, ({xPt}) => xPt)
  const [top = 0, notch = 0, foot = 0] = listPlaces(zone, ({yPt}) => yPt)
  if (zone.length !== 6) return [area]
  const isAtLeft = zone.some(({xPt, yPt}) => xPt === left && yPt === foot)
  return [
    {xPt: left, yPt: top, widthPt: right - left, depthPt: notch - top},
    {
      xPt: isAtLeft ? left : middle,
      yPt: notch,
      widthPt: isAtLeft ? middle - left : right - middle,
      depthPt: foot - notch
    }
  ]
}

function listPlaces(
  zone: ReadonlyArray<Point>,
  read: (point: Point) => number
): Array<number> {
  return [...new Set(zone.map(read))].sort((a, b) => a - b)
}
