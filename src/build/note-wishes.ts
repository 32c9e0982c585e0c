// Wishes of the editor that could not be met, told where they were made: the
// page is printed without them, but somebody wants to know. On a page that is
// refused, stories stand anywhere, only to be looked at.

import type {PageResult} from '../makeup/makeup.ts'
import type {Issue} from '../model/issue.ts'
import {note, type Rule} from '../note/note.ts'
import type {ReadIssue} from './read-issue.ts'

/** Rule: stories stand where the editor wants them. */
export const wishMissed: Rule = {id: 'wish-missed', level: 'warning'}

type MissedWish = PageResult['missedWishes'][number]

const expected: Readonly<Record<MissedWish['wish'], string>> = {
  column: 'the column that `at` gives',
  corner: 'the corner that `at` gives',
  fold: 'a place above the fold',
  group: 'a place beside the others of its group',
  line: 'the line that `at` gives'
}

/** Add notes about wishes that pages are printed without. */
export function noteWishes(
  results: ReadonlyArray<PageResult>,
  issue: Issue,
  {issueFile}: Pick<ReadIssue, 'issueFile'>
): void {
  for (const result of results) {
    const {missedLineCount, missedWishes, plan, unplaced} = result
    if (missedLineCount > 0 || unplaced.length > 0) continue
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
          fix: toFix({slug, wish}, result)
        }
      )
    }
  }
}

function toFix(
  {slug, wish}: MissedWish,
  {isFilled, plan: {pageNumber}}: PageResult
): string {
  if (wish === 'group') {
    return `Take \`${slug}\` out of its group, or give all of it other lengths or places.`
  }
  return isFilled
    ? `Give \`${slug}\` another place in \`at\`, or take it away; at that one the page does not fill.`
    : `Give \`${slug}\` another place in \`at\`, or page \`${pageNumber}\` more copy.`
}
