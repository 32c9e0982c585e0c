// The calendar: every day a paper came out, year by year. Days are links; one
// with several editions has one for each.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {toBar, type Paper} from './bar.ts'
import type {CatalogIssue} from './catalog.ts'
import {toDocument, toLink} from './document.ts'
import {toFoot} from './foot.ts'
import {nameIssue} from './name-issue.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

/** How many issues and stories a year has. */
export interface YearCount {
  year: string
  issueCount: number
  storyCount: number
}

/** What the calendar's documents have to know. */
export interface CalendarOptions {
  paper: Paper
  /** Years that have issues, oldest first. */
  years: ReadonlyArray<YearCount>
  shell: Shell
}

/** Write the document of all years, with the latest one open. */
export function toCalendarDocument(
  issues: ReadonlyArray<CatalogIssue>,
  options: CalendarOptions
): OutputFile {
  return write('calendar/index.html', issues, options)
}

/** Write the document of a year. */
export function toYearDocument(
  year: string,
  issues: ReadonlyArray<CatalogIssue>,
  options: CalendarOptions
): OutputFile {
  return write(`calendar/${year}/index.html`, issues, options, year)
}

function write(
  path: string,
  issues: ReadonlyArray<CatalogIssue>,
  {paper, shell, years}: CalendarOptions,
  named?: string
): OutputFile {
  const {lang, publication} = paper
  const words = findSiteWords(lang)
  const name = named === undefined ? words.archive : words.calendarOf(named)
  const steps = [
    {text: words.archive, path: 'calendar/index.html'},
    ...(named === undefined ? [] : [{text: name, path}])
  ]
  return toDocument({
    path,
    lang,
    title: `${name} - ${publication}`,
    kind: 'calendar',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [],
    body: [
      ...toBar(paper, path, steps, shell),
      h('main#main.wrap', {tabIndex: -1}, [
        h('h1.plain-head', name),
        // A year by itself stays as it is when others change.
        ...(named === undefined ? toOverview(years, path, lang) : []),
        ...toMonths(issues, path, lang)
      ]),
      toFoot(paper, path, shell)
    ],
    shell
  })
}

function toOverview(
  years: ReadonlyArray<YearCount>,
  path: string,
  lang: string
): Array<Element> {
  const words = findSiteWords(lang)
  const issueCount = years.reduce((sum, year) => sum + year.issueCount, 0)
  const storyCount = years.reduce((sum, year) => sum + year.storyCount, 0)
  const links = years
    .toReversed()
    .map(({issueCount: count, year}) =>
      h('li', [
        h('a', {href: toLink(path, `calendar/${year}/index.html`)}, year),
        h('span.small', words.issueCount(count))
      ])
    )
  return [
    h('p.lede', words.archiveLede(issueCount, storyCount)),
    h('nav.years', {ariaLabel: words.years}, h('ul.links', links))
  ]
}

function toMonths(
  issues: ReadonlyArray<CatalogIssue>,
  path: string,
  lang: string
): Array<Element> {
  const words = findSiteWords(lang)
  const months = Map.groupBy(
    issues.filter(({date}) => /^\d/.test(date)),
    ({date}) => date.slice(0, 7)
  )
  const undated = issues.filter(({date}) => !/^\d/.test(date))
  return [
    h(
      'div.months',
      [...months].map(([month, inside]) => {
        const id = `m-${month}`
        return h('section.month', {ariaLabelledBy: [id]}, [
          h('h2', {id}, words.months[Number(month.slice(5)) - 1] ?? month),
          toWeeks(month, inside, path, lang)
        ])
      })
    ),
    ...(undated.length > 0
      ? [
          h(
            'ul.plain',
            undated.map((issue) =>
              h(
                'li',
                h(
                  'a',
                  {href: toLink(path, `${issue.folder}index.html`)},
                  `${issue.publication} ${issue.id}`
                )
              )
            )
          )
        ]
      : [])
  ]
}

function toWeeks(
  month: string,
  issues: ReadonlyArray<CatalogIssue>,
  path: string,
  lang: string
): Element {
  const words = findSiteWords(lang)
  const [year = 0, number = 1] = month.split('-').map(Number)
  const first = new Date(Date.UTC(year, number - 1, 1))
  // Weeks begin on Monday.
  const blankCount = (first.getUTCDay() + 6) % 7
  const dayCount = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const cells = [
    ...Array.from({length: blankCount}, () => h('td')),
    ...Array.from({length: dayCount}, (_, index) => {
      const day = index + 1
      const date = `${month}-${String(day).padStart(2, '0')}`
      const ofDay = issues.filter((issue) => issue.date === date)
      return toDay(day, ofDay, path, lang)
    })
  ]
  while (cells.length % 7 !== 0) cells.push(h('td'))
  const rows = Array.from({length: cells.length / 7}, (_, index) =>
    h('tr', cells.slice(index * 7, index * 7 + 7))
  )
  return h('table', [
    h(
      'thead',
      h(
        'tr',
        words.weekdays.map((name) => h('th', {scope: 'col'}, name))
      )
    ),
    h('tbody', rows)
  ])
}

function toDay(
  day: number,
  issues: ReadonlyArray<CatalogIssue>,
  path: string,
  lang: string
): Element {
  if (issues.length === 0) return h('td', h('span', String(day)))
  return h(
    'td',
    issues.map((issue, index) =>
      h(
        'a',
        {
          href: toLink(path, `${issue.folder}index.html`),
          ariaLabel: nameIssue(issue, lang)
        },
        index === 0 ? String(day) : String(issue.edition ?? index + 1)
      )
    )
  )
}
