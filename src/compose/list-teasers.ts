// Teasers 导读: what page one says of the pages inside. Nothing is made up: a
// teaser is the headline of a story and the number of its page.

import type {Page} from '../model/issue.ts'
import {plainText} from '../model/plain-text.ts'
import type {Story, StoryKind} from '../model/story.ts'

/** What page one says of a story inside. */
export interface Teaser {
  pageNumber: number
  /** Its place among those of its page, from 0. */
  rank: number
  /** Ways to say it, the best first: whole headlines, then their first parts. */
  heads: ReadonlyArray<string>
}

const told: ReadonlySet<StoryKind> = new Set([
  'commentary',
  'feature',
  'news',
  'photo',
  'roundup'
])

/** Stories of one page that may be told of, at most. */
const mostPerPage = 3

/**
 * List teasers, the most wanted first: the first story of each page after the
 * first, then, where room is left, the next of each.
 */
export function listTeasers(pages: ReadonlyArray<Page>): Array<Teaser> {
  return pages
    .filter((page) => page.pageNumber !== 1 && !page.isNumberUnknown)
    .flatMap(({children, pageNumber}) =>
      children
        .filter(({kind}) => told.has(kind))
        .map(listHeads)
        .filter((heads) => heads.length > 0)
        .slice(0, mostPerPage)
        .map((heads, rank): Teaser => ({pageNumber, rank, heads}))
    )
    .sort((a, b) => a.rank - b.rank || a.pageNumber - b.pageNumber)
}

/** A headline that is too wide may end where the editor lets it be split. */
function listHeads(story: Story): Array<string> {
  const headline = story.children.find(({type}) => type === 'headline')
  const whole = headline ? plainText(headline).trim() : ''
  if (!whole) return []
  const first = whole.split(/[\s　]+/)[0] ?? whole
  const isPart = story.lang.startsWith('zh') && [...first].length >= 4
  return isPart && first !== whole ? [whole, first] : [whole]
}
