// The bar over pages and stories: name of the paper, and where the reader is.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {longDate} from '../../model/calendar.ts'
import type {Issue} from '../../model/issue.ts'
import {toLink} from './document.ts'
import {findWebWords} from './web-words.ts'

/** A step on the way to a document. */
export interface Step {
  text: string
  /** Path of its document. */
  path: string
}

/** Make the bar of the document at `from`. */
export function toBar(
  issue: Issue,
  from: string,
  steps: ReadonlyArray<Step>
): Element {
  const home = {text: longDate(issue.date, issue.lang), path: 'index.html'}
  const items = [home, ...steps].map(({path, text}) =>
    h('li', h('a', {href: toLink(from, path)}, text))
  )
  const label = findWebWords(issue.lang).breadcrumb
  return h(
    'header.bar',
    h('div.wrap', [
      h(
        'p.paper',
        h('a', {href: toLink(from, 'index.html')}, issue.publication)
      ),
      h('nav.small', {ariaLabel: label}, h('ul.steps', items))
    ])
  )
}
