// One page: which story goes in which module, in which shape.
//
// Modules the editor pinned stand where they are told. The others tile what is
// left, exactly, at the least cost; where the copy does not fit as it is, the
// copyfitting ladder is climbed, rung after rung. Where even its top does not
// help, the page is made up all the same, to be looked at, and refused with
// what would fill it.

import type {PageFix, PagePlan} from '../model/plan.ts'
import {priceArrangement, type Arrangement} from './arrange-page.ts'
import {fullRung, listRungs} from './ladder.ts'
import {openPage, type OpenPage} from './open-page.ts'
import {placeOneByOne} from './place-one-by-one.ts'
import type {Relaxation} from './shape-table.ts'
import {suggestFixes} from './suggest-fixes.ts'
import {toPlan} from './to-plan.ts'
import type {PageRequest, Unit} from './unit.ts'

/** A page made up. */
export interface PageResult {
  plan: PagePlan
  /** Units no place was found for; the page is not whole without them. */
  unplaced: ReadonlyArray<Unit>
  /** Whether every module is full and nothing is left over. */
  isFilled: boolean
  /** Lines of copy, over all legs, that the page has no room for. */
  missedLineCount: number
  /** What would fill a page that is not, the smallest change first. */
  fixes: ReadonlyArray<PageFix>
}

/** How far stories may miss their modules on a refused page. */
const misses: ReadonlyArray<Relaxation> = [
  {shortLineCount: 5, oversetLineCount: 0},
  {shortLineCount: 10, oversetLineCount: 0},
  {shortLineCount: 3, oversetLineCount: 3},
  {shortLineCount: 20, oversetLineCount: 12},
  {shortLineCount: 200, oversetLineCount: 200}
]

/** Make up one page. */
export function makeUpPage(request: PageRequest): PageResult {
  const page = openPage(request)
  const {unplaced} = page

  for (const rung of listRungs(request.template)) {
    const [arrangement] = page.arrange({rung})
    if (!arrangement) continue
    const isFilled = unplaced.length === 0 && arrangement.placed.every(isExact)
    const plan = toPlan(arrangement, request)
    return {plan, unplaced, isFilled, missedLineCount: 0, fixes: []}
  }
  return refuse(page)
}

/** Make up a page that can’t be filled, as well as it can be. */
function refuse(page: OpenPage): PageResult {
  const {request, unplaced} = page

  for (const relaxation of misses) {
    const [arrangement] = page.arrange({rung: fullRung, relaxation})
    if (!arrangement) continue
    const plan = toPlan(arrangement, request)
    const fixes = unplaced.length > 0 ? [] : suggestFixes(page, arrangement)
    const missedLineCount = countMissed(arrangement)
    return {plan, unplaced, isFilled: false, missedLineCount, fixes}
  }

  const {left, placed} = placeOneByOne(request, page.fixed, page.free)
  const arrangement = priceArrangement(placed, request.template)
  return {
    plan: toPlan(arrangement, request),
    unplaced: [...unplaced, ...left],
    isFilled: false,
    missedLineCount: left.length,
    fixes: unplaced.length > 0 ? [] : suggestFixes(page)
  }
}

function countMissed({placed}: Arrangement): number {
  let count = 0
  for (const {candidate} of placed) {
    count += candidate.oversetLineCount * candidate.shape.legCount
  }
  return count
}

function isExact({candidate, unit}: Arrangement['placed'][number]): boolean {
  return candidate.oversetLineCount === 0 && unit.facts.kind !== 'white'
}
