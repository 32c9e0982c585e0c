// Rule: no story runs deeper than its module.
//
// Overset copy is copy that readers never see. It is reported in lines, as the
// page counts, and in characters, as editors do.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** The rule. */
export const oversetStory: RulePage = {
  id: 'overset-story',
  level: 'error',
  what: 'A story is longer than the room it has on the page.',
  why: 'What does not fit is not printed: readers would miss the end without knowing.',
  fix: 'Trim the story by the lines the note names, give it more room with `at`, or let it jump to another page with `jumpTo`.'
}

/** Note a module whose story did not fit. */
export function checkOversetStory(
  module: ComposedModule,
  page: ComposedPage,
  file: VFile
): void {
  const {oversetCharacterCount, oversetLineCount} = module.facts
  if (oversetLineCount === 0) return

  const {slug} = module
  const lines = oversetLineCount === 1 ? '1 line' : `${oversetLineCount} lines`
  const characters =
    oversetCharacterCount === 1
      ? '1 character'
      : `${oversetCharacterCount} characters`
  note(
    file,
    oversetStory,
    `Unexpected \`${lines}\` overset in \`${slug}\` on page \`${page.pageNumber}\`, expected the story to fit its module`,
    {
      ancestors: [page, module],
      actual: lines,
      expected: ['0 lines'],
      fix: `Trim \`${slug}\` by ${lines} (about ${characters}), or jump it to another page.`
    }
  )
}
