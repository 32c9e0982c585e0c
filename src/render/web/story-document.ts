// A story's document: all of it, its jumped parts joined, what was put right
// since, its place on paper, and the way to the stories before and after it.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import {longDate} from '../../model/calendar.ts'
import type {Story} from '../../model/story.ts'
import {toArticle} from '../article.ts'
import type {OutputFile} from '../renderer.ts'
import {labelStory} from '../story-label.ts'
import {findWords} from '../words.ts'
import {toBar} from './bar.ts'
import {toDocument, toLink, toPartial, toRoot} from './document.ts'
import {findAuthors} from './find-authors.ts'
import {toFoot} from './foot.ts'
import type {PlannedStory} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'
import {nameIssue} from './name-issue.ts'
import {namePage} from './name-page.ts'
import {toNewsArticle} from './news-article.ts'
import {toPrinted} from './printed-place.ts'
import {toSocialHead} from './social-head.ts'
import {findSiteWords} from './site-words.ts'
import {toWebArticle} from './web-article.ts'
import {findWebWords} from './web-words.ts'

/** Write a story's document. */
export function toStoryDocument(
  view: IssueView,
  current: PlannedStory
): OutputFile {
  const {pictures, place, plan, shell} = view
  const {issue} = plan
  const {folder, page, story} = current
  const {lang} = issue
  const path = `${folder}/index.html`
  const words = findWebWords(lang)
  const pageName = namePage(page, lang).full
  const title = labelStory(story)
  const photos = pictures.photos.get(folder) ?? new Map()
  const index = plan.stories.indexOf(current)
  const around = {
    previous: plan.stories[index - 1],
    next: plan.stories[index + 1]
  }
  const article = toArticle(story, {
    figure: (src) => {
      const photo = photos.get(src)?.fallback
      return photo && {...photo, href: toLink(path, photo.path)}
    },
    idPrefix: '',
    lang,
    notes: 'list'
  })
  const description = describeStory(story)

  return toDocument({
    path,
    lang,
    title: `${title} - ${issue.publication}`,
    ...(description && {description}),
    kind: 'story',
    skips: [{href: '#main', text: words.skipToContent}],
    head: [
      ...toMetadata(view, current, description),
      ...toHeadLinks(path, around),
      toNewsArticle(view, current, path)
    ],
    body: [
      ...toBar(
        issue,
        path,
        [
          {text: nameIssue(issue, lang), path: 'index.html'},
          {text: pageName, path: `p${page.pageNumber}/index.html`}
        ],
        shell
      ),
      h('main#main.wrap', {tabIndex: -1}, [
        h('div.column', [
          ...toStandInHeading(current),
          ...toCorrections(view, current),
          shell.site ? toTools(lang) : undefined,
          toWebArticle(article, photos, path),
          ...toAuthorLinks(view, current, path),
          ...toPartial('story', path, shell),
          toPrinted(view, current, path),
          toAround(around, path, lang)
        ])
      ]),
      toFoot(issue, path, shell)
    ],
    ...(place && {script: 'story' as const, data: {dataIssue: '../../'}}),
    shell
  })
}

/** Characters of a description at most. */
export const descriptionCount = 120

/** Say in a few words what a story is about, in its own words. */
export function describeStory(story: Story): string {
  const parts = ['summary', 'deck', 'body'] as const
  for (const type of parts) {
    const part = story.children.find((child) => child.type === type)
    const text = toString(part).replace(/\s+/g, ' ').trim()
    if (text !== '') return [...text].slice(0, descriptionCount).join('')
  }
  return ''
}

// A document has a heading, even where the copy has none: nothing is invented.
function toStandInHeading({story}: PlannedStory): Array<Element> {
  if (story.children.some((child) => child.type === 'headline')) return []
  return [h('h1.untitled', findWords(story.lang).untitled(''))]
}

