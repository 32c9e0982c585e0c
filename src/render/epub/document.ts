// The shell of every document in an EPUB.

import {h} from 'hastscript'
import type {Child} from 'hastscript'
import type {Element} from 'hast'

/** A document of the EPUB. */
export interface EpubDocument {
  /** Id in the package, and name of the file without `.xhtml`. */
  id: string
  title: string
  html: Element
  /** What the package has to say about it. */
  properties?: 'nav' | 'svg'
}

/** What is in it. */
export interface DocumentOptions {
  id: string
  title: string
  lang: string
  properties?: 'nav' | 'svg'
  /** Class of the body, for stylesheets. */
  className: string
}

/** Make a document. */
export function toDocument(
  options: DocumentOptions,
  content: ReadonlyArray<Child>
): EpubDocument {
  const {className, id, lang, properties, title} = options
  const html = h(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang
    },
    [
      h('head', [
        h('meta', {charSet: 'utf-8'}),
        h('title', title),
        h('link', {rel: 'stylesheet', type: 'text/css', href: 'style.css'})
      ]),
      h('body', {className}, ...content)
    ]
  )
  return {id, title, html, ...(properties ? {properties} : {})}
}
