// Click zones: where the stories are on the picture of a page.
//
// They come from the geometry the page was printed with, so a zone can't
// disagree with what it covers.

import type {StoryPart} from '../model/issue.ts'
import type {ComposedPage} from '../model/page.ts'

/** One story's outline on a page. */
export interface Zone {
  slug: string
  part: StoryPart
  /** What the link is called. */
  title: string
  /** Corners, as ratios of the page's width and depth: 0–1. */
  points: ReadonlyArray<{xRatio: number; yRatio: number}>
}

/**
 * List the zones of a page in reading order.
 *
 * `titles` has the name of each story, by slug; a story without one goes by its
 * slug.
 */
export function toZones(
  page: ComposedPage,
  titles: ReadonlyMap<string, string>
): Array<Zone> {
  return page.children
    .filter((child) => child.type === 'module')
    .map(({part, slug, zone}) => ({
      slug,
      part,
      title: titles.get(slug) ?? slug,
      points: zone.map(({xPt, yPt}) => ({
        xRatio: toRatio(xPt, page.widthPt),
        yRatio: toRatio(yPt, page.depthPt)
      }))
    }))
}

// Zones end at the trim; six digits are finer than any screen.
function toRatio(valuePt: number, wholePt: number): number {
  const ratio = Math.min(1, Math.max(0, valuePt / wholePt))
  return Math.round(ratio * 1_000_000) / 1_000_000
}
