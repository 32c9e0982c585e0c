// How stable a page is: one of its stories changes a little, and the page is
// made up again with the plan before.

import {makeUpPage, type PageResult} from '../../src/makeup/make-up-page.ts'
import {unitKey, type PageRequest} from '../../src/makeup/unit.ts'
import type {LatticeRect} from '../../src/model/plan.ts'
import {lengthenStory} from '../made/lengthen-story.ts'
import {toPageRequest, type MadeDesk} from '../made/open-made-desk.ts'

/** What became of a page, story after story. */
export interface Stability {
  /** Modules that changed; all of them where the page is refused. */
  counts: Array<number>
  /** Time of each make-up, in milliseconds. */
  times: Array<number>
}

/** Make each story of a page 3 % longer and shorter; count what changes. */
export function measureStability(
  desk: MadeDesk,
  pageNumber: number
): Stability {
  const counts: Array<number> = []
  const times: Array<number> = []
  const before = makeUpPage(toPageRequest(desk, pageNumber))
  if (!before.isFilled) return {counts, times}
  const previous = toAreas(before)
  const page = desk.issue.children.find((one) => one.pageNumber === pageNumber)
  for (const {slug} of page?.children ?? []) {
    for (const ratio of [0.97, 1.03]) {
      const issue = lengthenStory(desk.issue, slug, ratio)
      if (!issue) continue
      const changed = {...desk, issue, room: desk.reopen(issue)}
      const request: PageRequest = {
        ...toPageRequest(changed, pageNumber),
        previous
      }
      const start = performance.now()
      const after = makeUpPage(request)
      times.push(performance.now() - start)
      counts.push(countChanged(previous, after))
    }
  }
  return {counts, times}
}

function toAreas({plan}: PageResult): Map<string, LatticeRect> {
  return new Map(plan.modules.map((module) => [unitKey(module), module.area]))
}

function countChanged(
  previous: ReadonlyMap<string, LatticeRect>,
  after: PageResult
): number {
  if (!after.isFilled) return previous.size
  let count = 0
  for (const [key, area] of toAreas(after)) {
    if (JSON.stringify(previous.get(key)) !== JSON.stringify(area)) count++
  }
  return count
}
