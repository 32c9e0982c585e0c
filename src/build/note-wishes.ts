// Wishes of the editor that could not be met, told where they were made: the
// page fills without them, so it is printed, but somebody wants to know.

import type {PageResult} from '../makeup/makeup.ts'
import type {Issue} from '../model/issue.ts'
import {note, type Rule} from '../note/note.ts'
import type {ReadIssue} from './read-issue.ts'

/** Rule: stories stand where the editor wants them. */
export const wishMissed: Rule = {id: 'wish-missed', level: 'warning'}

type Wish = PageResult['missedWishes'][number]['wish']

const expected: Readonly<Record<Wish, string>> = {
  column: 'the column that `at` gives',
  corner: 'the corner that `at` gives',
  fold: 'a place above the fold',
  group: 'a place beside the others of its group',
  line: 'the line that `at` gives'
}

/** Add notes about wishes that pages were filled without. */
export function noteWishes(
  results: ReadonlyArray<PageResult>,
  issue: Issue,
  {issueFile}: Pick<ReadIssue, 'issueFile'>
): void {
  for (const {missedWishes, plan} of results) {
    const page = issue.children.find(
      (one) => one.pageNumber === plan.pageNumber
    )
    if (!page) continue
    for (const {slug, wish} of missedWishes) {
      const story = page.children.find((one) => one.slug === slug)
      note(
        issueFile,
        wishMissed,
        `Unexpected place of \`${slug}\` on page \`${page.pageNumber}\`, expected ${expected[wish]}`,
        {
          ancestors: [issue, page, ...(story ? [story] : [])],
          fix:
            wish === 'group'
              ? `Take \`${slug}\` out of its group, or give all of it other lengths or places.`
              : `Give \`${slug}\` another place in \`at\`, or take it away; at that one the page does not fill.`
        }
      )
    }
  }
}
