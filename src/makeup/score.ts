// Score: what a page costs, item by item (MAKEUP.md 3.5).
//
// Shapes bring their own costs; here the page is looked at as a whole: does
// the lead stand at its corner, do headlines shrink with news value, do heads
// butt, does a cut run right across.

import type {PageCorner} from '../model/issue.ts'
import type {LatticeRect} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {overlaps, toRectangles} from './board.ts'
import {toWeight} from './shape-cost.ts'
import type {Candidate} from './shape-table.ts'
import {unitKey, type Unit} from './unit.ts'

/** A unit at its place. */
export interface PlacedUnit {
  unit: Unit
  candidate: Candidate
  area: LatticeRect
}

/** What a page costs. */
export interface Score {
  total: number
  items: Record<string, number>
}

/** What a page is measured by. */
export interface PageRules {
  /** Grid of the page. */
  grid: Template['grid']
  weights: PageWeights
  /** Looks of headlines, by kind of copy. */
  headlines: Pick<Template['headlines'], 'treatments'>
  /** Whether cuts across the whole page are to be avoided. */
  interlocks: boolean
  /** Base columns left of the fold, on a double-page spread. */
  foldColumnIndex?: number
  /** The page without what stands along its edges. */
  area: LatticeRect
  /** Where the lead stands. */
  leadCell: {columnIndex: number; lineIndex: number}
  /** Where units stood before, by `unitKey`. */
  previous?: ReadonlyMap<string, LatticeRect>
}

/** Weights of the template for a page as a whole. */
export interface PageWeights {
  leadCorner: number
  hierarchy: number
  buttingHeads: number
  groupApart: number
  picturesTouch: number
  fullCut: number
  fullGutter: number
  moved: number
  legOverFold: number
  foldUncrossed: number
  besideMany: number
  /** How much more butting heads cost where they read as one line. */
  crowdedHeads: number
}

/** Read the weights of a page as a whole from its template. */
export function toPageWeights(
  template: Pick<Template, 'costs' | 'makeUp'>
): PageWeights {
  const weigh = toWeight(template)
  // What parts the page is what interlocking is there to avoid.
  const cutRatio = template.makeUp === 'interlocking' ? 3 : 1
  return {
    leadCorner: weigh('leadCorner', 30),
    hierarchy: weigh('hierarchy', 1),
    buttingHeads: weigh('buttingHeads', 1.2),
    groupApart: weigh('groupApart', 12),
    picturesTouch: weigh('picturesTouch', 0.6),
    fullCut: cutRatio * weigh('fullCut', 1.5),
    fullGutter: cutRatio * weigh('fullGutter', 2),
    moved: weigh('moved', 6),
    legOverFold: weigh('legOverFold', 20),
    foldUncrossed: weigh('foldUncrossed', 12),
    besideMany: weigh('besideMany', 3),
    crowdedHeads: weigh('crowdedHeads', 1)
  }
}

/** Price a page. */
export function scorePage(
  placed: ReadonlyArray<PlacedUnit>,
  rules: PageRules
): Score {
  const {weights} = rules
  const items: Record<string, number> = {
    shape: 0,
    ...Object.fromEntries(placeCosts.map(([name]) => [name, 0])),
    hierarchy: 0,
    ...Object.fromEntries(pairCosts.map(([name]) => [name, 0])),
    fullCut: 0,
    fullGutter: 0,
    foldUncrossed: 0,
    besideMany: 0
  }
  const add = (name: string, value: number): void => {
    items[name] = (items[name] ?? 0) + value
  }

  for (const [index, one] of placed.entries()) {
    add('shape', one.candidate.cost)
    for (const [name, price] of placeCosts) add(name, price(one, rules))
    for (const other of placed.slice(index + 1)) {
      add('hierarchy', costOfHierarchy(one, other, rules))
      for (const [name, price] of pairCosts) add(name, price(one, other, rules))
    }
  }
  const {fullCutCount, fullGutterCount} = countFullCuts(placed, rules.area)
  add('fullCut', fullCutCount * weights.fullCut)
  add('fullGutter', fullGutterCount * weights.fullGutter)
  add('besideMany', Math.max(0, countBeside(placed) - 1) * weights.besideMany)
  if (!crossesFold(placed, rules)) add('foldUncrossed', weights.foldUncrossed)

  let total = 0
  for (const value of Object.values(items)) total += value
  return {total, items}
}

/** Costs of a unit at its place, whatever stands around it. */
const placeCosts: ReadonlyArray<
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

/** Costs of two units by how they stand to each other. */
const pairCosts: ReadonlyArray<
  readonly [string, (a: PlacedUnit, b: PlacedUnit, rules: PageRules) => number]
> = [
  ['buttingHeads', costOfButting],
  ['group', costOfGroup],
  ['pictures', costOfPictures],
  ['leadPicture', costOfRivalPicture],
  ['white', costOfHoles]
]

