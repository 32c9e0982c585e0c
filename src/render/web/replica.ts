// The replica: a page's picture, and over it a link on every story's outline.
//
// The outlines are SVG in per cent of the page, so they stay on their stories
// at any size. Where there is no picture they stand on a blank sheet.

import type {Element} from 'hast'
import {h, s} from 'hastscript'
import {mmToPt} from '../../unit/length.ts'
import {labelStory} from '../story-label.ts'
import {toLink} from './document.ts'
import {namePage} from './name-page.ts'
import {toPageZones, type PageZone} from './page-zones.ts'
import {
  toZoneId,
  type IssuePlan,
  type PlannedPage,
  type PlannedStory
} from './issue-plan.ts'
import type {SizedPicture} from './sized-pictures.ts'
import {toSrcSet} from './src-set.ts'

/** Make the replica of a page for the document at `from`. */
export function toReplica(
  plan: IssuePlan,
  {layout, page}: PlannedPage,
  options: {from: string; sizes: ReadonlyArray<SizedPicture>}
): Element | undefined {
  if (!layout) return undefined
  const {from, sizes} = options
  const {lang} = plan.issue
  const image = toImage(sizes, from, namePage(page, lang).picture)
  const ids = new Set<string>()
  const links = toPageZones(layout).flatMap((zone) => {
    const target = plan.stories.find(({story}) => story.slug === zone.slug)
    return target ? [toZoneLink(zone, target, {from, ids, lang})] : []
  })
  const svg = s(
    'svg',
    {
      className: ['zones'],
      viewBox: '0 0 100 100',
      preserveAspectRatio: 'none',
      width: Math.round(mmToPt(layout.widthMm)),
      height: Math.round(mmToPt(layout.depthMm))
    },
    links
  )
  return h('div', {className: ['replica', ...(image ? [] : ['blank'])]}, [
    image,
    svg
  ])
}

function toImage(
  sizes: ReadonlyArray<SizedPicture>,
  from: string,
  alt: string
): Element | undefined {
  // The smallest is the thumbnail.
  const [thumbnail, ...larger] = sizes
  if (!thumbnail) return undefined
  const shown = larger.length > 0 ? larger : [thumbnail]
  const {depthPx, path, widthPx} = shown[0] ?? thumbnail
  return h('img', {
    src: toLink(from, path),
    srcSet: toSrcSet(shown, (file) => toLink(from, file)),
    sizes: '(min-width: 76rem) 48rem, (min-width: 60rem) 62vw, 92vw',
    width: widthPx,
    height: depthPx,
    alt
  })
}

interface ZoneLinkOptions {
  from: string
  /** Names given so far: each belongs to one zone. */
  ids: Set<string>
  lang: string
}

function toZoneLink(
  {points}: PageZone,
  target: PlannedStory,
  {from, ids, lang}: ZoneLinkOptions
): Element {
  const title = labelStory(target.story)
  const id = toZoneId(target)
  const isFirst = !ids.has(id)
  ids.add(id)
  const storyLang = target.story.lang
  const corners = points.map(
    ({xRatio, yRatio}) => `${toPercent(xRatio)},${toPercent(yRatio)}`
  )
  return s(
    'a',
    {
      href: toLink(from, `${target.folder}/index.html`),
      ariaLabel: title,
      ...(isFirst ? {id} : {}),
      ...(storyLang === lang ? {} : {lang: storyLang})
    },
    [s('title', title), s('polygon', {points: corners.join(' ')})]
  )
}

function toPercent(ratio: number): number {
  return Math.round(ratio * 1_000_000) / 10_000
}
