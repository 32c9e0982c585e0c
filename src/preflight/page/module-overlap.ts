// Rule: no story stands on another.
//
// The make-up never overlaps stories by itself; stories pinned by hand can.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {epsilonPt, formatPt} from '../../unit/length.ts'

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
  const widthPt =
    Math.min(right(first), right(second)) -
    Math.max(first.area.xPt, second.area.xPt)
  const depthPt =
    Math.min(foot(first), foot(second)) -
    Math.max(first.area.yPt, second.area.yPt)
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

function right(module: ComposedModule): number {
  return module.area.xPt + module.area.widthPt
}

function foot(module: ComposedModule): number {
  return module.area.yPt + module.area.depthPt
}
