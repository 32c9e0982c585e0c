// The document of a page: its stories, and the page as printed, where every
// story is a link.

import {h, s} from 'hastscript'
import type {Element} from 'hast'
import {toString} from 'mdast-util-to-string'
import type {Story} from '../../model/story.ts'
import type {Zone} from '../zones.ts'
import {toDocument, type EpubDocument} from './document.ts'
import type {EditionPicture} from './edition-pictures.ts'
import type {Edition, EditionPage} from './edition.ts'

/** The page as printed. */
export interface PrintedPage {
  picture: EditionPicture
  zones: ReadonlyArray<Zone>
}

/** Make the document of a page. */
export function toPageDocument(
  part: EditionPage,
  edition: Edition,
  printed: PrintedPage | undefined
): EpubDocument {
  const {id, page, title} = part
  const {issue, words} = edition
  const headingId = `${id}-title`
  const content = h(
    'section',
    {
      'epub:type': 'part',
      role: 'doc-part',
      ariaLabelledBy: [headingId]
    },
    [
      h('span', {
        id,
        'epub:type': 'pagebreak',
        role: 'doc-pagebreak',
        ariaLabel: words.page(page.pageNumber, undefined, page.facingPageNumber)
      }),
      h('h1', {id: headingId}, title),
      ...toStaff(part, edition),
      ...toContents(part),
      ...toRests(part, edition),
      printed ? toPicture(part, edition, printed) : undefined
    ]
  )
  return toDocument(
    {
      id,
      title,
      lang: issue.lang,
      className: 'page',
      ...(printed ? {properties: 'svg' as const} : {})
    },
    [content]
  )
}

function toStaff({page}: EditionPage, {words}: Edition): Array<Element> {
  const names = page.staff.map(({name, role}) => role + words.colon + name)
  return names.length > 0 ? [h('p.staff', names.join('\u3000'))] : []
}

function toContents({articles}: EditionPage): Array<Element> {
  if (articles.length === 0) return []
  const items = articles.map(({id, story, title}) => {
    const byline = readByline(story)
    return h('li', [
      h('a', {href: `${id}.xhtml`}, title),
      ...(byline ? [' ', h('span.by', byline)] : [])
    ])
  })
  return [h('ol.contents', items)]
}

// The sign before a byline ( □ , ■ ) parts it from the title over it on paper; in
// a list nothing is to be parted.
function readByline(story: Story): string {
  const byline = story.children.find((child) => child.type === 'byline')
  return toString(byline).replace(/^[\s\p{So}]+/u, '')
}

function toRests({rests}: EditionPage, {words}: Edition): Array<Element> {
  if (rests.length === 0) return []
  const items = rests.map(({article, fromPageNumber}) =>
    h('li', [
      h('a', {href: `${article.id}.xhtml`}, article.title),
      ' ',
      h('span.by', words.jumpFrom(fromPageNumber))
    ])
  )
  return [h('h2', words.restsHere), h('ul.contents', items)]
}

function toPicture(
  {page}: EditionPage,
  {articles, words}: Edition,
  {picture, zones}: PrintedPage
): Element {
  const {depthPx, href, widthPx} = picture
  const links = zones.flatMap((zone) => {
    const article = articles.find(({story}) => story.slug === zone.slug)
    if (!article) return []
    const target = `${article.id}.xhtml`
    const points = zone.points
      .map(({xRatio, yRatio}) =>
        [xRatio * widthPx, yRatio * depthPx].map(Math.round).join(',')
      )
      .join(' ')
    // Readers differ in which of the two they follow.
    return [
      s('a', {href: target, xLinkHref: target}, [
        s('title', article.title),
        s('polygon', {points, fillOpacity: 0})
      ])
    ]
  })
  return h('figure.print', [
    s(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        xmlnsXLink: 'http://www.w3.org/1999/xlink',
        viewBox: `0 0 ${widthPx} ${depthPx}`
      },
      [
        s('title', words.pagePicture(page.pageNumber)),
        s('image', {width: widthPx, height: depthPx, xLinkHref: href}),
        ...links
      ]
    )
  ])
}
