// All pages of an issue, planned together.
//
// Pages where stories begin are made up before the pages their rest goes to.
// Where a page can’t be filled, what `issue.yaml` allows is planned over all
// pages at once: stories move to other pages, their rests jump. If no set of
// changes fills every page, single ones are kept while they help; fillers come
// last.

import type {Page} from '../model/issue.ts'
import type {
  BodyPoint,
  CastOff,
  LatticeRect,
  StoryFacts
} from '../model/plan.ts'
import type {Story} from '../model/story.ts'
import type {Template} from '../template/template.ts'
import {fillWithFillers} from './fill-with-fillers.ts'
import {gatherAreas, gatherBriefs} from './gather-briefs.ts'
import {findJumpLimits} from './list-legs.ts'
import {
  makeUpPage,
  tryPage,
  type PageResult,
  type TriedPage
} from './make-up-page.ts'
import {measureIssue} from './measure-issue.ts'
import {mirrorRequest} from './mirror-request.ts'
import {applyChange, listChanges, type Change} from './place-stories.ts'
import {planMoves} from './plan-moves.ts'
import type {PageRequest, Unit} from './unit.ts'

/** An issue to make up. */
export interface IssueRequest {
  pages: ReadonlyArray<Page>
  /** Template of each page, by page number. */
  templates: ReadonlyMap<number, Template>
  /** Facts of every story, by slug. */
  facts: ReadonlyMap<string, StoryFacts>
  /** Cast-off for a page's template, by page number. */
  castOff(pageNumber: number): CastOff
  /** Stories kept for pages that lack copy. */
  fillers?: ReadonlyArray<Story>
  /** Where units stood before, by `unitKey`, by page number. */
  previous?: ReadonlyMap<number, ReadonlyMap<string, LatticeRect>>
  /** Other layouts wanted of each page (default: `0`). */
  alternativeCount?: number
}

/** An issue made up. */
export interface IssueResult {
  /** In the order of the issue. */
  results: ReadonlyArray<PageResult>
  /** The pages, with the stories that they have now. */
  pages: ReadonlyArray<Page>
  /** What was moved, jumped or filled in. */
  changes: ReadonlyArray<Change>
}

/** The pages in one state, made up. */
interface State {
  pages: ReadonlyArray<Page>
  changes: ReadonlyArray<Change>
  results: ReadonlyMap<number, TriedPage>
}

/** Changes tried in all, at most. */
const mostTries = 80

/** Sets of changes tried, at most. */
const mostTriedSets = 16

/** Make up every page. */
export function makeUpIssue(request: IssueRequest): IssueResult {
  const desk = openDesk(request)
  const filed = desk.makeUp(request.pages, [])
  const planned = planTogether(filed, request, desk)
  let state = planned ?? filed
  let tries = 0

  for (let isBetter = true; isBetter && tries < mostTries;) {
    isBetter = false
    for (const page of state.pages) {
      const result = state.results.get(page.pageNumber)
      if (!result || result.isFilled) continue
      const isOver = result.missedLineCount > 0
      const found = improve(
        state,
        listChanges(state.pages, page.pageNumber, isOver)
      )
      if (!found) continue
      state = found
      isBetter = true
      break
    }
  }

  return finish(desk.fill(state), request, desk)

  /** Keep the change that leaves least to be wished for. */
  function improve(
    from: State,
    changes: ReadonlyArray<Change>
  ): State | undefined {
    let best: State | undefined
    for (const change of changes) {
      if (tries++ >= mostTries) break
      const pages = applyChange(from.pages, change, request.facts)
      const next = desk.makeUp(pages, [...from.changes, change])
      if (countFaults(next) >= countFaults(best ?? from)) continue
      best = next
      if (countFaults(next) === 0) break
    }
    return best
  }
}

