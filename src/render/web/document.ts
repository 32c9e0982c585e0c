// A document: head, way past the bar, the bar, content, foot.
//
// The policy in the head lets a document load its stylesheet, pictures and, on
// a site, scripts from where it came from, and nothing else. `file:` is for a
// copy on somebody's own disk, where `'self'` means nothing to some browsers.

import {createHash} from 'node:crypto'
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {OutputFile} from '../renderer.ts'
import type {Literal} from 'unist'
import type {Shell} from './shell.ts'

/** HTML of a template, put in as it is. */
interface Raw extends Literal {
  type: 'raw'
  value: string
}

declare module 'hast' {
  interface ElementContentMap {
    raw: Raw
  }

  interface RootContentMap {
    raw: Raw
  }
}

/** What a document is made of. */
export interface SiteDocument {
  /** Path from the folder or the root of the site: `p5/index.html`. */
  path: string
  lang: string
  title: string
  description?: string
  /** What its body holds, such as `story`; names its looks. */
  kind:
    | 'about'
    | 'calendar'
    | 'day'
    | 'issue'
    | 'list'
    | 'page'
    | 'search'
    | 'story'
  /** Words of the link past the bar, and more such links by their `href`. */
  skips: ReadonlyArray<{href: string; text: string}>
  /** More of the head: links to what is next, metadata. */
  head: ReadonlyArray<Element>
  body: ReadonlyArray<ElementContent>
  shell: Shell
  /** Script of the site it needs, besides that of every document. */
  script?: 'offline' | 'page' | 'search' | 'story'
  /** Script that stands in it, at its end. */
  inlineScript?: string
  /** What scripts are told, as attributes of the body: `data-…`. */
  data?: Readonly<Record<string, string>>
}

/** Write a document; its path has no folder before it. */
export function toDocument(document: SiteDocument): OutputFile {
  const {body, data, description, head, kind, lang, path, shell} = document
  const {skips, title} = document
  const tree = h(null, [
    {type: 'doctype'},
    h('html', {lang}, [
      h('head', [
        h('meta', {charSet: 'utf-8'}),
        h('meta', {
          httpEquiv: 'Content-Security-Policy',
          content: toPolicy(document)
        }),
        h('meta', {
          name: 'viewport',
          content: 'width=device-width, initial-scale=1'
        }),
        h('title', title),
        ...(description
          ? [h('meta', {name: 'description', content: description})]
          : []),
        h('meta', {name: 'color-scheme', content: 'light dark'}),
        ...toAssets(document),
        ...head
      ]),
      h(
        'body',
        {
          className: [`on-${kind}`],
          ...data,
          ...(shell.site ? {dataRoot: toRoot(path, shell)} : {})
        },
        [
          ...skips.map(({href, text}) =>
            h('a', {className: 'skip', href}, text)
          ),
          ...body,
          ...toInline(document)
        ]
      )
    ])
  ])
  if (shell.site) nameFolders(tree)
  const html = unified()
    .use(rehypeStringify, {allowDangerousHtml: true})
    .stringify(tree)
  return {path, value: html + '\n'}
}

/** Lead from one document to another of the same issue, or a file of it. */
export function toLink(from: string, to: string): string {
  return '../'.repeat(from.split('/').length - 1) + to
}

/** Lead from a document to the root of its site. */
export function toRoot(from: string, {toRoot: way}: Shell): string {
  return toLink(from, way) || './'
}

/**
 * Put in what a template has for a place of the document at `from`; it is
 * trusted. In it `{root}` is the way to the root of the site.
 */
export function toPartial(
  name: string,
  from: string,
  shell: Shell
): Array<ElementContent> {
  const html = shell.partials[name]
  if (html === undefined) return []
  return [{type: 'raw', value: html.replaceAll('{root}', toRoot(from, shell))}]
}

function toInline({inlineScript}: SiteDocument): Array<ElementContent> {
  return inlineScript === undefined
    ? []
    : [{type: 'raw', value: `<script>${inlineScript}</script>`}]
}

function toPolicy({inlineScript, shell: {site}}: SiteDocument): string {
  const inline =
    inlineScript === undefined
      ? ''
      : ` 'sha256-${createHash('sha256').update(inlineScript).digest('base64')}'`
  const own = site ? "'self'" : "'self' file:"
  return [
    "default-src 'none'",
    `img-src ${own}`,
    `style-src ${own}`,
    ...(site
      ? [
          `script-src 'self'${inline}`,
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'"
        ]
      : []),
    "base-uri 'none'",
    site ? "form-action 'self'" : "form-action 'none'"
  ].join('; ')
}

function toAssets({path, script, shell}: SiteDocument): Array<Element> {
  const {site} = shell
  if (!site) {
    const href = toLink(path, `${shell.toIssue}style.css`)
    return [h('link', {rel: 'stylesheet', href})]
  }
  const root = toRoot(path, shell)
  const names = ['reader', ...(script ? [script] : [])]
  return [
    h('script', {src: `${root}${site.scripts}/look.js`}),
    h('link', {rel: 'stylesheet', href: root + site.style}),
    h('link', {rel: 'icon', type: 'image/svg+xml', href: root + site.icon}),
    h('link', {rel: 'manifest', href: `${root}manifest.webmanifest`}),
    h('link', {
      rel: 'alternate',
      type: 'application/atom+xml',
      title: site.publication,
      href: `${root}feed.atom`
    }),
    ...names.map((name) =>
      h('script', {type: 'module', src: `${root}${site.scripts}/${name}.js`})
    )
  ]
}

// On a host a folder stands for its index: addresses stay when files don't.
function nameFolders(node: Element | Root): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const {properties} = child
    for (const name of ['action', 'href'] as const) {
      const value = properties[name]
      if (typeof value !== 'string' || /^[a-z]+:/i.test(value)) continue
      const short = value.replace(/(^|\/)index\.html(?=$|[#?])/, '$1')
      properties[name] =
        short === '' || /^[#?]/.test(short) ? keep(short, value) : short
    }
    nameFolders(child)
  }
}

function keep(short: string, value: string): string {
  return value.startsWith('#') || value.startsWith('?') ? value : `./${short}`
}