/** Sum all costs of a unit at its place. */
export function costOfPlace(one: PlacedUnit, rules: PageRules): number {
  let cost = 0
  for (const [, price] of placeCosts) cost += price(one, rules)
  return cost
}

/** Sum all costs of two units at their places. */
export function costOfPair(
  a: PlacedUnit,
  b: PlacedUnit,
  rules: PageRules
): number {
  let cost = 0
  for (const [, price] of pairCosts) cost += price(a, b, rules)
  return cost
}

function costOfLead({area, unit}: PlacedUnit, rules: PageRules): number {
  if (!isLead(unit)) return 0
  const {columnIndex, lineIndex} = rules.leadCell
  const isThere =
    columnIndex === area.columnIndex && lineIndex === area.lineIndex
  return isThere ? 0 : rules.weights.leadCorner
}

/** Tell whether a unit leads its page. */
export function isLead({part, rank}: Unit): boolean {
  return rank === 0 && part !== 'rest'
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
const holeCost = 40

/** White stands in one place. */
function costOfHoles(a: PlacedUnit, b: PlacedUnit): number {
  const isWhite = (one: PlacedUnit): boolean => one.unit.facts.kind === 'white'
  return isWhite(a) && isWhite(b) && !standTogether(a, b) ? holeCost : 0
}

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
  const {columnNumber, corner, isAboveFold, lineNumber} = pin
  let cost = 0
  if (columnNumber && columnNumber - 1 !== area.columnIndex) cost += pinCost
  if (lineNumber && lineNumber - 1 !== area.lineIndex) cost += pinCost
  if (corner && !isAtCorner(area, corner, rules.area)) cost += pinCost
  if (isAboveFold && !standsAboveFold(area, rules)) cost += pinCost
  return cost
}

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

