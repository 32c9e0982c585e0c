// OPDS: catalogues from which reading programs fetch issues as EPUB and PDF. 1.2
// is Atom, for the e-readers there are; 2.0 is JSON.

import type {OutputFile} from '../renderer.ts'
import type {Paper} from './bar.ts'
import type {CatalogIssue} from './catalog.ts'
import {listHeadlines} from './list-headlines.ts'
import {nameIssue} from './name-issue.ts'
import {findSiteWords} from './site-words.ts'
import {toUrn} from './to-urn.ts'
import {toXmlText, x, type Xml} from './xml.ts'

/** What catalogues are made of. */
export interface OpdsOptions {
  paper: Paper
  url?: string
  /** Years that have issues, oldest first. */
  years: ReadonlyArray<string>
}

const mediaTypes = {
  epub: 'application/epub+zip',
  pdf: 'application/pdf'
} as const
const acquisition = 'application/atom+xml;profile=opds-catalog;kind=acquisition'
const navigation = 'application/atom+xml;profile=opds-catalog;kind=navigation'
const opds2 = 'application/opds+json'

/** Write the catalogue that programs open first; issues are newest first. */
export function toOpdsRoot(
  issues: ReadonlyArray<CatalogIssue>,
  options: OpdsOptions
): Array<OutputFile> {
  const {paper, years} = options
  const words = findSiteWords(paper.lang)
  const updated = findLatest(issues)
  const entries = [
    {name: words.latest, path: 'latest.xml'},
    ...years
      .toReversed()
      .map((year) => ({name: words.calendarOf(year), path: `${year}.xml`}))
  ].map(({name, path}) =>
    x('entry', {}, [
      x('title', {}, name),
      x('id', {}, toUrn(`${paper.publication} opds ${path}`)),
      x('updated', {}, updated),
      x('content', {type: 'text'}, name),
      x('link', {rel: 'subsection', type: acquisition, href: path})
    ])
  )
  return [
    {
      path: 'opds/index.xml',
      value: toFeed(
        {name: paper.publication, path: 'index.xml', type: navigation, updated},
        entries,
        options
      )
    },
    {
      path: 'opds/latest.xml',
      value: toFeed(
        {name: words.latest, path: 'latest.xml', type: acquisition, updated},
        issues.map((issue) => toEntry(issue, options)),
        options
      )
    },
    {
      path: 'opds/index.json',
      value: toJson('index', paper.publication, issues, options)
    }
  ]
}

/** Write the catalogue of a year; issues are newest first. */
export function toOpdsYear(
  year: string,
  issues: ReadonlyArray<CatalogIssue>,
  options: OpdsOptions
): Array<OutputFile> {
  const name = `${options.paper.publication} ${findSiteWords(options.paper.lang).calendarOf(year)}`
  const feed = {
    name,
    path: `${year}.xml`,
    type: acquisition,
    updated: findLatest(issues)
  }
  return [
    {
      path: `opds/${year}.xml`,
      value: toFeed(
        feed,
        issues.map((issue) => toEntry(issue, options)),
        options
      )
    },
    {path: `opds/${year}.json`, value: toJson(year, name, issues, options)}
  ]
}

function toFeed(
  feed: {name: string; path: string; type: string; updated: string},
  entries: ReadonlyArray<Xml>,
  {paper}: OpdsOptions
): string {
  return toXmlText(
    x(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/terms/',
        'xml:lang': paper.lang
      },
      [
        x('id', {}, toUrn(`${paper.publication} opds ${feed.path}`)),
        x('title', {}, feed.name),
        x('updated', {}, feed.updated),
        x('author', {}, x('name', {}, paper.publication)),
        x('link', {rel: 'self', type: feed.type, href: feed.path}),
        x('link', {rel: 'start', type: navigation, href: 'index.xml'}),
        ...entries
      ]
    )
  )
}