/** Plan the changes that fill all pages, if there are such. */
function planTogether(
  filed: State,
  request: IssueRequest,
  desk: Desk
): State | undefined {
  const results = [...filed.results.values()]
  const mayChange = filed.pages.some(({placements}) =>
    placements.some(
      ({mayJumpToPageNumber, orPageNumbers = []}) =>
        mayJumpToPageNumber !== undefined || orPageNumbers.length > 0
    )
  )
  if (!mayChange || results.every(({isFilled}) => isFilled)) return undefined
  const ends = gatherEnds(filed)
  const {capacities, needs, sizes} = measureIssue(
    filed.pages
      .filter(({pageNumber}) => filed.results.has(pageNumber))
      .map((page) => desk.toRequest(page, ends))
  )
  const limits = [...request.templates.values()].map(findJumpLimits)
  let tries = 0
  let last: State | undefined

  const changes = planMoves({
    pages: filed.pages,
    facts: request.facts,
    capacities,
    needs,
    missing: listMissing(filed),
    sizes,
    jumpLimits: {
      stayCount: Math.min(...limits.map(({stayCount}) => stayCount)),
      goCount: Math.min(...limits.map(({goCount}) => goCount))
    },
    tryOut: (pages, changed) => {
      if (tries++ >= mostTriedSets) return undefined
      const tried = desk.makeUp(pages, changed)
      last = tried
      return listMissing(tried)
    }
  })
  return changes && last
}

function listMissing({results}: State): Map<number, number> {
  return new Map([...results].map(([number, one]) => [number, toMissing(one)]))
}

/** Cells a page misses by: more than it has, or fewer (negative). */
function toMissing(result: TriedPage): number {
  if (result.isFilled) return 0
  if (result.unplaced.length > 0) return Math.max(1, result.missedLineCount)
  const over = result.missedLineCount - result.blankLineCount
  // Short and over at once: what is over is the harder.
  return over === 0 ? 1 : over
}

/** Lines that are over or short on all pages; a refused page counts for more. */
function countFaults(state: State): number {
  let count = 0
  for (const result of state.results.values()) {
    if (result.isFilled) continue
    count += 1000 + result.missedLineCount * 2 + result.blankLineCount
  }
  return count
}

interface Desk {
  makeUp(pages: ReadonlyArray<Page>, changes: ReadonlyArray<Change>): State
  /** Put fillers where pages lack copy. */
  fill(state: State): State
  toRequest(page: Page, ends: ReadonlyMap<string, BodyPoint>): PageRequest
}

function openDesk(request: IssueRequest): Desk {
  const known = new Map<string, TriedPage>()
  return {makeUp, fill, toRequest}

  function makeUp(
    pages: ReadonlyArray<Page>,
    changes: ReadonlyArray<Change>
  ): State {
    const ends = new Map<string, BodyPoint>()
    const results = new Map<number, TriedPage>()
    for (const page of sortByJumps(pages)) {
      if (!request.templates.has(page.pageNumber)) continue
      const key = toKey(page, ends)
      const result = known.get(key) ?? tryPage(toRequest(page, ends))
      known.set(key, result)
      noteEnds(result, ends)
      results.set(page.pageNumber, result)
    }
    return {pages, changes, results}
  }

  function fill(state: State): State {
    const pool = [...(request.fillers ?? [])]
    const ends = gatherEnds(state)
    let {changes, pages} = state
    const results = new Map(state.results)

    for (const page of state.pages) {
      const result = results.get(page.pageNumber)
      if (!result || pool.length === 0) continue
      const units = pool.flatMap((story) => {
        const facts = request.facts.get(story.slug)
        return facts ? [toFiller(story, page, facts)] : []
      })
      const found = fillWithFillers(toRequest(page, ends), result, units)
      if (!found) continue
      results.set(page.pageNumber, found.result)
      for (const unit of found.used) {
        const index = pool.findIndex(({slug}) => slug === unit.slug)
        const [story] = pool.splice(index, 1)
        const change: Change = {
          type: 'fill',
          slug: unit.slug,
          fromPageNumber: page.pageNumber,
          toPageNumber: page.pageNumber
        }
        pages = applyChange(pages, change, request.facts, story)
        changes = [...changes, change]
      }
    }
    return {pages, changes, results}
  }

  function toRequest(
    page: Page,
    ends: ReadonlyMap<string, BodyPoint>
  ): PageRequest {
    const template = request.templates.get(page.pageNumber)
    if (!template) throw new TypeError('Unexpected page without a template')
    const units = toUnits(page, request.facts, ends)
    const before = request.previous?.get(page.pageNumber)
    const previous = before && gatherAreas(before, units)
    return mirrorRequest({
      pageNumber: page.pageNumber,
      units,
      template,
      castOff: request.castOff(page.pageNumber),
      ...(previous ? {previous} : {}),
      ...(request.alternativeCount
        ? {alternativeCount: request.alternativeCount}
        : {})
    })
  }
}

