// All pages of an issue: pages where stories begin are made up before the
// pages their rest goes to, so that the rest begins where the start ended.

import type {Page} from '../model/issue.ts'
import type {BodyPoint, CastOff, StoryFacts} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {makeUpPage, type PageResult} from './make-up-page.ts'
import type {Unit} from './unit.ts'

/** An issue to make up. */
export interface IssueRequest {
  pages: ReadonlyArray<Page>
  /** Template of each page, by page number. */
  templates: ReadonlyMap<number, Template>
  /** Facts of every story, by slug. */
  facts: ReadonlyMap<string, StoryFacts>
  /** Cast-off for a page's template, by page number. */
  castOff(pageNumber: number): CastOff
}

/** Make up every page; results are in the order of the issue. */
export function makeUpIssue(request: IssueRequest): Array<PageResult> {
  const ends = new Map<string, BodyPoint>()
  const results = new Map<number, PageResult>()

  for (const page of sortByJumps(request.pages)) {
    const template = request.templates.get(page.pageNumber)
    if (!template) continue
    const result = makeUpPage({
      pageNumber: page.pageNumber,
      units: toUnits(page, request.facts, ends),
      template,
      castOff: request.castOff(page.pageNumber)
    })
    for (const module of result.plan.modules) {
      if (module.to) ends.set(module.slug, module.to)
    }
    results.set(page.pageNumber, result)
  }

  const inOrder: Array<PageResult> = []
  for (const {pageNumber} of request.pages) {
    const result = results.get(pageNumber)
    if (result) inOrder.push(result)
  }
  return inOrder
}

function toUnits(
  page: Page,
  facts: ReadonlyMap<string, StoryFacts>,
  ends: ReadonlyMap<string, BodyPoint>
): Array<Unit> {
  const units: Array<Unit> = []
  for (const placement of page.placements) {
    const found = facts.get(placement.slug)
    if (!found) continue
    const unit: Unit = {
      slug: placement.slug,
      part: placement.part,
      rank: units.length,
      facts: found
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
  return units
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
