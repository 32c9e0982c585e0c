// The skeleton of Chinese digital papers 数字报, so that programs and links made
// for them find what they look for; and, unlike it, accessible.
//
// ```text
// html/2026-06/02/node_5.htm        a page: picture, map of zones, stories
// html/2026-06/02/content_5_1.htm   a story: #ozoom holds its copy
// paperindex.htm                    leads to the first page of the latest issue
// ```
//
// Readers and search engines are told where the documents proper are.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toArticle} from '../article.ts'
import type {OutputFile} from '../renderer.ts'
import {labelStory} from '../story-label.ts'
import {toDocument} from './document.ts'
import type {PlannedPage, PlannedStory} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'
import {nameIssue} from './name-issue.ts'
import {namePage} from './name-page.ts'
import {toPageZones} from './page-zones.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

const mapWidthPx = 800

/** Write the skeleton of an issue; paths are from the root of the site. */
export function toCompatFiles(view: IssueView): Array<OutputFile> {
  const folder = toCompatFolder(view)
  if (folder === undefined) return []
  return [
    ...view.plan.pages.map((page) => toNode(view, page, folder)),
    ...view.plan.stories.map((story) => toContent(view, story, folder))
  ]
}

/** Lead from the address everybody knows to the latest issue. */
export function toCompatIndex(view: IssueView): Array<OutputFile> {
  const {plan, shell} = view
  const {lang, publication} = plan.issue
  const folder = toCompatFolder(view)
  const first = plan.pages[0]
  if (folder === undefined || !first) return []
  const href = `${folder}node_${first.page.pageNumber}.htm`
  const words = findWebWords(lang)
  return [
    toDocument({
      path: 'paperindex.htm',
      lang,
      title: publication,
      kind: 'about',
      skips: [{href: '#main', text: words.skipToContent}],
      head: [
        h('meta', {httpEquiv: 'refresh', content: `0; url=${href}`}),
        h('meta', {name: 'robots', content: 'noindex'})
      ],
      body: [
        h('main#main.wrap.compat', {tabIndex: -1}, [
          h('h1', publication),
          h('p', h('a', {href}, namePage(first.page, lang).full))
        ])
      ],
      shell: {...shell, toRoot: '', toIssue: ''}
    })
  ]
}

/** Give the folder of an issue's skeleton; an issue without a day has none. */
export function toCompatFolder({plan}: IssueView): string | undefined {
  const {date, edition = 1} = plan.issue
  const day = /^(\d{4}-\d\d)-(\d\d)$/.exec(date)
  if (!day) return undefined
  const name = edition > 1 ? `${day[2]}_${edition}` : day[2]
  return `html/${day[1]}/${name}/`
}

