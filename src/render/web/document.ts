// A document of the site: head, way past the bar, the bar, content, foot.
//
// The policy in the head lets a document load its stylesheet and pictures and
// nothing else; there are no scripts. `file:` is for a copy on somebody's own
// disk, where `'self'` means nothing to some browsers.

import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {OutputFile} from '../renderer.ts'

/** What a document is made of. */
export interface SiteDocument {
  /** Path from the folder of the site: `p5/a1/index.html`. */
  path: string
  lang: string
  title: string
  description?: string
  /** What its body holds, such as `story`; names its looks. */
  kind: 'issue' | 'page' | 'story'
  /** Words of the link past the bar, and more such links by their `href`. */
  skips: ReadonlyArray<{href: string; text: string}>
  /** More of the head: links to what is next, metadata. */
  head: ReadonlyArray<Element>
  body: ReadonlyArray<ElementContent>
}

const policy =
  "default-src 'none'; img-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'"

/** Write a document. */
export function toDocument(document: SiteDocument): OutputFile {
  const {body, description, head, kind, lang, path, skips, title} = document
  const tree = h(null, [
    {type: 'doctype'},
    h('html', {lang}, [
      h('head', [
        h('meta', {charSet: 'utf-8'}),
        h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
        h('meta', {
          name: 'viewport',
          content: 'width=device-width, initial-scale=1'
        }),
        h('title', title),
        ...(description
          ? [h('meta', {name: 'description', content: description})]
          : []),
        h('meta', {name: 'color-scheme', content: 'light dark'}),
        h('link', {rel: 'stylesheet', href: toLink(path, 'style.css')}),
        ...head
      ]),
      h('body', {className: [`on-${kind}`]}, [
        ...skips.map(({href, text}) => h('a', {className: 'skip', href}, text)),
        ...body
      ])
    ])
  ])
  const html = unified().use(rehypeStringify).stringify(tree)
  return {path: `web/${path}`, value: html + '\n'}
}

/** Lead from one document of the site to a file of it, or beside it. */
export function toLink(from: string, to: string): string {
  return '../'.repeat(from.split('/').length - 1) + to
}
