// Rule: both ends of a jump name each other's page, 下转 and 上接.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {findBlocks, findLines, readLines} from './read-blocks.ts'

/** The rule. */
export const jumpLines: RulePage = {
  id: 'jump-lines',
  level: 'error',
  what: 'A story that jumps does not say so at both ends, or names another page.',
  why: 'Readers turn to the page that is printed there, and find nothing.',
  fix: 'Set `jumpTo` of the story to the page it goes on at, and list it there with `continues`; see that the template’s words have `{page}`.'
}

/** Note a part of a story that does not lead to the other one. */
export function checkJumpLines(
  module: ComposedModule,
  page: ComposedPage,
  pages: ReadonlyArray<ComposedPage>,
  file: VFile
): void {
  if (module.part === 'whole') return
  const other = module.part === 'start' ? 'rest' : 'start'
  const target = pages.find((one) =>
    one.children.some(
      (child) =>
        child.type === 'module' &&
        child.slug === module.slug &&
        child.part === other
    )
  )
  const lines = findLines(findBlocks(module.children, 'jumpLine'))
  const numbers = readLines(lines).match(/\d+/g) ?? []
  const isRight =
    target !== undefined &&
    numbers.some((number) => Number(number) === target.pageNumber)
  if (isRight) return

  const way = module.part === 'start' ? 'to' : 'from'
  note(
    file,
    jumpLines,
    target
      ? `Unexpected jump of \`${module.slug}\` on page \`${page.pageNumber}\` that does not name page \`${target.pageNumber}\`, expected it to`
      : `Unexpected jump of \`${module.slug}\` on page \`${page.pageNumber}\` ${way} nowhere, expected the other part`,
    {ancestors: [page, module], fix: jumpLines.fix}
  )
}
