// Zones of a page as the published layout has them: outlines of stories, as
// ratios of the page.

import type {StoryPart} from '../../model/issue.ts'
import type {LayoutPage} from '../layout-json.ts'

/** One story's outline on a page. */
export interface PageZone {
  slug: string
  part: StoryPart
  /** Corners, as ratios of the page's width and depth: 0–1. */
  points: ReadonlyArray<{xRatio: number; yRatio: number}>
}

/** List the zones of a page in reading order. */
export function toPageZones(page: LayoutPage): Array<PageZone> {
  return page.modules.map(({part, story, zone}) => ({
    slug: story,
    part,
    points: zone.map(([xMm, yMm]) => ({
      xRatio: toRatio(xMm, page.widthMm),
      yRatio: toRatio(yMm, page.depthMm)
    }))
  }))
}

// Zones end at the trim; six digits are finer than any screen.
function toRatio(valueMm: number, wholeMm: number): number {
  const ratio = Math.min(1, Math.max(0, valueMm / wholeMm))
  return Math.round(ratio * 1_000_000) / 1_000_000
}
