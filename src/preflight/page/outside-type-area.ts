// Rule: no story leaves the type area.
//
// Looks at modules, and at what is painted in them: a line may hang out of its
// measure, but by less than a character.

import type {VFile} from 'vfile'
import type {
  Block,
  ComposedModule,
  ComposedPage,
  Mark
} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {formatPt} from '../../unit/length.ts'
import type {Rect} from '../../unit/rect.ts'

/** The rule. */
export const outsideTypeArea: RulePage = {
  id: 'outside-type-area',
  level: 'error',
  what: 'A story, or something in it, is painted outside the type area.',
  why: 'The margins are where presses grip and knives cut; type in them may be lost.',
  fix: 'Change `at` of the story in `issue.yaml` so that it ends within the columns and lines of the page.'
}

/** How far marks may reach out: hairlines, hanging marks. */
const tolerancePt = 5

/** Note a module that leaves the type area. */
export function checkOutsideTypeArea(
  module: ComposedModule,
  page: ComposedPage,
  file: VFile
): void {
  const rects = [module.area, ...module.children.flatMap(toRects)]
  const excessPt = Math.max(
    ...rects.map((rect) => findExcessPt(rect, page.typeArea))
  )
  if (excessPt <= tolerancePt) return

  note(
    file,
    outsideTypeArea,
    `Unexpected \`${module.slug}\` to reach \`${formatPt(excessPt)}\` out of the type area of page \`${page.pageNumber}\`, expected it inside`,
    {
      ancestors: [page, module],
      actual: formatPt(excessPt),
      expected: ['0pt'],
      fix: `Move \`${module.slug}\`, or make it narrower or less deep.`
    }
  )
}

function toRects(node: Block | Mark): Array<Rect> {
  if (node.type === 'block') return node.children.flatMap(toRects)
  if (node.type !== 'line') return [node]
  const {ascentPt, descentPt, widthPt, writing, xPt, yPt} = node
  if (writing === 'vertical') return []
  return [{xPt, yPt: yPt - ascentPt, widthPt, depthPt: ascentPt + descentPt}]
}

function findExcessPt(rect: Rect, area: Rect): number {
  return Math.max(
    area.xPt - rect.xPt,
    area.yPt - rect.yPt,
    rect.xPt + rect.widthPt - area.xPt - area.widthPt,
    rect.yPt + rect.depthPt - area.yPt - area.depthPt
  )
}
