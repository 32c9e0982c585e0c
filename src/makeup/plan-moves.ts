// Moves and jumps of a whole issue, planned together: which set of those that
// `issue.yaml` allows fills every page, at the least cost.
//
// One change at a time gets stuck where a page is only helped by way of another
// one: a story comes in because one goes out. So sets are searched, best first,
// by arithmetic: the cells a page has, and those its copy can take. A set that
// should do is tried out, and what the desk found replaces the arithmetic of
// each page it made up. Pages that nothing is allowed for are left as they are.

import type {Page} from '../model/issue.ts'
import type {StoryFacts} from '../model/plan.ts'
import type {JumpLimits} from './list-legs.ts'
import {addRange, type CellRange} from './measure-issue.ts'
import {applyChange, listChanges, type Change} from './place-stories.ts'

/** What to plan. */
export interface MovesRequest {
  /** The pages as they were filed. */
  pages: ReadonlyArray<Page>
  facts: ReadonlyMap<string, StoryFacts>
  /** Cells of each page, by page number. */
  capacities: ReadonlyMap<number, number>
  /** Cells that each page’s copy takes. */
  needs: ReadonlyMap<number, CellRange>
  /** By how many cells each page misses as it was filed; `0`: it is filled. */
  missing: ReadonlyMap<number, number>
  /** Cells that each story takes, by slug. */
  sizes: ReadonlyMap<string, CellRange>
  jumpLimits: JumpLimits
  /**
   * Make up the pages of a state, and tell by how many cells each misses: more
   * than its page has, fewer (negative), or `0` where it is filled. `undefined`
   * when no more is to be tried.
   */
  tryOut(
    pages: ReadonlyArray<Page>,
    changes: ReadonlyArray<Change>
  ): ReadonlyMap<number, number> | undefined
}

/** A set of changes, and what comes of it. */
interface Changed {
  pages: ReadonlyArray<Page>
  changes: ReadonlyArray<Change>
  needs: ReadonlyMap<number, CellRange>
  /** What the changes cost. */
  cost: number
}

/** A set of changes on the way. */
interface State extends Changed {
  /** Its cost, and what the pages that miss will cost at least. */
  total: number
  /** When it was found: of equals, the first is taken. */
  order: number
}

/** Part of a page that higher rungs of the ladder can make up for. */
const slackRatio = 0.02

/** States looked at, at most: each is arithmetic only. */
const mostStates = 6000

/** Changes in one set, at most. */
const mostChanges = 10

/** A reader follows a jump, or doesn’t; a moved story has only moved. */
const changeCosts = {fill: 0, jump: 1.6, move: 1}

/** How much more it costs to move a story that leads its page. */
const leadCost = 2

/** One change can put two pages right. */
const costOfMissing = 0.5

/** Price of a page’s worth of cells too many or too few. */
const costOfCells = 1.5

