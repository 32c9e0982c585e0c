// Manuscripts that no issue could hold are refused before all that takes time and
// memory with every character of them: cutting fonts, breaking lines, make-up.

import {note, type Rule} from '../note/note.ts'
import type {ReadIssue} from './read-issue.ts'

/** Rule: an issue can hold a manuscript. */
export const storyTooLong: Rule = {id: 'story-too-long', level: 'error'}

/** Ten pages of a broadsheet hold no more: 100,000 hanzi. */
const mostBytes = 300_000

/** Note manuscripts that are too long; gives whether there are any. */
export function refuseLongStories({storyFiles}: ReadIssue): boolean {
  let isRefused = false
  for (const file of storyFiles.values()) {
    const byteCount = Buffer.byteLength(file.value ?? '')
    if (byteCount <= mostBytes) continue
    isRefused = true
    const kilobytes = Math.ceil(byteCount / 1000)
    note(
      file,
      storyTooLong,
      `Unexpected manuscript of \`${kilobytes} kB\`, expected \`${mostBytes / 1000} kB\` at most; nothing is made up`,
      {
        actual: `${kilobytes} kB`,
        fix: 'Part it into stories for several issues; if it is no copy, take it out of `issue.yaml`.'
      }
    )
  }
  return isRefused
}