function toMetadata(
  {pictures, place, plan, shell}: IssueView,
  {folder, page, story}: PlannedStory,
  description: string
): Array<Element> {
  const {date, imprint, lang, publication, rights} = plan.issue
  const card = pictures.cards.get(folder) ?? pictures.cover
  const byline = story.children.find((child) => child.type === 'byline')
  const authors = findAuthors(story)
  const modified = story.corrections?.at(-1)?.date
  return toSocialHead({
    shell,
    type: 'article',
    title: labelStory(story),
    publication,
    lang: story.lang,
    description,
    date,
    source: [publication, longDate(date, lang), namePage(page, lang).full].join(
      ', '
    ),
    ...(place && {address: `${place.folder}${folder}/`}),
    ...(place && card && {card: {...card, path: place.folder + card.path}}),
    ...(page.section !== undefined && {section: page.section}),
    creators: authors.length === 0 && byline ? [toString(byline)] : authors,
    ...(modified !== undefined && {modified}),
    ...(imprint.publisher !== undefined && {publisher: imprint.publisher}),
    ...(rights !== undefined && {rights})
  })
}

interface Around {
  previous: PlannedStory | undefined
  next: PlannedStory | undefined
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

// Before the story, so that nobody reads what is wrong before what is right.
function toCorrections(
  {place, plan}: IssueView,
  {story}: PlannedStory
): Array<Element> {
  const {lang} = plan.issue
  const words = findSiteWords(lang)
  const {corrections = []} = story
  const notices = corrections.map(({date, text}) =>
    h('p', [
      h('time', {dateTime: date}, longDate(date, lang)),
      ' ',
      h('span', {lang: story.lang === lang ? undefined : story.lang}, text)
    ])
  )
  const isUnsaid = place?.changedSlugs.has(story.slug) ?? false
  if (notices.length === 0 && !isUnsaid) return []
  return [
    h('section.correction', {ariaLabelledBy: ['correction']}, [
      h('h2#correction', words.correction),
      ...notices,
      isUnsaid ? h('p', words.changed) : undefined
    ])
  ]
}

// Scripts show them: each needs one.
function toTools(lang: string): Element {
  const words = findSiteWords(lang)
  const toButton = (name: string, text: string, more = {}) =>
    h('button', {type: 'button', dataTool: name, ...more}, text)
  return h('div.tools', {hidden: true, role: 'group', ariaLabel: words.tools}, [
    toButton('smaller', words.smaller),
    toButton('larger', words.larger),
    toButton('read', words.readAloud, {
      hidden: true,
      ariaPressed: 'false',
      dataPause: words.pause,
      dataResume: words.resume,
      dataRead: words.readAloud
    }),
    toButton('stop', words.stop, {hidden: true}),
    toButton('print', words.print),
    toButton('share', words.share, {dataCopied: words.copied})
  ])
}

function toAuthorLinks(
  {place, plan, shell}: IssueView,
  {story}: PlannedStory,
  path: string
): Array<Element> {
  if (!place) return []
  const links = findAuthors(story).flatMap((name) => {
    const folder = place.authorFolders.get(name)
    const href = `${toRoot(path, shell)}${folder}index.html`
    return folder === undefined ? [] : [h('li', h('a', {href}, name))]
  })
  if (links.length === 0) return []
  const {author} = findSiteWords(plan.issue.lang)
  return [
    h('nav.by', {ariaLabel: author}, [h('span', author), h('ul.links', links)])
  ]
}

function findOtherLang(storyLang: string, lang: string): string | undefined {
  return storyLang === lang ? undefined : storyLang
}

function toAround(
  {next, previous}: Around,
  path: string,
  lang: string
): Element | undefined {
  if (!next && !previous) return undefined
  const words = findWords(lang)
  const toEnd = (name: 'next' | 'previous', to: PlannedStory | undefined) =>
    to &&
    h('a', {className: [name], href: toLink(path, `${to.folder}/index.html`)}, [
      h('span', words[name]),
      ' ',
      h('b', {lang: findOtherLang(to.story.lang, lang)}, labelStory(to.story))
    ])
  return h('nav.around', {ariaLabel: findWebWords(lang).turnStories}, [
    toEnd('previous', previous),
    toEnd('next', next)
  ])
}
