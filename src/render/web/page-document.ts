// A page's document: its replica, its stories beside it, and the other pages.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {labelStory} from '../story-label.ts'
import {findWords} from '../words.ts'
import {toBar} from './bar.ts'
import {toDocument, toLink, toPartial} from './document.ts'
import {toFoot} from './foot.ts'
import type {PlannedPage} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'
import {listHeadlines} from './list-headlines.ts'
import {nameIssue} from './name-issue.ts'
import {namePage} from './name-page.ts'
import {toPagePicture} from './page-picture.ts'
import {toReplica} from './replica.ts'
import type {SizedPicture} from './sized-pictures.ts'
import {toSocialHead} from './social-head.ts'
import {findSiteWords} from './site-words.ts'
import {toStoryList} from './story-list.ts'
import {findWebWords} from './web-words.ts'

/** Write a page's document. */
export function toPageDocument(
  view: IssueView,
  current: PlannedPage
): OutputFile {
  const {pictures, place, plan, shell} = view
  const {issue, pages} = plan
  const {lang, publication} = issue
  const {folder, page} = current
  const path = `${folder}/index.html`
  const words = findWebWords(lang)
  const name = namePage(page, lang).full
  const sizes = pictures.pages.get(page.pageNumber) ?? []
  const index = pages.indexOf(current)
  const around = {previous: pages[index - 1], next: pages[index + 1]}
  const issueName = nameIssue(issue, lang)
  const card = findCard(sizes)
  const description = listHeadlines(
    current.entries.map(({site: {story}}) => ({
      kind: story.kind,
      title: labelStory(story)
    })),
    lang
  )
  const title = `${name} - ${publication} ${issueName}`

  return toDocument({
    path,
    lang,
    title,
    description,
    kind: 'page',
    skips: [{href: '#stories', text: words.skipToStories}],
    head: [
      ...toSocialHead({
        shell,
        title,
        type: 'website',
        publication,
        lang,
        description,
        ...(place && {address: `${place.folder}${folder}/`}),
        ...(place && card && {card: {...card, path: place.folder + card.path}})
      }),
      ...toHeadLinks(path, around)
    ],
    body: [
      ...toBar(
        issue,
        path,
        [
          {text: issueName, path: 'index.html'},
          {text: name, path}
        ],
        shell
      ),
      h('main.wrap', [
        h('div.turn', [
          toHeading(current, lang),
          h('nav', {ariaLabel: words.turnPages}, toWays(path, around, lang))
        ]),
        h('div.spread', [
          h('div.stand', [
            shell.site && current.layout ? toZoomTools(lang) : undefined,
            toReplica(plan, current, {from: path, sizes})
          ]),
          toBeside(current, view)
        ]),
        toThumbs(current, view),
        ...toPartial('page', path, shell)
      ]),
      toFoot(issue, path, shell)
    ],
    ...(shell.site && {script: 'page' as const, data: {dataIssue: '../'}}),
    shell
  })
}

// Large enough to be read in, small enough for those who fetch it for a link.
function findCard(
  sizes: ReadonlyArray<SizedPicture>
): SizedPicture | undefined {
  return sizes.find(({widthPx}) => widthPx >= 800) ?? sizes.at(-1)
}

interface Around {
  previous: PlannedPage | undefined
  next: PlannedPage | undefined
}

function toHeadLinks(path: string, {next, previous}: Around): Array<Element> {
  const links = [
    {rel: 'prev', to: previous},
    {rel: 'next', to: next}
  ]
  return links.flatMap(({rel, to}) =>
    to ? [h('link', {rel, href: toLink(path, `${to.folder}/index.html`)})] : []
  )
}

function toHeading({page}: PlannedPage, lang: string): Element {
  return h('h1', [
    h('span.number', namePage(page, lang).number),
    ...(page.section ? [' ', page.section] : [])
  ])
}

function toWays(path: string, {next, previous}: Around, lang: string): Element {
  const words = findWebWords(lang)
  const toWay = (rel: string, text: string, to: PlannedPage | undefined) =>
    to &&
    h('li', h('a', {rel, href: toLink(path, `${to.folder}/index.html`)}, text))
  return h('ul.ways', [
    toWay('prev', words.previousPage, previous),
    h('li', h('a', {href: toLink(path, 'index.html')}, words.pages)),
    toWay('next', words.nextPage, next)
  ])
}

// Scripts show them: without scripts, browsers zoom by themselves.
function toZoomTools(lang: string): Element {
  const words = findSiteWords(lang)
  const toButton = (name: string, sign: string, label: string) =>
    h('button', {type: 'button', dataZoom: name, title: label}, [
      h('span', {ariaHidden: 'true'}, sign),
      h('span.unseen', label)
    ])
  return h(
    'div.zoom',
    {hidden: true, role: 'group', ariaLabel: words.zoomTools},
    [
      toButton('in', '＋', words.zoomIn),
      toButton('out', '－', words.zoomOut),
      h('button', {type: 'button', dataZoom: 'whole'}, words.wholePage),
      h('button', {type: 'button', dataZoom: 'full'}, words.fullScreen),
      h('span.hint.small', words.zoomHint),
      h(
        'span.hits.small',
        {hidden: true, dataHits: '', role: 'status'},
        words.hits
      )
    ]
  )
}

function toBeside(current: PlannedPage, view: IssueView): Element {
  const {lang} = view.plan.issue
  const path = `${current.folder}/index.html`
  const words = findWebWords(lang)
  const {staff} = current.page
  const {colon, pageContents} = findWords(lang)
  const people = staff.map(({name, role}) => `${role}${colon}${name}`)
  return h('nav#stories.beside', {ariaLabelledBy: ['contents'], tabIndex: -1}, [
    h('h2#contents', pageContents),
    current.layout && h('p.note', words.pageHint),
    toStoryList(current, {from: path, view}),
    toFiles(current, view),
    people.length > 0 ? h('p.note', people.join('\u3000')) : undefined
  ])
}

// The page and the issue to take along.
function toFiles(
  {folder, page}: PlannedPage,
  {formats, pagePdfs, pictures, plan, shell}: IssueView
): Element | undefined {
  const {lang} = plan.issue
  const words = findWebWords(lang)
  const from = `${folder}/index.html`
  const largest = pictures.pages.get(page.pageNumber)?.at(-1)
  const pdf = pagePdfs.get(page.pageNumber)
  const links = [
    ...(largest ? [[words.largePicture, largest.path] as const] : []),
    ...(pdf === undefined ? [] : [[findSiteWords(lang).pagePdf, pdf] as const]),
    ...formats.map(({name, path}) => [words[name], path] as const)
  ]
  if (links.length === 0) return undefined
  return h(
    'ul.ways.files',
    links.map(([text, path]) =>
      h(
        'li',
        h('a', {href: encodeURI(toLink(from, shell.toIssue + path))}, text)
      )
    )
  )
}

function toThumbs(
  current: PlannedPage,
  {pictures, plan}: IssueView
): Element | undefined {
  const {issue, pages} = plan
  if (pages.length < 2) return undefined
  const path = `${current.folder}/index.html`
  const words = findWords(issue.lang)
  const links = pages.map((planned) => {
    const {folder, page} = planned
    const [small] = pictures.pages.get(page.pageNumber) ?? []
    return h(
      'a',
      {
        href: toLink(path, `${folder}/index.html`),
        ...(planned === current ? {ariaCurrent: 'page'} : {})
      },
      [
        small && toPagePicture(toLink(path, small.path), small),
        namePage(page, issue.lang).full
      ]
    )
  })
  return h('nav.thumbs', {ariaLabel: words.pageList}, links)
}
