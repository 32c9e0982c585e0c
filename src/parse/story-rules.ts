// Rules of a manuscript as a whole.

import type {RulePage} from '../note/rule-page.ts'

/** Rule: a manuscript says something. */
export const storyEmpty: RulePage = {
  id: 'story-empty',
  level: 'error',
  what: 'The manuscript has no copy: it is empty, or has front matter only.',
  why: 'There is nothing to print where the page keeps a place for it.',
  fix: 'Write the story, or take it out of `issue.yaml`.'
}

/** Rule: news has a headline. */
export const headlineMissing: RulePage = {
  id: 'headline-missing',
  level: 'warning',
  what: 'A story of a kind that has a headline has none.',
  why: 'Readers find stories by their headlines; none is ever made up.',
  fix: 'Write one, as `# …`, or set `kind` to `commentary`, `brief` or another that needs none.'
}

/** Rule: a story has one headline. */
export const secondHeadline: RulePage = {
  id: 'second-headline',
  level: 'warning',
  what: 'The story has a second `#`; it is set as a crosshead.',
  why: 'There is one headline; two may be two stories in one file.',
  fix: 'Use `##` for crossheads, or file two stories.'
}

/** Rule: front matter has an end. */
export const frontMatterUnclosed: RulePage = {
  id: 'front-matter-unclosed',
  level: 'error',
  what: 'The front matter is opened by `---` and not closed.',
  why: 'What it says would be printed as copy.',
  fix: 'Add a line `---` after the front matter.'
}

/** Rule: copy is not nested. */
export const nestedTooDeep: RulePage = {
  id: 'nested-too-deep',
  level: 'error',
  what: 'Lists, quotes or emphasis are nested dozens deep; the file is set as plain text.',
  why: 'That is no copy, and taking it apart could take forever.',
  fix: 'Write it flat.'
}

/** Rule: what is cut off is set with a mark. */
export const storyTruncated: RulePage = {
  id: 'story-truncated',
  level: 'warning',
  what: 'The copy says that its source stops in the middle.',
  why: 'It prints with a mark where it stops; no ending is made up.',
  fix: 'File the rest of the story, and set `status: complete`.'
}

/** Rule: only words run down. */
export const verticalCopy: RulePage = {
  id: 'vertical-copy',
  level: 'warning',
  what: 'Copy that asks for vertical lines has a picture, a table or a box in it, or a box has more than paragraphs; it is set across.',
  why: 'The press turns words, and nothing else.',
  fix: 'Take `writing: vertical` away, or what is not words.'
}

/** Rule: an advertisement has a size. */
export const advertisementSize: RulePage = {
  id: 'advertisement-size',
  level: 'warning',
  what: 'An advertisement has no `size`.',
  why: 'Its place is sold by size; make-up would choose one.',
  fix: 'Add `size: {columns: …, lines: …}`.'
}