/** Say what would fill the pages that are not; put all in order. */
function finish(state: State, request: IssueRequest, desk: Desk): IssueResult {
  const ends = gatherEnds(state)
  const results: Array<PageResult> = []

  for (const page of state.pages) {
    const result = state.results.get(page.pageNumber)
    if (!result) continue
    results.push(makeUpPage(desk.toRequest(page, ends), result))
  }
  return {results, pages: state.pages, changes: state.changes}
}

/** Gather where the starts of jumps end, by slug. */
function gatherEnds({results}: State): Map<string, BodyPoint> {
  const ends = new Map<string, BodyPoint>()
  for (const result of results.values()) noteEnds(result, ends)
  return ends
}

function noteEnds(result: PageResult, ends: Map<string, BodyPoint>): void {
  for (const module of result.plan.modules) {
    if (module.to) ends.set(module.slug, module.to)
  }
}

function toFiller(story: Story, page: Page, facts: StoryFacts): Unit {
  const rank = page.placements.length
  return {slug: story.slug, part: 'whole', rank, facts}
}

/** What a page’s plan depends on, in words. */
function toKey(page: Page, ends: ReadonlyMap<string, BodyPoint>): string {
  const froms = page.placements.map(({part, slug}) =>
    part === 'rest' ? ends.get(slug) : undefined
  )
  return JSON.stringify([page.pageNumber, page.placements, froms])
}

function toUnits(
  page: Page,
  facts: ReadonlyMap<string, StoryFacts>,
  ends: ReadonlyMap<string, BodyPoint>
): Array<Unit> {
  const units: Array<Unit> = []
  for (const placement of page.placements) {
    const known = facts.get(placement.slug)
    if (!known) continue
    const unit: Unit = {
      slug: placement.slug,
      part: placement.part,
      rank: units.length,
      facts: known
    }
    if (placement.pin) unit.pin = placement.pin
    const other = placement.jumpToPageNumber ?? placement.jumpFromPageNumber
    if (other !== undefined) unit.jumpPageNumber = other
    if (placement.part === 'rest') {
      const from = ends.get(placement.slug)
      // The start found no place, so all of the story is its rest.
      if (from) unit.from = from
    }
    units.push(unit)
  }
  return gatherBriefs(units)
}

/** Put a page before the pages its stories jump to, as far as can be. */
function sortByJumps(pages: ReadonlyArray<Page>): Array<Page> {
  const left = [...pages]
  const sorted: Array<Page> = []
  while (left.length > 0) {
    const index = left.findIndex((page) =>
      page.placements.every(
        (placement) =>
          placement.jumpFromPageNumber === undefined ||
          !left.some(
            (other) =>
              other !== page &&
              other.pageNumber === placement.jumpFromPageNumber
          )
      )
    )
    // Two pages that jump to each other: take the first as it comes.
    const [page] = left.splice(Math.max(0, index), 1)
    if (page) sorted.push(page)
  }
  return sorted
}
