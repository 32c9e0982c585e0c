// What may change between the pages of an issue: a story moves to another
// page, its rest jumps to one, a filler comes to a page. Each change gives new
// pages; the old ones stay as they are.

import type {Page, Placement} from '../model/issue.ts'
import type {StoryFacts} from '../model/plan.ts'
import type {Story} from '../model/story.ts'

/** A change that `issue.yaml` allows. */
export interface Change {
  type: 'fill' | 'jump' | 'move'
  slug: string
  fromPageNumber: number
  toPageNumber: number
}

/** List what may be done about a page that is too full, or too empty. */
export function listChanges(
  pages: ReadonlyArray<Page>,
  pageNumber: number,
  isOver: boolean
): Array<Change> {
  const changes: Array<Change> = []
  for (const page of pages) {
    for (const placement of page.placements.toReversed()) {
      const {mayJumpToPageNumber, orPageNumbers = [], slug} = placement
      if (placement.part !== 'whole') continue
      const from = page.pageNumber
      const add = (type: Change['type'], to: number): void => {
        if ((isOver ? from : to) !== pageNumber) return
        changes.push({type, slug, fromPageNumber: from, toPageNumber: to})
      }
      for (const to of orPageNumbers) add('move', to)
      if (mayJumpToPageNumber !== undefined) add('jump', mayJumpToPageNumber)
    }
  }
  return changes
}

/** Make a change; `facts` tell what belongs at the end of a page. */
export function applyChange(
  pages: ReadonlyArray<Page>,
  change: Change,
  facts: ReadonlyMap<string, StoryFacts>,
  filler?: Story
): Array<Page> {
  const {fromPageNumber, slug, toPageNumber} = change
  const from = pages.find((page) => page.pageNumber === fromPageNumber)
  const found = from?.placements.find((one) => one.slug === slug)
  const placement: Placement = found ?? {slug, part: 'whole'}
  const story = filler ?? from?.children.find((one) => one.slug === slug)

  return pages.map((page): Page => {
    switch (page.pageNumber) {
      case fromPageNumber:
        return change.type === 'fill' ? receive(page) : part(page)
      case toPageNumber:
        return receive(page)
      default:
        return page
    }
  })

  function part(page: Page): Page {
    if (change.type === 'jump') {
      const {mayJumpToPageNumber: _may, orPageNumbers: _or, ...kept} = placement
      return {
        ...page,
        placements: page.placements.map((one) =>
          one === placement
            ? {...kept, part: 'start', jumpToPageNumber: toPageNumber}
            : one
        )
      }
    }
    return {
      ...page,
      placements: page.placements.filter((one) => one !== placement),
      children: page.children.filter((one) => one !== story)
    }
  }

  function receive(page: Page): Page {
    if (change.type === 'jump') {
      const rest: Placement = {
        slug,
        part: 'rest',
        jumpFromPageNumber: fromPageNumber
      }
      return {...page, placements: [...page.placements, rest]}
    }
    // Its place and its other pages were said for the page it came from.
    const moved: Placement = {slug, part: 'whole'}
    const index = countStories(page)
    return {
      ...page,
      placements: page.placements.toSpliced(index, 0, moved),
      children: story ? [...page.children, story] : page.children
    }
  }

  /** Advertisements come last, whatever their place in the list. */
  function countStories(page: Page): number {
    let count = page.placements.length
    while (count > 0) {
      const last = page.placements[count - 1]
      if (!last || !facts.get(last.slug)?.size) break
      count--
    }
    return count
  }
}
