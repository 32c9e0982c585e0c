// Rules of imported pages: what the desk did, and what it could not know.

import type {RulePage} from '../note/rule-page.ts'

/** Note: a paragraph broken by the end of a column was joined. */
export const importJoined: RulePage = {
  id: 'import-joined',
  level: 'info',
  what: 'A paragraph that a column’s end had broken was joined.',
  why: 'It stops in the middle of a sentence, and the next one goes on with it.',
  fix: 'Compare it with the page, and part it where the desk was wrong.'
}

/** Note: a story stops in the middle. */
export const importTruncated: RulePage = {
  id: 'import-truncated',
  level: 'warning',
  what: 'A story of the page stops in the middle of a sentence.',
  why: 'Its rest is not in the text; it is filed as `status: truncated`.',
  fix: 'Add the rest, where it can be had.'
}

/** Note: a story has no headline. */
export const importUntitled: RulePage = {
  id: 'import-untitled',
  level: 'warning',
  what: 'A story of the page has no headline in the text.',
  why: 'None is made up; it is filed without.',
  fix: 'Add `# …` where the headline is known.'
}

/** Note: a text was taken for two. */
export const importParted: RulePage = {
  id: 'import-parted',
  level: 'info',
  what: 'A text was parted in a news item and a commentary after it.',
  why: 'A short sentence opens a text that says “we”; the item before it does not.',
  fix: 'Compare it with the page, and join the files where the desk was wrong.'
}

/** Note: the text has no picture. */
export const importPicture: RulePage = {
  id: 'import-picture',
  level: 'info',
  what: 'The text has the cutline of a picture, and no picture.',
  why: 'It is filed as missing, and prints as an empty box that says so.',
  fix: 'Add the picture’s path to the figure, and take `missing` away.'
}

/** Note: there is no copy. */
export const importEmpty: RulePage = {
  id: 'import-empty',
  level: 'error',
  what: 'The text of the page has no story in it.',
  why: 'There is nothing to make an issue of.',
  fix: 'Look whether the extractor found any text.'
}

/** The rules, with what there is to say about them. */
export const importRules: ReadonlyArray<RulePage> = [
  importEmpty,
  importJoined,
  importParted,
  importPicture,
  importTruncated,
  importUntitled
]
