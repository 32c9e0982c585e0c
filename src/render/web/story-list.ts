// The stories of a page as a list of links, in reading order: what a reader
// without eyes or a mouse, or with a thumb, uses in place of the picture.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import type {Story} from '../../model/story.ts'
import {labelStory} from '../story-label.ts'
import {findWords} from '../words.ts'
import {toLink} from './document.ts'
import {toExcerpt} from './excerpt.ts'
import type {PlannedEntry, PlannedPage} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'
import {findSiteWords} from './site-words.ts'

interface ListOptions {
  from: string
  /** Whether the first words of the first story are shown. */
  isDigest?: boolean
  picture?: Element
  view: IssueView
}

/**
 * List the stories of a page for the document at `from`; a picture stands over
 * the first headline, and the first words of its copy under it, where the page
 * itself is not beside it.
 */
export function toStoryList(
  {entries}: PlannedPage,
  {from, isDigest = false, picture, view}: ListOptions
): Element {
  return h(
    'ol.list',
    entries.map((entry, index) =>
      h(
        'li',
        {className: index === 0 ? ['first'] : undefined},
        toLines(entry, {
          from,
          view,
          isDigest: isDigest && index === 0,
          ...(index === 0 && picture && {picture})
        })
      )
    )
  )
}

function toLines(
  {jumpPageNumber, part, site}: PlannedEntry,
  {from, isDigest, picture, view}: ListOptions
): Array<Element> {
  const {plan, shell} = view
  const {lang} = plan.issue
  const {folder, story} = site
  const href = toLink(from, `${shell.toIssue}${folder}/index.html`)
  const words = findWords(lang)
  const storyLang = story.lang === lang ? undefined : story.lang
  const lines = [
    // The headline is the way for everyone; this is one more, for fingers.
    ...(picture
      ? [h('a.lead', {href, tabIndex: -1, ariaHidden: 'true'}, picture)]
      : []),
    ...(part === 'rest' ? [] : toKickers(story, storyLang)),
    h('a.head', {href, lang: storyLang}, labelStory(story)),
    ...(part === 'rest' ? [] : toDecks(story, storyLang))
  ]
  const excerpt = isDigest && part !== 'rest' ? toExcerpt(story) : ''
  if (excerpt !== '') lines.push(h('p.excerpt', {lang: storyLang}, excerpt))
  const correctionCount = story.corrections?.length ?? 0
  if (correctionCount > 0) {
    const text = findSiteWords(lang).correctionCount(correctionCount)
    lines.push(h('p.small.corrected', text))
  }
  const isAd = story.kind === 'ad'
  if (isAd) lines.push(h('p.small', words.advertisement))
  if (jumpPageNumber !== undefined) {
    const jump = part === 'rest' ? words.jumpFrom : words.jumpTo
    lines.push(h('p.small', jump(jumpPageNumber)))
  }
  return lines
}

function toKickers(story: Story, lang: string | undefined): Array<Element> {
  return story.children
    .filter((child) => child.type === 'kicker')
    .map((kicker) => h('p.kicker', {lang}, toString(kicker)))
}

function toDecks(story: Story, lang: string | undefined): Array<Element> {
  return story.children
    .filter((child) => child.type === 'deck')
    .map((deck) => h('p.deck', {lang}, toString(deck)))
}
