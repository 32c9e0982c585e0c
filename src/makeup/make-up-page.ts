// One page: which story goes in which module, in which shape.
//
// Modules the editor pinned stand where they are told. The others tile what is
// left, exactly, at the least cost; where the copy does not fit as it is, the
// copyfitting ladder is climbed, rung after rung. Where even its top does not
// help, the page is made up all the same, to be looked at, and refused.

import type {PagePlan} from '../model/plan.ts'
import {addWhite} from './add-white.ts'
import {
  arrangePage,
  priceArrangement,
  type Arrangement
} from './arrange-page.ts'
import {fullRung, listRungs, type Rung} from './ladder.ts'
import {placeOneByOne} from './place-one-by-one.ts'
import {placePins, type PinnedPage} from './place-pins.ts'
import {exact, toShapeTable, type Relaxation} from './shape-table.ts'
import {toPlan} from './to-plan.ts'
import type {PageRequest, Unit} from './unit.ts'

/** A page made up. */
export interface PageResult {
  plan: PagePlan
  /** Units no place was found for; the page is not whole without them. */
  unplaced: ReadonlyArray<Unit>
  /** Whether every module is full and nothing is left over. */
  isFilled: boolean
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
  const pinned = placePins(request)
  const {unplaced} = pinned

  for (const rung of listRungs(request.template)) {
    const [arrangement] = fill(request, pinned, rung, exact)
    if (!arrangement) continue
    const isFilled = unplaced.length === 0 && arrangement.placed.every(isExact)
    return {plan: toPlan(arrangement, request), unplaced, isFilled}
  }

  for (const miss of misses) {
    const [arrangement] = fill(request, pinned, fullRung, miss)
    if (!arrangement) continue
    return {plan: toPlan(arrangement, request), unplaced, isFilled: false}
  }

  const {left, placed} = placeOneByOne(request, pinned.fixed, pinned.free)
  const arrangement = priceArrangement(placed, request.template)
  return {
    plan: toPlan(arrangement, request),
    unplaced: [...unplaced, ...left],
    isFilled: false
  }
}

function fill(
  request: PageRequest,
  {fixed, free}: PinnedPage,
  rung: Rung,
  relaxation: Relaxation
): Array<Arrangement> {
  const {columnCount, lineCount} = request.template.grid
  const page = {columnIndex: 0, columnCount, lineIndex: 0, lineCount}
  const tables = free.map((unit) =>
    toShapeTable(unit, request, rung, relaxation)
  )
  if (tables.some((table) => table.every((row) => row.size === 0))) return []
  const taken = fixed.map(({area}) => area)
  const tabled =
    relaxation.shortLineCount > 3
      ? addWhite({units: free, tables}, page, taken)
      : {units: free, tables}
  return arrangePage({
    template: request.template,
    ...tabled,
    fixed,
    blocked: [],
    count: 1
  })
}

function isExact({candidate, unit}: Arrangement['placed'][number]): boolean {
  return candidate.oversetLineCount === 0 && unit.facts.kind !== 'white'
}
