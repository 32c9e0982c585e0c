// What make-up did that `issue.yaml` only allowed, for the record.

import type {Change} from '../makeup/makeup.ts'
import type {Issue} from '../model/issue.ts'
import {note, type Rule} from '../note/note.ts'
import type {ReadIssue} from './read-issue.ts'

/** Rule: a filler fills. */
export const fillerUsed: Rule = {id: 'filler-used', level: 'info'}

/** Rule: a story that may jump jumps. */
export const storyJumped: Rule = {id: 'story-jumped', level: 'info'}

/** Rule: a story that may move moves. */
export const storyMoved: Rule = {id: 'story-moved', level: 'info'}

/** Add a note about each change. */
export function noteChanges(
  changes: ReadonlyArray<Change>,
  issue: Issue,
  read: ReadIssue
): void {
  for (const change of changes) {
    const {fromPageNumber: from, slug, toPageNumber: to} = change
    const story = issue.children
      .flatMap((page) => page.children)
      .find((one) => one.slug === slug)
    const file = (story && read.storyFiles.get(story.path)) ?? read.issueFile
    const ancestors = [issue, ...(story ? [story] : [])]

    switch (change.type) {
      case 'fill':
        note(
          file,
          fillerUsed,
          `Unexpected room on page \`${to}\`, expected none; it is filled with \`${slug}\``,
          {ancestors, fix: 'File more copy for the page to do without it.'}
        )
        break
      case 'jump':
        note(
          file,
          storyJumped,
          `Unexpected copy beyond page \`${from}\`, expected all of it there; the rest of \`${slug}\` is on page \`${to}\``,
          {ancestors, fix: `Cut the copy of page \`${from}\` to keep it whole.`}
        )
        break
      case 'move':
        note(
          file,
          storyMoved,
          `Unexpected \`${slug}\` on page \`${to}\`, expected it on page \`${from}\`; so the pages fill`,
          {
            ancestors,
            fix: `List it for page \`${to}\` to have it there always.`
          }
        )
        break
    }
  }
}
