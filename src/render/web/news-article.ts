// What machines are told of a story: JSON-LD, `NewsArticle` of schema.org.
//
// A byline is told as it is printed (`creditText`), and who it names, as far as
// that can be told.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import type {Story} from '../../model/story.ts'
import {labelStory} from '../story-label.ts'
import {toLink} from './document.ts'
import {findAuthors} from './find-authors.ts'
import type {PlannedStory} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'

/** Describe a story for its document at `path`. */
export function toNewsArticle(
  view: IssueView,
  current: PlannedStory,
  path: string
): Element {
  const {place, plan, shell} = view
  const {page, pageNumbers, story} = current
  const {date, edition, issueNumber, imprint, lang} = plan.issue
  const {publication, rights} = plan.issue
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined
  const numbers = pageNumbers.length > 0 ? pageNumbers : [page.pageNumber]
  const authors = findAuthors(story)
  const images = findImages(view, current, path)
  const url =
    place && shell.site?.url !== undefined
      ? `${shell.site.url}/${place.folder}${current.folder}/`
      : undefined
  const corrections = story.corrections ?? []
  const printed = page.isNumberUnknown ? undefined : numbers.join(', ')
  // What is `undefined` is left out by `JSON.stringify`.
  const description = {
    '@context': 'https://schema.org',
    '@type': story.kind === 'ad' ? 'AdvertiserContentArticle' : 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: labelStory(story),
    alternativeHeadline: readPart(story, 'deck'),
    abstract: readPart(story, 'summary'),
    author:
      authors.length > 0
        ? authors.map((name) => ({'@type': 'Person', name}))
        : undefined,
    creditText: readPart(story, 'byline'),
    inLanguage: story.lang,
    datePublished: day,
    dateModified: corrections.at(-1)?.date,
    correction:
      corrections.length > 0
        ? corrections.map((correction) => ({
            '@type': 'CorrectionComment',
            datePublished: correction.date,
            text: correction.text
          }))
        : undefined,
    articleSection: page.section,
    // Only news has these; an advertisement has pages like any article.
    ...(story.kind === 'ad'
      ? {pagination: printed}
      : {
          printSection: page.section,
          printPage: printed,
          printEdition: edition === undefined ? undefined : String(edition)
        }),
    isAccessibleForFree: true,
    creativeWorkStatus: story.status === 'truncated' ? 'Incomplete' : undefined,
    image: images.length > 0 ? images : undefined,
    copyrightNotice: rights,
    publisher: imprint.publisher && {
      '@type': 'Organization',
      name: imprint.publisher
    },
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

// Absolute where the site has an address; consumers resolve the others.
function findImages(
  {pictures, place, shell}: IssueView,
  {folder}: PlannedStory,
  path: string
): Array<string> {
  const photos = [...(pictures.photos.get(folder) ?? [])]
  const card = pictures.cards.get(folder)
  const files = [
    ...photos.map(([, photo]) => photo.fallback.path),
    ...(place && card ? [card.path] : [])
  ]
  const url = shell.site?.url
  return files.map((file) =>
    place && url !== undefined
      ? `${url}/${place.folder}${file}`
      : toLink(path, file)
  )
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