/** Most of a folded paper's story is seen. */
function standsAboveFold(
  {lineCount, lineIndex}: LatticeRect,
  {grid}: PageRules
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

/** Vertical headlines of a page: one is an accent, many are a habit. */
function countBeside(placed: ReadonlyArray<PlacedUnit>): number {
  return placed.filter(
    ({candidate}) => candidate.shape.headline.setting === 'beside'
  ).length
}

/** A spread on which nothing runs across the fold is two pages. */
function crossesFold(
  placed: ReadonlyArray<PlacedUnit>,
  {foldColumnIndex}: PageRules
): boolean {
  if (foldColumnIndex === undefined) return true
  return placed.some(
    ({area}) =>
      area.columnIndex < foldColumnIndex &&
      foldColumnIndex < area.columnIndex + area.columnCount
  )
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

/** A story of less value under larger type. */
export function costOfHierarchy(
  a: PlacedUnit,
  b: PlacedUnit,
  rules: PageRules
): number {
  const [high, low] = a.unit.rank < b.unit.rank ? [a, b] : [b, a]
  if (!isStory(high) || !isStory(low)) return 0
  const gap = low.candidate.headlineSizePt - high.candidate.headlineSizePt
  if (gap <= 0) return 0
  const cost = gap / 12 + (high.unit.rank === 0 ? 4 : 0)
  return cost * rules.weights.hierarchy
}

/** Tell whether a unit has a headline that counts for its rank. */
export function isStory({candidate, unit}: PlacedUnit): boolean {
  const {kind} = unit.facts
  return candidate.headlineSizePt > 0 && kind !== 'ad' && unit.part !== 'rest'
}

/** Part of the cost that is left where two butting heads look different. */
const contrastRatio = 0.4

/** How full the left one is where two heads read as one line. */
const crowdedRatio = 0.86

/** Two headlines side by side at one height 碰题. */
export function costOfButting(
  a: PlacedUnit,
  b: PlacedUnit,
  rules: Pick<PageRules, 'headlines' | 'weights'>
): number {
  if (a.area.lineIndex !== b.area.lineIndex) return 0
  if (!a.unit.facts.hasHeadline || !b.unit.facts.hasHeadline) return 0
  const isBeside =
    a.area.columnIndex + a.area.columnCount === b.area.columnIndex ||
    b.area.columnIndex + b.area.columnCount === a.area.columnIndex
  if (!isBeside) return 0
  const [first, second] = [a.candidate.shape, b.candidate.shape]
  // A vertical headline stands beside its legs, not over them.
  if (first.headline.setting === 'beside') return 0
  if (second.headline.setting === 'beside') return 0
  const isFramed = (first.frame === 'none') !== (second.frame === 'none')
  const contrasts =
    isFramed ||
    findHeadFace(a, rules.headlines) !== findHeadFace(b, rules.headlines)
  const gap = Math.abs(a.candidate.headlineSizePt - b.candidate.headlineSizePt)
  const left = a.area.columnIndex < b.area.columnIndex ? a : b
  const fillRatio = left.candidate.setting?.head.headlineFillRatio ?? 0
  const crowding = fillRatio > crowdedRatio ? rules.weights.crowdedHeads : 1
  const cost = rules.weights.buttingHeads * crowding
  return (gap < 4 ? 1.6 * cost : cost) * (contrasts ? contrastRatio : 1)
}

/** Find the face of a unit's headline; kinds of copy have their own. */
export function findHeadFace(
  {candidate, unit}: PlacedUnit,
  {treatments}: Pick<Template['headlines'], 'treatments'>
): string | undefined {
  const {face} = candidate.shape.headline
  if (face !== undefined) return face
  const {kind, rank} = unit.facts
  const lead = rank === 0 && kind !== 'ad' ? treatments['lead'] : undefined
  const own = lead ?? treatments[kind] ?? treatments['default']
  return own?.face
}

function costOfGroup(a: PlacedUnit, b: PlacedUnit, rules: PageRules): number {
  const {group} = a.unit.facts
  if (!group || group !== b.unit.facts.group) return 0
  if (standTogether(a, b)) return 0
  return rules.weights.groupApart
}

function costOfPictures(
  a: PlacedUnit,
  b: PlacedUnit,
  rules: PageRules
): number {
  if (a.candidate.shape.pictures.length === 0) return 0
  if (b.candidate.shape.pictures.length === 0) return 0
  if (!standTogether(a, b)) return 0
  return rules.weights.picturesTouch
}

/** Cost of a picture as large again as the lead's; more for larger ones. */
const rivalPictureCost = 2.5

/** A picture that outdoes the lead's takes the page from it. */
function costOfRivalPicture(a: PlacedUnit, b: PlacedUnit): number {
  const lead = isLead(a.unit) ? a : isLead(b.unit) ? b : undefined
  const other = lead === a ? b : a
  // A photo story is there to be looked at.
  if (!lead || other.unit.facts.kind === 'photo') return 0
  const own = measurePictures(lead)
  const rival = measurePictures(other)
  if (own === 0 || rival <= own) return 0
  return Math.min(2, rival / own - 1) * rivalPictureCost
}

/** Cells of the largest picture of a unit. */
function measurePictures({candidate: {shape}}: PlacedUnit): number {
  let most = 0
  for (const {legCount, lineCount} of shape.pictures) {
    const columns = (legCount * shape.columnCount) / shape.legCount
    most = Math.max(most, columns * lineCount)
  }
  return most
}

/** Tell whether two units share an edge, in an L or not. */
export function standTogether(a: PlacedUnit, b: PlacedUnit): boolean {
  if (!a.candidate.shape.notch && !b.candidate.shape.notch) {
    return touches(a.area, b.area)
  }
  const others = toRectangles(b.area, b.candidate.shape.notch)
  return toRectangles(a.area, a.candidate.shape.notch).some((one) =>
    others.some((other) => touches(one, other))
  )
}

/** Tell whether two modules share an edge. */
export function touches(a: LatticeRect, b: LatticeRect): boolean {
  const aRight = a.columnIndex + a.columnCount
  const bRight = b.columnIndex + b.columnCount
  const aFoot = a.lineIndex + a.lineCount
  const bFoot = b.lineIndex + b.lineCount
  const sharesColumns = a.columnIndex < bRight && b.columnIndex < aRight
  const sharesLines = a.lineIndex < bFoot && b.lineIndex < aFoot
  return (
    (sharesLines && (aRight === b.columnIndex || bRight === a.columnIndex)) ||
    (sharesColumns && (aFoot === b.lineIndex || bFoot === a.lineIndex))
  )
}

/** Lines and gutters at which the page falls into two parts 断版, 通线. */
function countFullCuts(
  placed: ReadonlyArray<PlacedUnit>,
  page: LatticeRect
): {fullCutCount: number; fullGutterCount: number} {
  const inside = placed.filter(({area}) => overlaps(area, page))
  const tops = new Set(inside.map(({area}) => area.lineIndex))
  const lefts = new Set(inside.map(({area}) => area.columnIndex))
  let fullCutCount = 0
  let fullGutterCount = 0
  for (const top of tops) {
    if (top <= page.lineIndex || top >= page.lineIndex + page.lineCount)
      continue
    const isCrossed = inside.some(
      ({area}) => area.lineIndex < top && top < area.lineIndex + area.lineCount
    )
    if (!isCrossed) fullCutCount++
  }
  for (const left of lefts) {
    if (left <= page.columnIndex) continue
    if (left >= page.columnIndex + page.columnCount) continue
    const isCrossed = inside.some(
      ({area}) =>
        area.columnIndex < left && left < area.columnIndex + area.columnCount
    )
    if (!isCrossed) fullGutterCount++
  }
  return {fullCutCount, fullGutterCount}
}
