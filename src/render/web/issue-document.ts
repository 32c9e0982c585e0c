// The issue's document: the flag, other forms of the issue, and page by page
// what is in it.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {longDate, lunarDate, weekdayName} from '../../model/calendar.ts'
import type {Issue} from '../../model/issue.ts'
import type {OutputFile} from '../renderer.ts'
import {toDocument} from './document.ts'
import type {EditionFormat} from './edition.ts'
import {toFoot} from './foot.ts'
import {namePage} from './name-page.ts'
import type {Site, SitePage} from './site.ts'
import type {IssuePictures} from './sized-pictures.ts'
import {toStoryList} from './story-list.ts'
import {toThumbnail} from './thumbnail.ts'
import {findWebWords} from './web-words.ts'

const path = 'index.html'

/** Write the issue's document. */
export function toIssueDocument(
  site: Site,
  pictures: IssuePictures,
  editions: ReadonlyArray<EditionFormat>
): OutputFile {
  const {issue, pages} = site
  const {lang, publication} = issue
  const words = findWebWords(lang)
  const date = longDate(issue.date, lang)
  const firstPage = pages[0]

  return toDocument({
    path,
    lang,
    title: `${publication} ${date}`,
    ...(issue.description && {description: issue.description}),
    kind: 'issue',
    skips: [{href: '#pages', text: words.skipToContent}],
    head: [
      h('meta', {property: 'og:type', content: 'website'}),
      h('meta', {property: 'og:title', content: `${publication} ${date}`}),
      ...(firstPage
        ? [h('link', {rel: 'next', href: `${firstPage.folder}/index.html`})]
        : [])
    ],
    body: [
      h('header.flag.wrap', toFlag(issue, pages.length)),
      h('main#pages.wrap', {tabIndex: -1}, [
        toEditions(editions, lang),
        ...pages.map((page) => toSheet(page, lang, pictures))
      ]),
      toFoot(issue)
    ]
  })
}

function toFlag(issue: Issue, pageCount: number): Array<Element> {
  const {date, description, issueNumber, lang, publication} = issue
  const words = findWebWords(lang)
  const day = [
    longDate(date, lang),
    weekdayName(date, lang),
    lang.startsWith('zh') ? lunarDate(date) : '',
    issueNumber === undefined ? '' : words.runningNumber(issueNumber),
    words.pageCount(pageCount)
  ].filter((text) => text !== '')
  return [
    h('h1', publication),
    h(
      'p.day',
      day.flatMap((text, index) => [index === 0 ? '' : ' ', h('span', text)])
    ),
    ...(description ? [h('p.about', description)] : [])
  ]
}

function toEditions(
  editions: ReadonlyArray<EditionFormat>,
  lang: string
): Element | undefined {
  if (editions.length === 0) return undefined
  const words = findWebWords(lang)
  return h(
    'nav',
    {ariaLabel: words.editions},
    h(
      'ul.ways',
      editions.map(({name, path}) =>
        h('li', h('a', {href: `../${encodeURI(path)}`}, words[name]))
      )
    )
  )
}

function toSheet(
  page: SitePage,
  lang: string,
  pictures: IssuePictures
): Element {
  const {section} = page.page
  const id = `${page.folder}-name`
  const href = `${page.folder}/index.html`
  return h('section.sheet', {ariaLabelledBy: [id]}, [
    h('h2', {id}, [
      h('a', {href}, [
        h('span.number', namePage(page.page, lang).number),
        ...(section ? [' ', section] : [])
      ])
    ]),
    toThumbnail(page, path, {lang, pictures}),
    toStoryList(page, path, lang)
  ])
}
