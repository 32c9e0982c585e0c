// Rules of `issue.yaml` that only the copy desk can check: what it names has
// to be there, and fit together.

import type {RulePage} from '../note/rule-page.ts'

/** Rule: every story listed is filed. */
export const storyMissing: RulePage = {
  id: 'story-missing',
  level: 'error',
  what: 'The folder lacks a manuscript that `issue.yaml` lists.',
  why: 'The page would lack a story.',
  fix: 'File the manuscript, or mend its path.'
}

/** Rule: a story is listed once. */
export const storyTwice: RulePage = {
  id: 'story-twice',
  level: 'error',
  what: 'A manuscript is listed twice.',
  why: 'Readers would read it twice; the second is left out.',
  fix: 'Delete one; use `continues:` for the rest of a story that jumps.'
}

/** Rule: slugs are unique. */
export const slugTwice: RulePage = {
  id: 'slug-twice',
  level: 'error',
  what: 'Two manuscripts in different folders have one name.',
  why: 'Stories are told apart by the names of their files.',
  fix: 'Rename one of the files.'
}

/** Rule: names of manuscripts can be used in addresses. */
export const storyName: RulePage = {
  id: 'story-name',
  level: 'error',
  what: 'The name of a manuscript has characters that can’t be in addresses and file names.',
  why: 'It names the story’s page on the web and in the EPUB.',
  fix: 'Rename the file: letters, digits, `-`, `_`, and end with `.md`.'
}

/** Rule: manuscripts in the folder are listed. */
export const storyUnlisted: RulePage = {
  id: 'story-unlisted',
  level: 'info',
  what: 'The folder has a manuscript that no page lists.',
  why: 'It is not printed.',
  fix: 'List it in `issue.yaml`, or take it out of the folder.'
}

/** Rule: pages have numbers of their own. */
export const pageTwice: RulePage = {
  id: 'page-twice',
  level: 'error',
  what: 'Two pages have one number.',
  why: 'Jumps and files name pages by number.',
  fix: 'Give every page its own `number`.'
}

/** Rule: a spread is a left-hand page and the one after it. */
export const spreadPages: RulePage = {
  id: 'spread-pages',
  level: 'error',
  what: 'A page says `spread: true`, but it and the page after it do not face each other, or both are listed.',
  why: 'A double-page spread 通版 is an even, left-hand page and the odd page at its right, made up as one.',
  fix: 'List the even page with `spread: true` and leave the odd page after it out, or delete `spread`.'
}

/** Rule: jumps lead to another page of the issue. */
export const jumpTarget: RulePage = {
  id: 'jump-target',
  level: 'error',
  what: 'A story jumps to its own page, or to one that is not in the issue.',
  why: 'Readers would be sent nowhere.',
  fix: 'Set `jumpTo` to the number of another page.'
}

/** Rule: pages a story may run on are in the issue. */
export const pageChoice: RulePage = {
  id: 'page-choice',
  level: 'error',
  what: 'A story may run on a page that is not in the issue.',
  why: 'It could never be moved there.',
  fix: 'Name pages of the issue in `pages`, or delete it.'
}

/** Rule: a layout has places for stories of its page. */
export const layoutStory: RulePage = {
  id: 'layout-story',
  level: 'error',
  what: 'The `layout` of a page names a story that is not on the page.',
  why: 'It was made for other stories; the places it gives may not fit these.',
  fix: 'Delete `layout`, or take a new one from the report of `--alternatives`.'
}

/** Rule: what continues has begun. */
export const continuesNothing: RulePage = {
  id: 'continues-nothing',
  level: 'error',
  what: 'A `continues:` names a story that does not jump to this page.',
  why: 'There is no rest to print there.',
  fix: 'Set `jumpTo` on the story, or delete the `continues:`.'
}

/** Rule: the date of an issue is a day. */
export const issueDate: RulePage = {
  id: 'issue-date',
  level: 'error',
  what: 'The date of the issue is no day of the calendar.',
  why: 'The folio prints it, with its weekday.',
  fix: 'Write the day as `2026-06-02`, or `unknown`.'
}

/** Rule: a paper says who it is. */
export const factUnknown: RulePage = {
  id: 'fact-unknown',
  level: 'warning',
  what: 'The name of the paper, the date or a page’s number is declared unknown.',
  why: 'A placeholder is printed; the press never makes up a fact.',
  fix: 'Find out, and write it in `issue.yaml`.'
}

/** Rule: an imprint is complete. */
export const imprintIncomplete: RulePage = {
  id: 'imprint-incomplete',
  level: 'info',
  what: 'The imprint lacks fields that papers print.',
  why: 'The law of many places asks for them; what is missing is not made up.',
  fix: 'Add the fields to `imprint` in `issue.yaml`.'
}