function toNode(
  view: IssueView,
  {entries, folder: pageFolder, layout, page}: PlannedPage,
  folder: string
): OutputFile {
  const {formats, pagePdfs, pictures, plan} = view
  const {issue, pages} = plan
  const {lang, publication} = issue
  const words = findWebWords(lang)
  const name = namePage(page, lang)
  const path = `${folder}node_${page.pageNumber}.htm`
  const issueRoot = toIssueRoot(view)
  const sizes = pictures.pages.get(page.pageNumber) ?? []
  const image = sizes.find(({widthPx}) => widthPx >= mapWidthPx) ?? sizes.at(-1)
  const width = Math.min(mapWidthPx, image?.widthPx ?? mapWidthPx)
  const depth = image ? Math.round((image.depthPx * width) / image.widthPx) : 0
  const index = pages.findIndex((one) => one.page === page)
  const toNodeLink = (
    rel: string,
    text: string,
    to: PlannedPage | undefined
  ) =>
    to
      ? h(
          rel === 'next' ? 'a#ed_next.preart' : 'a.preart',
          {rel, href: `node_${to.page.pageNumber}.htm`},
          text
        )
      : undefined
  const areas = (layout ? toPageZones(layout) : []).flatMap(
    ({points, slug}) => {
      const story = plan.stories.find((one) => one.story.slug === slug)
      if (!story) return []
      return [
        h('area', {
          shape: 'poly',
          coords: points
            .map(({xRatio, yRatio}) =>
              [xRatio * width, yRatio * depth].map(Math.round).join()
            )
            .join(),
          href: toContentName(story),
          alt: labelStory(story.story)
        })
      ]
    }
  )
  const pdf = pagePdfs.get(page.pageNumber)
  const files = [
    ...(pdf === undefined ? [] : [[findSiteWords(lang).pagePdf, pdf] as const]),
    ...formats.map((format) => [words[format.name], format.path] as const)
  ]
  return write(view, {
    path,
    title: `${name.full} - ${publication} ${nameIssue(issue, lang)}`,
    canonical: `${pageFolder}/`,
    body: [
      h('h1', [publication, ' ', name.full]),
      h('p', nameIssue(issue, lang)),
      image
        ? h('img', {
            src: issueRoot + image.path,
            width,
            height: depth,
            useMap: '#PagePicMap',
            alt: name.picture
          })
        : undefined,
      image
        ? h('map', {name: 'PagePicMap', id: 'PagePicMap'}, areas)
        : undefined,
      h('nav', {ariaLabel: words.turnPages}, [
        toNodeLink('prev', words.previousPage, pages[index - 1]),
        ' ',
        toNodeLink('next', words.nextPage, pages[index + 1])
      ]),
      h(
        'ol',
        entries.map(({site}) =>
          h('li', h('a', {href: toContentName(site)}, labelStory(site.story)))
        )
      ),
      h('nav', {ariaLabel: words.pages}, [
        h(
          'ul',
          pages.map((one) =>
            h(
              'li',
              h(
                // Old ones give every link this one id, which no HTML allows.
                one.page === page ? 'a#pageLink.pageLink' : 'a.pageLink',
                {
                  href: `node_${one.page.pageNumber}.htm`,
                  ariaCurrent: one.page === page ? 'page' : undefined
                },
                namePage(one.page, lang).full
              )
            )
          )
        )
      ]),
      h(
        'ul',
        files.map(([text, file]) =>
          h('li', h('a', {href: issueRoot + file}, text))
        )
      )
    ]
  })
}

function toContent(
  view: IssueView,
  current: PlannedStory,
  folder: string
): OutputFile {
  const {pictures, plan} = view
  const {issue, stories} = plan
  const {page, story} = current
  const issueRoot = toIssueRoot(view)
  const photos = pictures.photos.get(current.folder)
  const words = findWebWords(issue.lang)
  const article = toArticle(story, {
    figure: (src) => {
      const photo = photos?.get(src)?.fallback
      return photo && {...photo, href: issueRoot + photo.path}
    },
    idPrefix: '',
    lang: issue.lang,
    notes: 'list'
  })
  const index = stories.indexOf(current)
  const toNeighbour = (rel: string, to: PlannedStory | undefined) =>
    to
      ? h('a.preart', {rel, href: toContentName(to)}, labelStory(to.story))
      : undefined
  return write(view, {
    path: folder + toContentName(current),
    title: `${labelStory(story)} - ${issue.publication}`,
    canonical: `${current.folder}/`,
    body: [
      h('p', [
        h(
          'a',
          {href: `node_${page.pageNumber}.htm`},
          `${issue.publication} ${nameIssue(issue, issue.lang)} ${namePage(page, issue.lang).full}`
        )
      ]),
      h('div#ozoom', [article]),
      h('nav', {ariaLabel: words.turnStories}, [
        toNeighbour('prev', stories[index - 1]),
        ' ',
        toNeighbour('next', stories[index + 1])
      ])
    ]
  })
}

function write(
  view: IssueView,
  document: {
    path: string
    title: string
    canonical: string
    body: ReadonlyArray<Element | undefined>
  }
): OutputFile {
  const {lang} = view.plan.issue
  const {body, canonical, path, title} = document
  const href = toIssueRoot(view) + canonical
  const shell: Shell = {...view.shell, toRoot: '', toIssue: ''}
  return toDocument({
    path,
    lang,
    title,
    kind: 'about',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [h('link', {rel: 'canonical', href})],
    body: [
      h(
        'main#main.wrap.compat',
        {tabIndex: -1},
        body.filter((node) => node !== undefined)
      )
    ],
    shell
  })
}

// From `html/2026-06/02/` to the issue.
function toIssueRoot({place}: IssueView): string {
  return `../../../${place?.folder ?? ''}`
}

function toContentName({folder}: PlannedStory): string {
  const [, page = '', number = ''] = /^p(\d+)\/a(\d+)$/.exec(folder) ?? []
  return `content_${page}_${number}.htm`
}
