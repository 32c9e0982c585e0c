// The contents, as a document that readers and people read: stories by page, the
// list of printed pages, and landmarks.

import {h} from 'hastscript'
import type {Element} from 'hast'
import {toDocument, type EpubDocument} from './document.ts'
import type {Edition} from './edition.ts'

/** Make the contents. */
export function toNavDocument(edition: Edition): EpubDocument {
  const {issue, words} = edition
  const {lang} = issue
  return toDocument(
    {
      id: 'nav',
      title: words.contents,
      lang,
      className: 'toc',
      properties: 'nav'
    },
    [
      h('nav', {id: 'toc', 'epub:type': 'toc', role: 'doc-toc'}, [
        h('h1', words.contents),
        toContents(edition)
      ]),
      ...toPageList(edition),
      toLandmarks(edition)
    ]
  )
}

function toContents({pages, words}: Edition): Element {
  return h('ol', [
    ...pages.map(({articles, id, title}) =>
      toItem(
        id,
        title,
        articles.map((article) => toItem(article.id, article.title))
      )
    ),
    toItem('colophon', words.colophon)
  ])
}

function toItem(
  id: string,
  title: string,
  items: ReadonlyArray<Element> = []
): Element {
  return h('li', [
    h('a', {href: `${id}.xhtml`}, title),
    items.length > 0 ? h('ol', [...items]) : undefined
  ])
}

// Some readers show hidden navigation, hence the class as well.
function toPageList({pages, words}: Edition): Array<Element> {
  if (pages.length === 0) return []
  const items = pages.map(({id, page}) =>
    h(
      'li',
      h(
        'a',
        {href: `${id}.xhtml#${id}`},
        words.page(page.pageNumber, undefined, page.facingPageNumber)
      )
    )
  )
  return [
    h(
      'nav.hidden',
      {'epub:type': 'page-list', role: 'doc-pagelist', hidden: true},
      [h('h2', words.pageList), h('ol', items)]
    )
  ]
}

function toLandmarks({pages, words}: Edition): Element {
  const first = pages[0]
  const marks = [
    {type: 'cover', href: 'cover.xhtml', text: words.cover},
    {type: 'toc', href: 'nav.xhtml', text: words.contents},
    ...(first
      ? [{type: 'bodymatter', href: `${first.id}.xhtml`, text: words.start}]
      : []),
    {type: 'colophon', href: 'colophon.xhtml', text: words.colophon}
  ]
  return h('nav.hidden', {'epub:type': 'landmarks', hidden: true}, [
    h('h2', words.landmarks),
    h(
      'ol',
      marks.map(({href, text, type}) =>
        h('li', h('a', {'epub:type': type, href}, text))
      )
    )
  ])
}