/** Plan changes that fill all pages; `undefined` where none are found. */
export function planMoves(
  request: MovesRequest
): ReadonlyArray<Change> | undefined {
  const {capacities, facts, jumpLimits, pages, sizes, tryOut} = request
  /** Names of pages; a change names two anew. */
  const keys = new Map<Page, string>()
  /** What is known of a page with just these stories. */
  const known = new Map<string, number>()
  const hopeless = new Set<string>()
  const seen = new Set<string>()
  const queue: Array<State> = []
  let order = 0
  learn(pages, request.missing)
  for (const page of pages.filter(isHopeless)) hopeless.add(findKey(page))
  push({pages, changes: [], needs: request.needs, cost: 0})

  for (let count = 0; count < mostStates && queue.length > 0; count++) {
    const state = takeBest(queue)
    const [worst] = listMissing(state)
    if (worst) {
      expand(state, worst)
      continue
    }
    const found = tryOut(state.pages, state.changes)
    if (!found) return undefined
    learn(state.pages, found)
    if (listMissing(state).length === 0) return state.changes
    // It looked better than it is; so do others on its way.
    for (const other of queue) other.total = price(other)
    push(state)
  }
  return undefined

  function learn(
    made: ReadonlyArray<Page>,
    found: ReadonlyMap<number, number>
  ): void {
    for (const page of made) {
      const missing = found.get(page.pageNumber)
      if (missing !== undefined) known.set(findKey(page), missing)
    }
  }

  function findKey(page: Page): string {
    const key = keys.get(page) ?? toKey(page)
    keys.set(page, key)
    return key
  }

  function expand(state: State, [pageNumber, missing]: Missing): void {
    if (state.changes.length >= mostChanges) return
    const changes = listChanges(state.pages, pageNumber, missing > 0)
    for (const change of changes) {
      const moved = measureMoved(state, change, Math.abs(missing))
      if (moved === undefined) continue
      const changed = [...state.changes, change]
      const key = changed.map(toName).sort().join('\n')
      if (seen.has(key)) continue
      seen.add(key)
      const needs = new Map(state.needs)
      const {fromPageNumber: from, toPageNumber: to} = change
      const {least, most} = moved
      needs.set(from, addRange(needs.get(from), {least: -least, most: -most}))
      needs.set(to, addRange(needs.get(to), moved))
      push({
        pages: applyChange(state.pages, change, facts),
        changes: changed,
        needs,
        cost: state.cost + costOfChange(state, change)
      })
    }
  }

  function push(state: Changed): void {
    queue.push({...state, total: price(state), order: order++})
  }

  function price(state: Changed): number {
    let total = state.cost
    for (const [pageNumber, missing] of listMissing(state)) {
      const share = Math.abs(missing) / (capacities.get(pageNumber) ?? 1)
      total += costOfMissing + share * costOfCells
    }
    return total
  }

  /** Pages that miss, the worst first. */
  function listMissing(state: Changed): Array<Missing> {
    return state.pages
      .flatMap((page): Array<Missing> => {
        const missing = findMissing(page, state)
        return missing === 0 ? [] : [[page.pageNumber, missing]]
      })
      .sort(([a, missesA], [b, missesB]) => {
        return Math.abs(missesB) - Math.abs(missesA) || a - b
      })
  }

  function isHopeless(page: Page): boolean {
    const missing = findMissing(page, request)
    if (missing === 0) return false
    return listChanges(pages, page.pageNumber, missing > 0).length === 0
  }

  function findMissing(page: Page, {needs}: Pick<State, 'needs'>): number {
    const capacity = capacities.get(page.pageNumber)
    const key = findKey(page)
    if (capacity === undefined || hopeless.has(key)) return 0
    const tried = known.get(key)
    if (tried !== undefined) return tried
    const {least, most} = needs.get(page.pageNumber) ?? {least: 0, most: 0}
    const slack = capacity * slackRatio
    if (least > capacity + slack) return least - capacity
    return most < capacity - slack ? most - capacity : 0
  }

  /** Cells that a change takes from a page to another. */
  function measureMoved(
    state: State,
    {slug, toPageNumber, type}: Change,
    wanted: number
  ): CellRange | undefined {
    if (!capacities.has(toPageNumber)) return undefined
    const size = sizes.get(slug) ?? {least: 0, most: 0}
    if (type === 'move') return size
    const most = size.least - jumpLimits.stayCount
    if (most < jumpLimits.goCount) return undefined
    // As much as is wanted goes, and make-up has the last word.
    const gone = Math.min(most, Math.max(jumpLimits.goCount, wanted))
    return {least: gone, most: gone}
  }
}

/** A page, and by how many cells it misses. */
type Missing = readonly [pageNumber: number, missing: number]

function costOfChange(
  {pages}: State,
  {fromPageNumber, slug, type}: Change
): number {
  const page = pages.find((one) => one.pageNumber === fromPageNumber)
  const rank = page?.placements.findIndex((one) => one.slug === slug) ?? 0
  const worth = type === 'move' ? leadCost / (Math.max(0, rank) + 1) : 0
  return changeCosts[type] + worth
}

function takeBest(queue: Array<State>): State {
  let best = 0
  for (const [index, state] of queue.entries()) {
    const other = queue[best]
    if (!other) continue
    const isBetter =
      state.total < other.total - 1e-9 ||
      (state.total <= other.total + 1e-9 && state.order < other.order)
    if (isBetter) best = index
  }
  const [state] = queue.splice(best, 1)
  // Nothing is taken from an empty queue.
  if (!state) throw new TypeError('Unexpected empty queue')
  return state
}

function toName({slug, toPageNumber, type}: Change): string {
  return `${type} ${slug} ${toPageNumber}`
}

function toKey({pageNumber, placements}: Page): string {
  return JSON.stringify([
    pageNumber,
    placements.map(({part, slug}) => `${slug} ${part}`).sort()
  ])
}
