// Feeds of a site: the stories of the latest issues, as Atom 1.0, RSS 2.0 and
// JSON Feed 1.1. A corrected story is as new as its last correction.

import type {OutputFile} from '../renderer.ts'
import {findWords} from '../words.ts'
import type {Paper} from './bar.ts'
import type {CatalogIssue, CatalogStory} from './catalog.ts'
import {nameIssue} from './name-issue.ts'
import {toUrn} from './to-urn.ts'
import {toXmlText, x} from './xml.ts'

/** Stories in a feed at most. */
const mostStories = 60

/** What feeds are made of. */
export interface FeedOptions {
  paper: Paper
  /** Address of the site, no slash at the end. */
  url?: string
  /** Latest issues, newest first; never empty. */
  issues: ReadonlyArray<CatalogIssue>
}

interface FeedItem {
  id: string
  /** Way from the root of the site, or its address. */
  link: string
  title: string
  summary: string
  /** Where it is printed. */
  place: string
  authors: ReadonlyArray<string>
  section?: string
  lang: string
  published: string
  updated: string
  image?: string
}

/** Write the feeds. */
export function toFeeds(options: FeedOptions): Array<OutputFile> {
  const items = options.issues
    .flatMap((issue) =>
      issue.stories
        .filter(({kind}) => kind !== 'ad' && kind !== 'filler')
        .map((story) => toItem(issue, story, options))
    )
    .slice(0, mostStories)
  return [
    {path: 'feed.atom', value: toAtom(items, options)},
    {path: 'feed.xml', value: toRss(items, options)},
    {path: 'feed.json', value: toJsonFeed(items, options)}
  ]
}

function toItem(
  issue: CatalogIssue,
  story: CatalogStory,
  {paper, url}: FeedOptions
): FeedItem {
  const path = `${issue.folder}${story.folder}/`
  const link = url === undefined ? path : `${url}/${encodeURI(path)}`
  const page = issue.pages.find(
    ({pageNumber}) => pageNumber === story.pageNumber
  )
  const {page: toPage} = findWords(paper.lang)
  const isKnown = page !== undefined && !page.isNumberUnknown
  const place = [
    nameIssue(issue, paper.lang),
    ...(isKnown ? [toPage(story.pageNumber, story.section)] : [])
  ].join(' ')
  const corrected = story.corrections?.at(-1)?.date
  const correctedMoment = corrected && `${corrected}T00:00:00.000Z`
  const updated =
    correctedMoment && correctedMoment > issue.modified
      ? correctedMoment
      : issue.modified
  return {
    id: url === undefined ? toUrn(`${issue.publication} ${path}`) : link,
    link,
    title: story.title,
    summary: story.description,
    place: paper.lang.startsWith('zh') ? `（${place}）` : ` (${place})`,
    authors: story.authors,
    ...(story.section !== undefined && {section: story.section}),
    lang: story.lang,
    published: issue.modified,
    updated,
    ...(story.card !== undefined &&
      url !== undefined && {
        image: `${url}/${encodeURI(issue.folder + story.card)}`
      })
  }
}

function toAtom(items: ReadonlyArray<FeedItem>, options: FeedOptions): string {
  const {paper, url} = options
  const base = url === undefined ? '' : `${url}/`
  const feed = x(
    'feed',
    {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': paper.lang},
    [
      x('title', {}, paper.publication),
      x('id', {}, base === '' ? toUrn(paper.publication) : base),
      x('updated', {}, findLatest(items, options)),
      x('author', {}, x('name', {}, paper.publication)),
      x('link', {
        rel: 'self',
        type: 'application/atom+xml',
        href: `${base}feed.atom`
      }),
      x('link', {rel: 'alternate', type: 'text/html', href: base || './'}),
      ...(paper.rights === undefined ? [] : [x('rights', {}, paper.rights)]),
      ...items.map((item) =>
        x('entry', {'xml:lang': item.lang}, [
          x('title', {}, item.title),
          x('id', {}, item.id),
          x('link', {rel: 'alternate', type: 'text/html', href: item.link}),
          x('published', {}, item.published),
          x('updated', {}, item.updated),
          ...item.authors.map((name) => x('author', {}, x('name', {}, name))),
          ...(item.section === undefined
            ? []
            : [x('category', {term: item.section})]),
          x('summary', {}, item.summary + item.place)
        ])
      )
    ]
  )
  return toXmlText(feed)
}

function toRss(items: ReadonlyArray<FeedItem>, options: FeedOptions): string {
  const {paper, url} = options
  const base = url === undefined ? '' : `${url}/`
  const feed = x(
    'rss',
    {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/'
    },
    x('channel', {}, [
      x('title', {}, paper.publication),
      x('link', {}, base || './'),
      x('description', {}, paper.publication),
      x('language', {}, paper.lang),
      x('lastBuildDate', {}, toRfc822(findLatest(items, options))),
      x('atom:link', {
        rel: 'self',
        type: 'application/rss+xml',
        href: `${base}feed.xml`
      }),
      ...items.map((item) =>
        x('item', {}, [
          x('title', {}, item.title),
          x('link', {}, item.link),
          x('guid', {isPermaLink: String(url !== undefined)}, item.id),
          x('description', {}, item.summary + item.place),
          x('pubDate', {}, toRfc822(item.published)),
          ...item.authors.map((name) => x('dc:creator', {}, name)),
          ...(item.section === undefined
            ? []
            : [x('category', {}, item.section)])
        ])
      )
    ])
  )
  return toXmlText(feed)
}

function toJsonFeed(
  items: ReadonlyArray<FeedItem>,
  {paper, url}: FeedOptions
): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: paper.publication,
    home_page_url: url === undefined ? undefined : `${url}/`,
    feed_url: url === undefined ? undefined : `${url}/feed.json`,
    language: paper.lang,
    items: items.map((item) => ({
      id: item.id,
      url: item.link,
      title: item.title,
      summary: item.summary,
      content_text: item.summary + item.place,
      image: item.image,
      date_published: item.published,
      date_modified: item.updated,
      authors:
        item.authors.length > 0
          ? item.authors.map((name) => ({name}))
          : undefined,
      tags: item.section === undefined ? undefined : [item.section],
      language: item.lang
    }))
  }
  return JSON.stringify(feed, undefined, 1) + '\n'
}

function findLatest(
  items: ReadonlyArray<FeedItem>,
  {issues}: FeedOptions
): string {
  const moments = [
    ...items.map(({updated}) => updated),
    ...issues.map(({modified}) => modified)
  ]
  return moments.sort().at(-1) ?? '1970-01-01T00:00:00.000Z'
}

// `Tue, 02 Jun 2026 00:00:00 GMT`, as RFC 822 wants it.
function toRfc822(moment: string): string {
  return new Date(moment).toUTCString()
}
