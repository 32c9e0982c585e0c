// The plan of an EPUB: its pages and articles in reading order, and what their
// files are called.
//
// A story is one article, on the page it begins on. File names are ASCII and
// depend on nothing but the slug: readers' notes stay with a corrected edition.

import {createHash} from 'node:crypto'
import type {Issue, Page} from '../../model/issue.ts'
import type {Story} from '../../model/story.ts'
import {labelStory} from '../story-label.ts'
import {findWords, type Words} from '../words.ts'

/** Everything in the EPUB, in order. */
export interface Edition {
  issue: Issue
  /** Name of the book: the paper and its day. */
  title: string
  words: Words
  pages: ReadonlyArray<EditionPage>
  /** All articles, in reading order. */
  articles: ReadonlyArray<EditionArticle>
}

/** A page and what begins on it. */
export interface EditionPage {
  page: Page
  /** Id in the package, and name of the file without `.xhtml`. */
  id: string
  title: string
  articles: ReadonlyArray<EditionArticle>
  /** Stories that began on other pages and end here. */
  rests: ReadonlyArray<EditionRest>
}

/** A story's file. */
export interface EditionArticle {
  story: Story
  id: string
  title: string
  /** Id of the page's file. */
  pageId: string
  pageNumber: number
}

/** The rest of a story. */
interface EditionRest {
  article: EditionArticle
  fromPageNumber: number
}

/** Plan the EPUB of an issue. */
export function toEdition(issue: Issue): Edition {
  const words = findWords(issue.lang)
  const taken = new Set<string>()
  const begun = issue.children.map((page) => {
    const number = String(page.pageNumber).padStart(2, '0')
    const id = takeId(`page-${number}`, taken)
    const articles = page.children.map((story) => ({
      story,
      id: takeId(`story-${toAscii(story.slug)}`, taken),
      title: labelStory(story),
      pageId: id,
      pageNumber: page.pageNumber
    }))
    return {page, id, articles}
  })
  const articles = begun.flatMap((page) => page.articles)
  const pages = begun.map((part) => ({
    ...part,
    title: words.page(
      part.page.pageNumber,
      part.page.section,
      part.page.facingPageNumber
    ),
    rests: findRests(part.page, articles)
  }))
  const title = `${issue.publication} ${issue.date}`
  return {issue, title, words, pages, articles}
}

function findRests(
  page: Page,
  articles: ReadonlyArray<EditionArticle>
): Array<EditionRest> {
  return page.placements.flatMap(({part, slug}) => {
    const article = articles.find(({story}) => story.slug === slug)
    const isRest = part === 'rest' && article
    return isRest ? [{article, fromPageNumber: article.pageNumber}] : []
  })
}

// Zip readers may not tell capitals apart, and some readers fail on others.
function toAscii(slug: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return slug
  return createHash('sha256').update(slug).digest('hex').slice(0, 10)
}

function takeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  taken.add(id)
  return id
}
