// The issue's document: the flag, other forms of the issue, and page by page
// what is in it. On a site the latest one is the home page, too.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {longDate, lunarDate, weekdayName} from '../../model/calendar.ts'
import type {Issue} from '../../model/issue.ts'
import {labelStory} from '../story-label.ts'
import type {OutputFile} from '../renderer.ts'
import {toSiteLinks} from './bar.ts'
import {toDocument, toPartial, toRoot} from './document.ts'
import {toFoot} from './foot.ts'
import type {PlannedPage} from './issue-plan.ts'
import {toLeadPicture} from './lead-picture.ts'
import type {IssueNeighbour, IssuePlace, IssueView} from './issue-view.ts'
import {nameIssue} from './name-issue.ts'
import {listHeadlines} from './list-headlines.ts'
import {namePage} from './name-page.ts'
import {toSocialHead} from './social-head.ts'
import {findSiteWords} from './site-words.ts'
import {toStoryList} from './story-list.ts'
import {toThumbnail} from './thumbnail.ts'
import {findWebWords} from './web-words.ts'

const path = 'index.html'

/** Write the issue's document. */
export function toIssueDocument(view: IssueView): OutputFile {
  const {place, plan, shell} = view
  const {issue, pages} = plan
  const {lang, publication} = issue
  const words = findWebWords(lang)
  const title = `${publication} ${nameIssue(issue, lang)}`
  const firstPage = pages[0]
  const {cover} = view.pictures
  const description =
    issue.description ??
    listHeadlines(
      plan.stories.map(({story}) => ({
        kind: story.kind,
        title: labelStory(story)
      })),
      lang
    )

  return toDocument({
    path,
    lang,
    title,
    description,
    kind: 'issue',
    skips: [{href: '#pages', text: words.skipToContent}],
    head: [
      ...toSocialHead({
        shell,
        title,
        type: 'website',
        publication,
        lang,
        description,
        ...(place && {address: place.folder}),
        ...(place &&
          cover && {card: {...cover, path: place.folder + cover.path}})
      }),
      ...(firstPage
        ? [
            h('link', {
              rel: 'next',
              href: `${shell.toIssue}${firstPage.folder}/index.html`
            })
          ]
        : [])
    ],
    body: [
      h('header.flag.wrap', [
        ...toFlag(issue, pages.length),
        ...(shell.site ? [toSiteLinks(issue, path, shell)] : []),
        ...toPartial('flag', path, shell)
      ]),
      h('main#pages.wrap', {tabIndex: -1}, [
        toFormats(view),
        ...toCorrections(view),
        ...pages.map((page) => toSheet(page, view)),
        place && toNeighbours(view, place)
      ]),
      toFoot(issue, path, shell)
    ],
    ...(place && {data: {dataIssue: shell.toIssue}}),
    shell
  })
}

function toFlag(issue: Issue, pageCount: number): Array<Element> {
  const {date, description, edition = 1, issueNumber, lang, publication} = issue
  const words = findWebWords(lang)
  const day = [
    longDate(date, lang),
    weekdayName(date, lang),
    lang.startsWith('zh') ? lunarDate(date) : '',
    edition > 1 ? findSiteWords(lang).editionOf(edition) : '',
    issueNumber === undefined ? '' : words.runningNumber(issueNumber),
    words.pageCount(pageCount)
  ].filter((text) => text !== '')
  return [
    h('h1', publication),
    h(
      'p.day',
      day.flatMap((text, index) => [index === 0 ? '' : ' ', h('span', text)])
    ),
    ...(description ? [h('p.about', description)] : [])
  ]
}

function toFormats({formats, plan, shell}: IssueView): Element | undefined {
  if (formats.length === 0) return undefined
  const words = findWebWords(plan.issue.lang)
  return h(
    'nav',
    {ariaLabel: words.editions},
    h(
      'ul.ways',
      formats.map(({name, path: file}) =>
        h('li', h('a', {href: encodeURI(shell.toIssue + file)}, words[name]))
      )
    )
  )
}

// What was put right is said where the issue begins, not only on its story.
function toCorrections({plan, shell}: IssueView): Array<Element> {
  const {lang} = plan.issue
  const words = findSiteWords(lang)
  const corrected = plan.stories.flatMap(({folder, story}) =>
    (story.corrections ?? []).map((correction) => ({folder, story, correction}))
  )
  if (corrected.length === 0) return []
  const items = corrected.map(({correction, folder, story}) =>
    h('li', [
      h('a', {href: `${shell.toIssue}${folder}/index.html`}, labelStory(story)),
      ' ',
      h('span', `${longDate(correction.date, lang)} ${correction.text}`)
    ])
  )
  return [
    h('section.corrections', {ariaLabelledBy: ['corrections']}, [
      h('h2#corrections', words.correction),
      h('ul.plain', items)
    ])
  ]
}

function toSheet(page: PlannedPage, view: IssueView): Element {
  const {plan, shell} = view
  const {lang} = plan.issue
  const {section} = page.page
  const id = `${page.folder}-name`
  const href = `${shell.toIssue}${page.folder}/index.html`
  const picture = toLeadPicture(page, path, view)
  return h('section.sheet', {ariaLabelledBy: [id]}, [
    h('h2', {id}, [
      h('a', {href}, [
        h('span.number', namePage(page.page, lang).number),
        ...(section ? [' ', section] : [])
      ])
    ]),
    toThumbnail(page, path, view),
    toStoryList(page, {
      from: path,
      isDigest: true,
      view,
      ...(picture && {picture})
    })
  ])
}

function toNeighbours(
  {plan, shell}: IssueView,
  {next, previous, siblings}: IssuePlace
): Element | undefined {
  const {lang} = plan.issue
  const words = findSiteWords(lang)
  if (!next && !previous && siblings.length === 0) return undefined
  const root = toRoot(path, shell)
  const toWay = (
    className: string,
    text: string,
    to: IssueNeighbour | undefined
  ) =>
    to &&
    h('a', {className: [className], href: `${root}${to.folder}index.html`}, [
      h('span', text),
      ' ',
      h('b', nameIssue(to, lang))
    ])
  return h('nav.around', {ariaLabel: words.archive}, [
    toWay('previous', words.previousIssue, previous),
    toWay('next', words.nextIssue, next),
    ...siblings.map((sibling) => toWay('sibling', words.otherEditions, sibling))
  ])
}
