// The bar over every document: the paper's name, on a site the ways to the rest
// of it and a field to search, and the way here.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Issue} from '../../model/issue.ts'
import {toLink, toPartial, toRoot} from './document.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

/** What there is to say about a paper. */
export type Paper = Pick<Issue, 'imprint' | 'lang' | 'publication' | 'rights'>

/** A step on the way to a document. */
export interface Step {
  text: string
  /** Path of its document. */
  path: string
}

/** Make the bar of the document at `from`. */
export function toBar(
  paper: Paper,
  from: string,
  steps: ReadonlyArray<Step>,
  shell: Shell
): Array<Element> {
  const {lang, publication} = paper
  const label = findWebWords(lang).breadcrumb
  const home = shell.site
    ? `${toRoot(from, shell)}index.html`
    : toLink(from, 'index.html')
  const items = steps.map(({path, text}) =>
    h(
      'li',
      h(
        'a',
        {
          href: toLink(from, path),
          ...(path === from ? {ariaCurrent: 'page'} : {})
        },
        text
      )
    )
  )
  return [
    h('header.bar', [
      h('div.wrap', [
        h('p.paper', h('a', {href: home}, publication)),
        shell.site
          ? toSiteLinks(paper, from, shell)
          : h('nav.small', {ariaLabel: label}, h('ul.steps', items))
      ]),
      shell.site && items.length > 0
        ? h('nav.crumbs.small.wrap', {ariaLabel: label}, h('ul.steps', items))
        : undefined,
      ...toPartial('bar', from, shell)
    ])
  ]
}

/** Make the ways to the rest of a site, from the document at `from`. */
export function toSiteLinks(
  {lang}: Paper,
  from: string,
  shell: Shell
): Element {
  const words = findSiteWords(lang)
  const root = toRoot(from, shell)
  const links = [
    [words.archive, 'calendar/index.html'],
    [words.sections, 'sections/index.html'],
    [words.authors, 'authors/index.html'],
    [words.about, 'about/index.html']
  ] as const
  return h('div.site', [
    h(
      'nav',
      {ariaLabel: words.siteLinks},
      h('ul.links', [
        ...links.map(([text, path]) =>
          h('li', h('a', {href: root + path}, text))
        ),
        // In place of the form where there is little room for it.
        h(
          'li.to-search',
          h('a', {href: `${root}search/index.html`}, words.search)
        )
      ])
    ),
    h(
      'form.find',
      {
        action: `${root}search/index.html`,
        role: 'search',
        method: 'get',
        ariaLabel: words.siteSearch
      },
      [
        h('input', {
          type: 'search',
          name: 'q',
          ariaLabel: words.searchLabel,
          placeholder: words.search,
          autoComplete: 'off',
          required: true
        }),
        h('button', {type: 'submit'}, words.search)
      ]
    )
  ])
}
