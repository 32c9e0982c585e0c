// What a unit costs at its place, whatever stands around it: news value and
// corners, pins, the fold of a spread, where it stood before.

import type {PageCorner, Pin} from '../model/issue.ts'
import type {LatticeRect} from '../model/plan.ts'
import type {PageRules} from './page-rules.ts'
import {isLead, type PlacedUnit} from './placed-unit.ts'
import {unitKey} from './unit.ts'

/** Costs of a unit at its place, whatever stands around it. */
export const placeCosts: ReadonlyArray<
  readonly [string, (one: PlacedUnit, rules: PageRules) => number]
> = [
  ['position', costOfPosition],
  ['lead', costOfLead],
  ['advertisement', costOfAdvertisement],
  ['notice', costOfNotice],
  ['pin', costOfPin],
  ['legOverFold', costOfFold],
  ['moved', costOfMove]
]

/** Sum all costs of a unit at its place. */
export function costOfPlace(one: PlacedUnit, rules: PageRules): number {
  let cost = 0
  for (const [, price] of placeCosts) cost += price(one, rules)
  return cost
}

function costOfLead({area, unit}: PlacedUnit, rules: PageRules): number {
  if (!isLead(unit)) return 0
  const {columnIndex, lineIndex} = rules.leadCell
  const isThere =
    columnIndex === area.columnIndex && lineIndex === area.lineIndex
  return isThere ? 0 : rules.weights.leadCorner
}

/** Upper left before upper right before lower right before lower left 区序. */
function costOfPosition({area, unit}: PlacedUnit, rules: PageRules): number {
  if (unit.facts.size || unit.part === 'rest') return 0
  const {columnCount, lineCount} = rules.grid
  const x = area.columnIndex / columnCount
  const y = area.lineIndex / lineCount
  const zone = 2 * y + (y < 0.5 ? 0.8 * x : 0.8 * (1 - x) - 0.4)
  return (3 / (unit.rank + 1)) * Math.max(0, zone)
}

function costOfAdvertisement(
  {area, unit}: PlacedUnit,
  rules: PageRules
): number {
  const {kind} = unit.facts
  if (kind !== 'ad' && kind !== 'white') return 0
  const foot = rules.area.lineIndex + rules.area.lineCount
  if (area.lineIndex + area.lineCount === foot) return 0
  return kind === 'white' ? holeCost : 10
}

/** White with copy under it is a hole. */
export const holeCost = 40

/** Cost of a notice at the head of the page, where news is looked for. */
const highNoticeCost = 2

function costOfNotice({area, unit}: PlacedUnit, rules: PageRules): number {
  const {kind, size} = unit.facts
  if (size || unit.rank === 0) return 0
  if (kind !== 'notice' && kind !== 'filler') return 0
  return area.lineIndex === rules.area.lineIndex ? highNoticeCost : 0
}

/** A wish of the editor that is not met, for each. */
const pinCost = 50

function costOfPin({area, unit: {pin}}: PlacedUnit, rules: PageRules): number {
  if (!pin) return 0
  return pinCost * listMissedPins(area, pin, rules).length
}

/** What a pin may ask of a place. */
export type PinWish = 'column' | 'corner' | 'fold' | 'line'

/** List what a pin asks for and a module does not have. */
export function listMissedPins(
  area: LatticeRect,
  {columnNumber, corner, isAboveFold, lineNumber}: Pin,
  {area: page, grid}: Pick<PageRules, 'area' | 'grid'>
): Array<PinWish> {
  const missed: Array<PinWish> = []
  if (columnNumber && columnNumber - 1 !== area.columnIndex) {
    missed.push('column')
  }
  if (lineNumber && lineNumber - 1 !== area.lineIndex) missed.push('line')
  if (corner && !isAtCorner(area, corner, page)) missed.push('corner')
  if (isAboveFold && !standsAboveFold(area, grid)) missed.push('fold')
  return missed
}

/** Tell whether a module is at a corner of the page. */
function isAtCorner(
  area: LatticeRect,
  corner: PageCorner,
  page: LatticeRect
): boolean {
  const isUpper = corner === 'upper-left' || corner === 'upper-right'
  const isLeft = corner === 'lower-left' || corner === 'upper-left'
  const isInLine = isUpper
    ? area.lineIndex === page.lineIndex
    : area.lineIndex + area.lineCount === page.lineIndex + page.lineCount
  const isInColumn = isLeft
    ? area.columnIndex === page.columnIndex
    : area.columnIndex + area.columnCount ===
      page.columnIndex + page.columnCount
  return isInLine && isInColumn
}

/** Tell whether most of a module is seen on a folded paper. */
function standsAboveFold(
  {lineCount, lineIndex}: LatticeRect,
  grid: PageRules['grid']
): boolean {
  return 2 * lineIndex + lineCount <= grid.lineCount
}

/** Headlines and pictures may run across a fold; lines of type may not. */
function costOfFold({area, candidate}: PlacedUnit, rules: PageRules): number {
  const {foldColumnIndex, weights} = rules
  if (foldColumnIndex === undefined) return 0
  const before = foldColumnIndex - area.columnIndex
  if (before <= 0 || before >= area.columnCount) return 0
  const isInGutter =
    (before * candidate.shape.legCount) % area.columnCount === 0
  return isInGutter ? 0 : weights.legOverFold
}

/** Lines a module may shift or grow and still stand where it stood. */
const sameLineCount = 4

function costOfMove({area, unit}: PlacedUnit, rules: PageRules): number {
  const before = rules.previous?.get(unitKey(unit))
  if (!before) return 0
  return costOfChange(area, before, rules.weights.moved)
}

/** Cost of another size than before; of another place too, if both have one. */
export function costOfChange(
  now: Pick<LatticeRect, 'columnCount' | 'lineCount'> & Partial<LatticeRect>,
  before: LatticeRect,
  weight: number
): number {
  const columnIndex = now.columnIndex ?? before.columnIndex
  const lineIndex = now.lineIndex ?? before.lineIndex
  const isSame =
    now.columnCount === before.columnCount && columnIndex === before.columnIndex
  if (!isSame) return weight
  const shift = Math.abs(lineIndex - before.lineIndex)
  const growth = Math.abs(now.lineCount - before.lineCount)
  if (shift === 0 && growth === 0) return 0
  const isNear = shift <= sameLineCount && growth <= sameLineCount
  return isNear ? 0.4 * weight : weight
}
