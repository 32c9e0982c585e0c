// A story's document: all of it, its jumped parts joined, with the way to its
// place on paper and to the stories before and after it.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import {toArticle} from '../article.ts'
import type {OutputFile} from '../renderer.ts'
import {labelStory} from '../story-label.ts'
import {findWords} from '../words.ts'
import {toBar} from './bar.ts'
import {toDocument, toLink} from './document.ts'
import {toFoot} from './foot.ts'
import {namePage} from './name-page.ts'
import {toNewsArticle} from './news-article.ts'
import {toZoneId, type Site, type SiteStory} from './site.ts'
import type {IssuePictures} from './sized-pictures.ts'
import {toWebArticle} from './web-article.ts'
import {findWebWords} from './web-words.ts'

/** Write a story's document. */
export function toStoryDocument(
  site: Site,
  current: SiteStory,
  pictures: IssuePictures
): OutputFile {
  const {issue} = site
  const {folder, page, story} = current
  const {lang} = issue
  const path = `${folder}/index.html`
  const words = findWebWords(lang)
  const pageName = namePage(page, lang).full
  const title = labelStory(story)
  const photos = pictures.photos.get(folder) ?? new Map()
  const index = site.stories.indexOf(current)
  const around = {
    previous: site.stories[index - 1],
    next: site.stories[index + 1]
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
  const description = describe(current)
  const images = [...photos.values()].map(({fallback}) =>
    toLink(path, fallback.path)
  )

  return toDocument({
    path,
    lang,
    title: `${title} - ${issue.publication}`,
    ...(description && {description}),
    kind: 'story',
    skips: [{href: '#main', text: words.skipToContent}],
    head: [
      ...toMetadata(site, current, description),
      ...toHeadLinks(path, around),
      toNewsArticle(current, issue, images)
    ],
    body: [
      toBar(issue, path, [{text: pageName, path: toPagePath(current)}]),
      h('main#main.wrap', {tabIndex: -1}, [
        h('div.column', [
          ...toStandInHeading(current),
          toWebArticle(article, photos, path),
          toPrinted(site, current, path),
          toAround(around, path, lang)
        ])
      ]),
      toFoot(issue)
    ]
  })
}

// A document has a heading, even where the copy has none: nothing is invented.
function toStandInHeading({story}: SiteStory): Array<Element> {
  if (story.children.some((child) => child.type === 'headline')) return []
  return [h('h1.untitled', findWords(story.lang).untitled(''))]
}

function toPagePath({page}: SiteStory): string {
  return `p${page.pageNumber}/index.html`
}

function describe({story}: SiteStory): string {
  const parts = ['summary', 'deck', 'body'] as const
  for (const type of parts) {
    const part = story.children.find((child) => child.type === type)
    const text = toString(part).replace(/\s+/g, ' ').trim()
    if (text !== '') return [...text].slice(0, 120).join('')
  }
  return ''
}

function toMetadata(
  {issue}: Site,
  {page, story}: SiteStory,
  description: string
): Array<Element> {
  const properties = [
    ['og:type', 'article'],
    ['og:title', labelStory(story)],
    ['og:description', description],
    ['og:site_name', issue.publication],
    ['og:locale', story.lang.replace('-', '_')],
    ['article:published_time', issue.date],
    ['article:section', page.section ?? '']
  ] as const
  return properties
    .filter(([, content]) => content !== '' && content !== 'unknown')
    .map(([property, content]) => h('meta', {property, content}))
}

interface Around {
  previous: SiteStory | undefined
  next: SiteStory | undefined
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

// Where it is printed; a link for every page that holds a part of it.
function toPrinted(
  {issue, pages}: Site,
  current: SiteStory,
  path: string
): Element | undefined {
  if (current.pageNumbers.length === 0) return undefined
  const words = findWebWords(issue.lang)
  const holders = current.pageNumbers.flatMap((pageNumber) =>
    pages.filter(({page}) => page.pageNumber === pageNumber)
  )
  const labels = holders.map(({page}) => namePage(page, issue.lang).full)
  const links = holders.map(({folder, page}) => {
    const to = `${folder}/index.html#${toZoneId(current)}`
    const text = words.seeOnPage(namePage(page, issue.lang).number)
    return h('li', h('a', {href: toLink(path, to)}, text))
  })
  return h('div.printed', [
    h('p.small', words.printedOn(labels)),
    h('ul.ways', links)
  ])
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
  const toEnd = (name: 'next' | 'previous', to: SiteStory | undefined) =>
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
