// The contents once more, in the form of EPUB 2: some readers in use show no
// other.

import type {Page} from '../../model/issue.ts'
import type {Edition} from './edition.ts'
import {toXml, writeXml, type XmlElement} from '../write-xml.ts'

/** Write the contents; `identifier` is the package's. */
export function toNcx(edition: Edition, identifier: string): string {
  const {issue, pages, title, words} = edition
  let playOrder = 0
  const points: Array<XmlElement> = []
  const targets: Array<XmlElement> = []

  for (const {articles, id, page, title: pageTitle} of pages) {
    const pageOrder = ++playOrder
    targets.push(toTarget(id, page, {order: ++playOrder, words}))
    const inner = articles.map((article) =>
      toPoint(article.id, article.title, {order: ++playOrder})
    )
    points.push(toPoint(id, pageTitle, {order: pageOrder, inner}))
  }
  points.push(toPoint('colophon', words.colophon, {order: ++playOrder}))

  const depth = pages.some(({articles}) => articles.length > 0) ? '2' : '1'
  const root = toXml(
    'ncx',
    {
      xmlns: 'http://www.daisy.org/z3986/2005/ncx/',
      version: '2005-1',
      'xml:lang': issue.lang
    },
    [
      toXml('head', {}, [
        toMeta('dtb:uid', identifier),
        toMeta('dtb:depth', depth),
        toMeta('dtb:totalPageCount', String(pages.length)),
        toMeta('dtb:maxPageNumber', String(findLastPageNumber(edition)))
      ]),
      toXml('docTitle', {}, [toXml('text', {}, title)]),
      toXml('docAuthor', {}, [toXml('text', {}, issue.publication)]),
      toXml('navMap', {}, points),
      ...(targets.length > 0 ? [toXml('pageList', {}, targets)] : [])
    ]
  )
  const text = writeXml(root, {isLoose: () => true, isVoid: () => true})
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`
}

function toMeta(name: string, content: string): XmlElement {
  return toXml('meta', {name, content})
}

function findLastPageNumber({pages}: Edition): number {
  return Math.max(0, ...pages.map(({page}) => page.pageNumber))
}

function toPoint(
  id: string,
  title: string,
  {inner = [], order}: {inner?: ReadonlyArray<XmlElement>; order: number}
): XmlElement {
  return toXml('navPoint', {id: `point-${id}`, playOrder: String(order)}, [
    toXml('navLabel', {}, [toXml('text', {}, title)]),
    toXml('content', {src: `${id}.xhtml`}),
    ...inner
  ])
}

function toTarget(
  id: string,
  {facingPageNumber, pageNumber}: Page,
  {order, words}: {order: number; words: Edition['words']}
): XmlElement {
  const attributes = {
    id: `target-${id}`,
    type: 'normal',
    value: String(pageNumber),
    playOrder: String(order)
  }
  return toXml('pageTarget', attributes, [
    toXml('navLabel', {}, [
      toXml('text', {}, words.page(pageNumber, undefined, facingPageNumber))
    ]),
    toXml('content', {src: `${id}.xhtml#${id}`})
  ])
}
