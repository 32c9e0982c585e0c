// What make-up could not do, told to the people who can: stories without a
// place, and pages that nothing fills, each with what would help.

import type {VFile} from 'vfile'
import type {PageResult} from '../makeup/makeup.ts'
import type {Issue, Page} from '../model/issue.ts'
import type {PageFix} from '../model/plan.ts'
import type {Story} from '../model/story.ts'
import {note, type Rule} from '../note/note.ts'
import type {ReadIssue} from './read-issue.ts'

/** Rule: every story finds a place on its page. */
export const storyUnplaced: Rule = {id: 'story-unplaced', level: 'error'}

/** Rule: a page’s copy fits the page. */
export const pageOverfull: Rule = {id: 'page-overfull', level: 'error'}

/** Rule: a page has copy enough. */
export const pageUnderfull: Rule = {id: 'page-underfull', level: 'warning'}

/** What make-up could not do. */
export interface Refusals {
  results: ReadonlyArray<PageResult>
  issue: Issue
  read: ReadIssue
  /** Columns of each page. */
  columnCounts: ReadonlyMap<number, number>
}

/**
 * Add notes about what is wrong with the pages’ plans, and give the numbers of
 * pages that are refused, their copy being too much.
 */
export function noteRefusals(refusals: Refusals): Set<number> {
  const {issue, read, results} = refusals
  const refused = new Set<number>()
  for (const result of results) {
    const page = issue.children.find(
      (one) => one.pageNumber === result.plan.pageNumber
    )
    if (!page) continue
    for (const unit of result.unplaced) {
      for (const {slug} of unit.members ?? [unit]) {
        noteUnplaced(slug, page, refusals)
      }
    }
    if (result.missedLineCount > 0 && !result.isFilled) {
      refused.add(page.pageNumber)
    }
    if (
      result.fixes.length > 0 ||
      (result.unplaced.length === 0 && !result.isFilled)
    ) {
      noteUnfilled(result, page, issue, read)
    }
  }
  return refused
}

function noteUnplaced(slug: string, page: Page, refusals: Refusals): void {
  const {columnCounts, issue, read} = refusals
  const story = findStory(slug, issue)
  const pin = page.placements.some((one) => one.slug === slug && one.pin)
  const columnCount = columnCounts.get(page.pageNumber) ?? 0
  const wide = story?.size?.columnCount ?? 0
  const isWide = wide > columnCount
  const placed = isWide
    ? `of \`${wide}\` columns on page \`${page.pageNumber}\`, expected \`${columnCount}\` or fewer`
    : `without a place on page \`${page.pageNumber}\`, expected a module of its own`
  note(
    findFile(story, read),
    storyUnplaced,
    `Unexpected story \`${slug}\` ${placed}`,
    {
      ancestors: [issue, page, ...(story ? [story] : [])],
      fix: isWide
        ? `Write \`columns: ${columnCount}\` or fewer in its \`size\`.`
        : pin
          ? `Give \`${slug}\` a place that is on the page and free, or take away its \`at\`.`
          : `Take \`${slug}\` off page \`${page.pageNumber}\`, or make room for it.`
    }
  )
}

function noteUnfilled(
  {blankCharacterCount, blankLineCount, fixes, missedLineCount}: PageResult,
  page: Page,
  issue: Issue,
  read: ReadIssue
): void {
  if (page.placements.length === 0) {
    noteEmpty(page, issue, read)
    return
  }
  const isOver = missedLineCount > 0
  const [first] = fixes
  const slug = first && 'slug' in first ? first.slug : undefined
  const story = slug ? findStory(slug, issue) : undefined
  const ways = fixes.map((fix) => toWords(fix, issue))
  const isWhite = !isOver && blankLineCount > 0
  const amount = `about ${toRound(blankCharacterCount)} characters more (${blankLineCount} lines of a column)`
  note(
    findFile(story, read),
    isOver ? pageOverfull : pageUnderfull,
    `Unexpected page \`${page.pageNumber}\` with too ${isOver ? 'much' : 'little'} copy, expected ${isWhite ? amount : 'copy that fills it to the line'}`,
    {
      ancestors: [issue, page, ...(story ? [story] : [])],
      fix:
        ways.length > 0
          ? `${toSentence(ways.join(', or '))}.`
          : isOver
            ? 'Take stories off the page, or cut them by far.'
            : 'Put more stories on the page, a picture to a story, or a filler into `fillers`.'
    }
  )
}

function noteEmpty(page: Page, issue: Issue, read: ReadIssue): void {
  note(
    read.issueFile,
    pageUnderfull,
    `Unexpected page \`${page.pageNumber}\` without copy, expected stories`,
    {
      ancestors: [issue, page],
      fix: 'List manuscripts under `stories` of the page, or take the page out.'
    }
  )
}

/** Nobody counts characters one by one. */
function toRound(count: number): number {
  return count < 100 ? count : Math.round(count / 10) * 10
}

function toSentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Say a fix in words. */
function toWords(fix: PageFix, issue: Issue): string {
  switch (fix.action) {
    case 'add':
      return `add a last paragraph of ${toRange(fix)} characters to ${toTitle(fix.slug, issue)}`
    case 'cut':
      return `cut ${toRange(fix)} characters from the end of ${toTitle(fix.slug, issue)}`
    case 'fill':
      return fix.fillers
        .map(
          ({columnCount, lineCount}) =>
            `file a filler with \`size: {columns: ${columnCount}, lines: ${lineCount}}\``
        )
        .join(' and ')
    case 'move':
      return `move ${fix.slugs.map((slug) => toTitle(slug, issue)).join(' and ')} to another page`
    case 'recrop':
      return `crop the picture of ${toTitle(fix.slug, issue)} ${fix.isDeeper ? 'deeper' : 'flatter'}, to ${fix.aspectRatio} : 1`
  }
}

function toRange(fix: {
  leastCharacterCount: number
  mostCharacterCount: number
}): string {
  return `${fix.leastCharacterCount}–${fix.mostCharacterCount}`
}

function toTitle(slug: string, issue: Issue): string {
  const story = findStory(slug, issue)
  return `\`${story?.path ?? slug}\``
}

function findStory(slug: string, issue: Issue): Story | undefined {
  return issue.children
    .flatMap((page) => page.children)
    .find((story) => story.slug === slug)
}

function findFile(story: Story | undefined, read: ReadIssue): VFile {
  return (story && read.storyFiles.get(story.path)) ?? read.issueFile
}
