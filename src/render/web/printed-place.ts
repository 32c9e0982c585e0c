// Where a story is printed: each page that holds a part of it, small, with the
// part lit, and the part itself cut out to keep.

import type {Element} from 'hast'
import {h, s} from 'hastscript'
import {labelStory} from '../story-label.ts'
import {toLink} from './document.ts'
import {toZoneId, type PlannedPage, type PlannedStory} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'
import {namePage} from './name-page.ts'
import {toPagePicture} from './page-picture.ts'
import {toPageZones} from './page-zones.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

/** Show where a story is printed, for its document at `path`. */
export function toPrinted(
  view: IssueView,
  current: PlannedStory,
  path: string
): Element | undefined {
  const {pictures, plan} = view
  const {lang} = plan.issue
  if (current.pageNumbers.length === 0) return undefined
  const words = findWebWords(lang)
  const siteWords = findSiteWords(lang)
  const holders = current.pageNumbers.flatMap((pageNumber) =>
    plan.pages.filter(({page}) => page.pageNumber === pageNumber)
  )
  const labels = holders.map(({page}) => namePage(page, lang).full)
  const clippings = pictures.clippings.get(current.folder) ?? []
  const title = labelStory(current.story)

  return h('section.printed', {ariaLabelledBy: ['printed']}, [
    h('h2#printed', siteWords.asPrinted),
    h('p.small', words.printedOn(labels)),
    h(
      'ul.places',
      holders.map((holder) => toPlace(view, current, holder, path))
    ),
    clippings.length > 0
      ? h('details.clipping', [
          h('summary', siteWords.clipping),
          ...clippings.map((clipping) => {
            const href = toLink(path, clipping.path)
            return h(
              'a',
              {href},
              h('img', {
                src: href,
                width: clipping.widthPx,
                height: clipping.depthPx,
                loading: 'lazy',
                alt: siteWords.clippingAlt(title)
              })
            )
          })
        ])
      : undefined
  ])
}

function toPlace(
  {pictures, plan}: IssueView,
  current: PlannedStory,
  {folder, layout, page}: PlannedPage,
  path: string
): Element {
  const {lang} = plan.issue
  const to = `${folder}/index.html#${toZoneId(current)}`
  const text = findWebWords(lang).seeOnPage(namePage(page, lang).number)
  const [small] = pictures.pages.get(page.pageNumber) ?? []
  const zones = (layout ? toPageZones(layout) : []).filter(
    ({slug}) => slug === current.story.slug
  )
  const polygons = zones.map(({points}) =>
    s('polygon', {
      points: points
        .map(({xRatio, yRatio}) => `${round(xRatio)},${round(yRatio)}`)
        .join(' ')
    })
  )
  return h(
    'li',
    h('a.place', {href: toLink(path, to)}, [
      small &&
        h('span.mini', [
          toPagePicture(toLink(path, small.path), small),
          s(
            'svg',
            {
              viewBox: '0 0 100 100',
              preserveAspectRatio: 'none',
              ariaHidden: 'true',
              focusable: 'false'
            },
            polygons
          )
        ]),
      h('span', text)
    ])
  )
}

function round(ratio: number): number {
  return Math.round(ratio * 10_000) / 100
}
