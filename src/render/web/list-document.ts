// Lists of a site: its sections, its authors, and for each of them what there
// is, year by year.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {toBar, type Paper} from './bar.ts'
import {encodeName} from './catalog.ts'
import {toDocument, toLink} from './document.ts'
import {toEntryList, type Entry} from './entry-list.ts'
import {toFoot} from './foot.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

/** What is listed. */
export type ListName = 'authors' | 'sections'

/** A section or an author, and how many stories there are in which year. */
export interface ListedName {
  name: string
  /** Stories by period, `2026` or `2026-06`, oldest first. */
  counts: ReadonlyArray<readonly [period: string, count: number]>
}

/** What documents of lists have to know. */
export interface ListOptions {
  paper: Paper
  shell: Shell
}

/** Give the folder of a section or an author from the root of the site. */
export function toListFolder(list: ListName, name: string): string {
  return `${list}/${encodeName(name)}/`
}

/** Write the document of all sections, or of all authors. */
export function toListDocument(
  list: ListName,
  names: ReadonlyArray<ListedName>,
  {paper, shell}: ListOptions
): OutputFile {
  const path = `${list}/index.html`
  const words = findSiteWords(paper.lang)
  const items = names.map(({counts, name}) =>
    h('li', [
      h(
        'a',
        {href: toLink(path, `${toListFolder(list, name)}index.html`)},
        name
      ),
      h('span.small', words.storyCount(sum(counts)))
    ])
  )
  return write(
    path,
    words[list],
    [{text: words[list], path}],
    [h('ul.names', items)],
    {paper, shell}
  )
}

/** A period of a section or an author. */
export interface ShownPeriod {
  period: string
  /** Newest first. */
  entries: ReadonlyArray<Entry>
  /** Whether it is written as the first thing there, with ways to all periods. */
  isRoot: boolean
}

/**
 * Write a period of a section or an author. Only the first document there has
 * ways to all periods: the others stay as they are when a period is added.
 */
export function toNameDocument(
  list: ListName,
  listed: ListedName,
  {entries, isRoot, period}: ShownPeriod,
  {paper, shell}: ListOptions
): OutputFile {
  const {counts, name} = listed
  const folder = toListFolder(list, name)
  const path = isRoot ? `${folder}index.html` : `${folder}${period}/index.html`
  const words = findSiteWords(paper.lang)
  const periods = counts.toReversed().map(([one]) =>
    h('li', [
      h(
        'a',
        {
          href: toLink(path, `${folder}${one}/index.html`),
          ...(one === period ? {ariaCurrent: 'true'} : {})
        },
        one
      )
    ])
  )
  return write(
    path,
    isRoot ? name : `${name} ${period}`,
    [
      {text: words[list], path: `${list}/index.html`},
      {text: name, path: `${folder}index.html`}
    ],
    [
      ...(isRoot && counts.length > 1
        ? [h('nav.years', {ariaLabel: words.years}, h('ul.links', periods))]
        : []),
      toEntryList(entries, path, paper.lang)
    ],
    {paper, shell}
  )
}

function write(
  path: string,
  title: string,
  steps: ReadonlyArray<{text: string; path: string}>,
  content: ReadonlyArray<Element>,
  {paper, shell}: ListOptions
): OutputFile {
  const {lang, publication} = paper
  return toDocument({
    path,
    lang,
    title: `${title} - ${publication}`,
    kind: 'list',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [],
    body: [
      ...toBar(paper, path, steps, shell),
      h('main#main.wrap', {tabIndex: -1}, [
        h('h1.plain-head', title),
        ...content
      ]),
      toFoot(paper, path, shell)
    ],
    shell
  })
}

function sum(counts: ListedName['counts']): number {
  return counts.reduce((total, [, count]) => total + count, 0)
}
