// A page's document: its replica, its stories beside it, and the other pages.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {longDate} from '../../model/calendar.ts'
import type {OutputFile} from '../renderer.ts'
import {findWords} from '../words.ts'
import {toBar} from './bar.ts'
import {toDocument, toLink} from './document.ts'
import {toFoot} from './foot.ts'
import {namePage} from './name-page.ts'
import {toReplica} from './replica.ts'
import type {Site, SitePage} from './site.ts'
import type {SizedPicture, IssuePictures} from './sized-pictures.ts'
import {toStoryList} from './story-list.ts'
import {findWebWords} from './web-words.ts'

/** Write a page's document. */
export function toPageDocument(
  site: Site,
  current: SitePage,
  pictures: IssuePictures
): OutputFile {
  const {issue, pages} = site
  const {lang, publication} = issue
  const {folder, page} = current
  const path = `${folder}/index.html`
  const words = findWebWords(lang)
  const name = namePage(page, lang).full
  const sizes = pictures.pages.get(page.pageNumber) ?? []
  const index = pages.indexOf(current)
  const around = {previous: pages[index - 1], next: pages[index + 1]}

  return toDocument({
    path,
    lang,
    title: `${name} - ${publication} ${longDate(issue.date, lang)}`,
    kind: 'page',
    skips: [{href: '#stories', text: words.skipToStories}],
    head: toHeadLinks(path, around),
    body: [
      toBar(issue, path, [{text: name, path}]),
      h('main.wrap', [
        h('div.turn', [
          toHeading(current, lang),
          h('nav', {ariaLabel: words.turnPages}, toWays(path, around, lang))
        ]),
        h('div.spread', [
          toReplica(site, current, {from: path, sizes}),
          toBeside(current, sizes, {path, lang})
        ]),
        toThumbs(site, current, pictures)
      ]),
      toFoot(issue)
    ]
  })
}

interface Around {
  previous: SitePage | undefined
  next: SitePage | undefined
}

function toHeadLinks(path: string, {next, previous}: Around): Array<Element> {
  const links = [
    {rel: 'prev', to: previous},
    {rel: 'next', to: next}
  ]
  return links.flatMap(({rel, to}) =>
    to ? [h('link', {rel, href: toLink(path, `${to.folder}/index.html`)})] : []
  )
}

function toHeading({page}: SitePage, lang: string): Element {
  return h('h1', [
    h('span.number', namePage(page, lang).number),
    ...(page.section ? [' ', page.section] : [])
  ])
}

function toWays(path: string, {next, previous}: Around, lang: string): Element {
  const words = findWebWords(lang)
  const toWay = (rel: string, text: string, to: SitePage | undefined) =>
    to &&
    h('li', h('a', {rel, href: toLink(path, `${to.folder}/index.html`)}, text))
  return h('ul.ways', [
    toWay('prev', words.previousPage, previous),
    h('li', h('a', {href: toLink(path, 'index.html')}, words.pages)),
    toWay('next', words.nextPage, next)
  ])
}

function toBeside(
  current: SitePage,
  sizes: ReadonlyArray<SizedPicture>,
  {lang, path}: {lang: string; path: string}
): Element {
  const words = findWebWords(lang)
  const largest = sizes.at(-1)
  const {staff} = current.page
  const {colon, pageContents} = findWords(lang)
  const people = staff.map(({name, role}) => `${role}${colon}${name}`)
  return h('nav#stories.beside', {ariaLabelledBy: ['contents'], tabIndex: -1}, [
    h('h2#contents', pageContents),
    current.layout && h('p.note', words.pageHint),
    toStoryList(current, path, lang),
    largest &&
      h(
        'p.ways',
        h('a', {href: toLink(path, largest.path)}, words.largePicture)
      ),
    people.length > 0 ? h('p.note', people.join('\u3000')) : undefined
  ])
}

function toThumbs(
  {issue, pages}: Site,
  current: SitePage,
  pictures: IssuePictures
): Element | undefined {
  if (pages.length < 2) return undefined
  const path = `${current.folder}/index.html`
  const words = findWords(issue.lang)
  const links = pages.map((sitePage) => {
    const {folder, page} = sitePage
    const [small] = pictures.pages.get(page.pageNumber) ?? []
    return h(
      'a',
      {
        href: toLink(path, `${folder}/index.html`),
        ...(sitePage === current ? {ariaCurrent: 'page'} : {})
      },
      [
        small &&
          h('img', {
            src: toLink(path, small.path),
            width: small.widthPx,
            height: small.depthPx,
            loading: 'lazy',
            alt: ''
          }),
        namePage(page, issue.lang).full
      ]
    )
  })
  return h('nav.thumbs', {ariaLabel: words.pageList}, links)
}