function toEntry(issue: CatalogIssue, {paper, url}: OpdsOptions): Xml {
  const {date, description, folder, formats, imprint, lang, modified} = issue
  const base = toBase(url)
  const cover = issue.cover && base + encodeURI(folder + issue.cover.path)
  return x('entry', {}, [
    x('title', {}, toTitle(issue)),
    x('id', {}, toUrn(`${issue.publication} ${folder}`)),
    x('updated', {}, modified),
    x('author', {}, x('name', {}, issue.publication)),
    x('dc:language', {}, lang),
    ...(/^\d/.test(date) ? [x('dc:issued', {}, date)] : []),
    ...(imprint.publisher === undefined
      ? []
      : [x('dc:publisher', {}, imprint.publisher)]),
    x('summary', {}, description ?? listHeadlines(issue.stories, paper.lang)),
    ...(cover === undefined
      ? []
      : [
          x('link', {
            rel: 'http://opds-spec.org/image',
            type: 'image/jpeg',
            href: cover
          })
        ]),
    ...formats.map(({byteCount, name, path}) =>
      x('link', {
        rel: 'http://opds-spec.org/acquisition/open-access',
        type: mediaTypes[name],
        href: base + encodeURI(folder + path),
        length: byteCount
      })
    ),
    x('link', {
      rel: 'alternate',
      type: 'text/html',
      href: `${base}${encodeURI(folder)}`
    })
  ])
}

function toJson(
  path: string,
  name: string,
  issues: ReadonlyArray<CatalogIssue>,
  {paper, url, years}: OpdsOptions
): string {
  const base = toBase(url)
  const words = findSiteWords(paper.lang)
  const feed = {
    metadata: {title: name, modified: findLatest(issues)},
    links: [
      {rel: 'self', href: `${path}.json`, type: opds2},
      {rel: 'start', href: 'index.json', type: opds2}
    ],
    navigation:
      path === 'index'
        ? years.toReversed().map((year) => ({
            title: words.calendarOf(year),
            href: `${year}.json`,
            type: opds2
          }))
        : undefined,
    // A publication has to be there to be got.
    publications: issues
      .filter(({formats}) => formats.length > 0)
      .map((issue) => toPublication(issue, base, paper.lang))
  }
  return JSON.stringify(feed, undefined, 1) + '\n'
}

function toPublication(
  issue: CatalogIssue,
  base: string,
  paperLang: string
): object {
  const {cover, date, description, folder, formats, imprint, lang} = issue
  return {
    metadata: {
      '@type': 'http://schema.org/PublicationIssue',
      identifier: toUrn(`${issue.publication} ${folder}`),
      title: toTitle(issue),
      author: issue.publication,
      publisher: imprint.publisher,
      language: lang,
      modified: issue.modified,
      published: /^\d/.test(date) ? date : undefined,
      description: description ?? listHeadlines(issue.stories, paperLang),
      belongsTo: {
        series: {
          name: issue.publication,
          ...(issue.issueNumber !== undefined && {position: issue.issueNumber})
        }
      }
    },
    links: [
      ...formats.map(({name, path}) => ({
        rel: 'http://opds-spec.org/acquisition/open-access',
        href: base + encodeURI(folder + path),
        type: mediaTypes[name]
      })),
      {
        rel: 'alternate',
        href: `${base}${encodeURI(folder)}`,
        type: 'text/html'
      }
    ],
    images: cover
      ? [
          {
            href: base + encodeURI(folder + cover.path),
            type: 'image/jpeg',
            width: cover.widthPx,
            height: cover.depthPx
          }
        ]
      : [
          {
            href: `${base}icon.svg`,
            type: 'image/svg+xml'
          }
        ]
  }
}

function toTitle(issue: CatalogIssue): string {
  return `${issue.publication} ${nameIssue(issue, issue.lang)}`
}

// The first stories of the issue, by their names.
function toBase(url: string | undefined): string {
  return url === undefined ? '../' : `${url}/`
}

function findLatest(issues: ReadonlyArray<CatalogIssue>): string {
  const moments = issues.map(({modified}) => modified).sort()
  return moments.at(-1) ?? '1970-01-01T00:00:00.000Z'
}
