// What machines are told of a story: JSON-LD, `NewsArticle` of schema.org.
//
// A byline is told as it is printed (`creditText`): whether it names one person
// or two, or a desk, nobody has to guess.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import type {Issue} from '../../model/issue.ts'
import type {Story} from '../../model/story.ts'
import {labelStory} from '../story-label.ts'
import type {SiteStory} from './site.ts'

/** Describe a story; `images` are links from its document. */
export function toNewsArticle(
  {page, pageNumbers, story}: SiteStory,
  issue: Issue,
  images: ReadonlyArray<string>
): Element {
  const {date, issueNumber, imprint, lang, publication, rights} = issue
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined
  const numbers = pageNumbers.length > 0 ? pageNumbers : [page.pageNumber]
  // What is `undefined` is left out by `JSON.stringify`.
  const description = {
    '@context': 'https://schema.org',
    '@type': story.kind === 'ad' ? 'AdvertiserContentArticle' : 'NewsArticle',
    headline: labelStory(story),
    alternativeHeadline: readPart(story, 'deck'),
    abstract: readPart(story, 'summary'),
    creditText: readPart(story, 'byline'),
    inLanguage: story.lang,
    datePublished: day,
    articleSection: page.section,
    printSection: page.section,
    printPage: page.isNumberUnknown ? undefined : numbers.join(', '),
    creativeWorkStatus: story.status === 'truncated' ? 'Incomplete' : undefined,
    image: images.length > 0 ? images : undefined,
    copyrightNotice: rights,
    isPartOf: {
      '@type': 'PublicationIssue',
      issueNumber: issueNumber === undefined ? undefined : String(issueNumber),
      datePublished: day,
      isPartOf: {
        '@type': 'Newspaper',
        name: publication,
        issn: imprint.issn,
        inLanguage: lang,
        publisher: imprint.publisher && {
          '@type': 'Organization',
          name: imprint.publisher
        }
      }
    }
  }
  return h('script', {type: 'application/ld+json'}, toSafeJson(description))
}

// Nothing in it can end the element or open a comment: `<` is always escaped.
function toSafeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

function readPart(
  story: Story,
  type: 'byline' | 'deck' | 'summary'
): string | undefined {
  const parts = story.children.filter((child) => child.type === type)
  const text = parts.map((part) => toString(part)).join(' ')
  return text === '' ? undefined : text
}
