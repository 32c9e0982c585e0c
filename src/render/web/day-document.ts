// On this day: what the paper had on one day of the calendar, in every year.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {toBar, type Paper} from './bar.ts'
import type {CatalogIssue} from './catalog.ts'
import {toDocument, toLink} from './document.ts'
import {toFoot} from './foot.ts'
import {nameIssue} from './name-issue.ts'
import {toPagePicture} from './page-picture.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

/** Stories named of each issue. */
const storyCount = 6

/** What an issue of the day had, and on which day. */
export interface DayOptions {
  /** Day of the calendar: `06-02`. */
  day: string
  /** Issues of it, newest first. */
  issues: ReadonlyArray<CatalogIssue>
  paper: Paper
  shell: Shell
}

/** Write the document of a day. */
export function toDayDocument({
  day,
  issues,
  paper,
  shell
}: DayOptions): OutputFile {
  const {lang, publication} = paper
  const words = findSiteWords(lang)
  const path = `on-this-day/${day}/index.html`
  const [month = 1, number = 1] = day.split('-').map(Number)
  const name = words.onThisDayOf(month, number)
  return toDocument({
    path,
    lang,
    title: `${name} - ${publication}`,
    kind: 'day',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [],
    body: [
      ...toBar(
        paper,
        path,
        [
          {text: words.archive, path: 'calendar/index.html'},
          {text: name, path}
        ],
        shell
      ),
      h('main#main.wrap', {tabIndex: -1}, [
        h('h1.plain-head', name),
        ...issues.map((issue) => toIssue(issue, path, lang))
      ]),
      toFoot(paper, path, shell)
    ],
    shell
  })
}

function toIssue(issue: CatalogIssue, path: string, lang: string): Element {
  const {folder, id, pages, stories} = issue
  const [first] = pages
  const href = toLink(path, `${folder}index.html`)
  const thumbnail = first?.thumbnail
  const named = stories.filter(({kind}) => kind !== 'ad').slice(0, storyCount)
  return h('section.sheet', {ariaLabelledBy: [`i-${id}`]}, [
    h('h2', {id: `i-${id}`}, h('a', {href}, nameIssue(issue, lang))),
    thumbnail &&
      h(
        'a.thumb',
        {href, ariaHidden: 'true', tabIndex: -1},
        toPagePicture(toLink(path, folder + thumbnail.path), thumbnail)
      ),
    h(
      'ol.list',
      named.map((story, index) =>
        h(
          'li',
          {className: index === 0 ? ['first'] : undefined},
          h(
            'a.head',
            {
              href: toLink(path, `${folder}${story.folder}/index.html`),
              lang: story.lang === lang ? undefined : story.lang
            },
            story.title
          )
        )
      )
    )
  ])
}
