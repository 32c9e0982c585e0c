// Stories of several issues as a list of links, each with its day and page.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {findWords} from '../words.ts'
import type {CatalogIssue, CatalogStory} from './catalog.ts'
import {toLink} from './document.ts'
import {nameIssue} from './name-issue.ts'
import {descriptionCount} from './story-document.ts'

/** A story and the issue it is in. */
export interface Entry {
  issue: CatalogIssue
  story: CatalogStory
}

/** List stories for the document at `from`, which is in `lang`. */
export function toEntryList(
  entries: ReadonlyArray<Entry>,
  from: string,
  lang: string
): Element {
  const words = findWords(lang)
  return h(
    'ol.list.entries',
    entries.map(({issue, story}) => {
      const {description, folder, pageNumber, section, title} = story
      const page = issue.pages.find((one) => one.pageNumber === pageNumber)
      const isKnown = page !== undefined && !page.isNumberUnknown
      const place = [
        nameIssue(issue, lang),
        ...(isKnown ? [words.page(pageNumber, section)] : [])
      ]
      const href = toLink(from, `${issue.folder}${folder}/index.html`)
      const storyLang = story.lang === lang ? undefined : story.lang
      return h('li', [
        h('a.head', {href, lang: storyLang}, title),
        description
          ? h('p.deck', {lang: storyLang}, markCut(description, story.lang))
          : undefined,
        h('p.small', place.join(' · '))
      ])
    })
  )
}

// Descriptions end where they are long enough.
function markCut(description: string, lang: string): string {
  const isWhole = /[\p{P}\p{S}]$/u.test(description)
  const isShort = [...description].length < descriptionCount
  if (isWhole || isShort) return description
  return `${description}${lang.startsWith('zh') ? '……' : '…'}`
}
