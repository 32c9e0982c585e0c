// Score: what a page costs, item by item (MAKEUP.md 3.5).
//
// Shapes bring their own costs; here the page is looked at as a whole: does
// the lead stand at its corner, do headlines shrink with news value, do heads
// butt, does a cut run right across.

import type {LatticeRect} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {Candidate} from './shape-table.ts'
import type {Unit} from './unit.ts'

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

/** Price a page. */
export function scorePage(
  placed: ReadonlyArray<PlacedUnit>,
  {costs, grid}: Pick<Template, 'costs' | 'grid'>
): Score {
  const items: Record<string, number> = {
    shape: 0,
    position: 0,
    lead: 0,
    hierarchy: 0,
    buttingHeads: 0,
    group: 0,
    advertisement: 0,
    pin: 0,
    pictures: 0,
    fullCut: 0
  }
  const add = (name: string, value: number): void => {
    items[name] = (items[name] ?? 0) + value
  }

  for (const one of placed) {
    add('shape', one.candidate.cost)
    add('position', costOfPosition(one, grid.columnCount, grid.lineCount))
    add('advertisement', costOfAdvertisement(one, grid.lineCount))
    add('pin', costOfPin(one))
    if (one.unit.rank === 0 && one.unit.part !== 'rest') {
      const {columnIndex, lineIndex} = one.area
      add(
        'lead',
        columnIndex === 0 && lineIndex === 0 ? 0 : (costs['leadCorner'] ?? 30)
      )
    }
  }

  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(index + 1)) {
      add('hierarchy', costOfHierarchy(a, b) * (costs['hierarchy'] ?? 1))
      add('buttingHeads', countButting(a, b) * (costs['buttingHeads'] ?? 1.2))
      if (a.unit.facts.group && a.unit.facts.group === b.unit.facts.group) {
        add('group', touches(a.area, b.area) ? 0 : (costs['groupApart'] ?? 12))
      }
      if (havePictures(a, b) && touches(a.area, b.area)) {
        add('pictures', costs['picturesTouch'] ?? 0.6)
      }
    }
  }

  add(
    'fullCut',
    countFullCuts(placed, grid.lineCount) * (costs['fullCut'] ?? 1.5)
  )

  let total = 0
  for (const value of Object.values(items)) total += value
  return {total, items}
}

/** Upper left before upper right before lower right before lower left 区序. */
function costOfPosition(
  {area, unit}: PlacedUnit,
  columnCount: number,
  lineCount: number
): number {
  if (unit.facts.size || unit.part === 'rest') return 0
  const x = area.columnIndex / columnCount
  const y = area.lineIndex / lineCount
  const zone = 2 * y + (y < 0.5 ? 0.8 * x : 0.8 * (1 - x) - 0.4)
  return (3 / (unit.rank + 1)) * Math.max(0, zone)
}

function costOfAdvertisement(
  {area, unit}: PlacedUnit,
  lineCount: number
): number {
  const {kind} = unit.facts
  if (kind !== 'ad' && kind !== 'white') return 0
  return area.lineIndex + area.lineCount === lineCount ? 0 : 10
}

function costOfPin({area, unit: {pin}}: PlacedUnit): number {
  let cost = 0
  if (pin?.columnNumber && pin.columnNumber - 1 !== area.columnIndex) cost += 50
  if (pin?.lineNumber && pin.lineNumber - 1 !== area.lineIndex) cost += 50
  return cost
}

/** A story of less value under larger type. */
function costOfHierarchy(a: PlacedUnit, b: PlacedUnit): number {
  const [high, low] = a.unit.rank < b.unit.rank ? [a, b] : [b, a]
  if (!isStory(high) || !isStory(low)) return 0
  const gap = low.candidate.headlineSizePt - high.candidate.headlineSizePt
  if (gap <= 0) return 0
  return gap / 12 + (high.unit.rank === 0 ? 4 : 0)
}

function isStory({candidate, unit}: PlacedUnit): boolean {
  const {kind} = unit.facts
  return candidate.headlineSizePt > 0 && kind !== 'ad' && unit.part !== 'rest'
}

/** Two headlines side by side at one height 碰题. */
function countButting(a: PlacedUnit, b: PlacedUnit): number {
  if (!a.unit.facts.hasHeadline || !b.unit.facts.hasHeadline) return 0
  if (a.area.lineIndex !== b.area.lineIndex) return 0
  const isBeside =
    a.area.columnIndex + a.area.columnCount === b.area.columnIndex ||
    b.area.columnIndex + b.area.columnCount === a.area.columnIndex
  if (!isBeside) return 0
  const gap = Math.abs(a.candidate.headlineSizePt - b.candidate.headlineSizePt)
  return gap < 4 ? 1.6 : 1
}

function havePictures(a: PlacedUnit, b: PlacedUnit): boolean {
  return (
    a.candidate.shape.pictures.length > 0 &&
    b.candidate.shape.pictures.length > 0
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

/** Lines at which the page falls into an upper and a lower part 断版. */
function countFullCuts(
  placed: ReadonlyArray<PlacedUnit>,
  lineCount: number
): number {
  const tops = new Set(placed.map(({area}) => area.lineIndex))
  let count = 0
  for (const top of tops) {
    if (top <= 0 || top >= lineCount) continue
    const isCrossed = placed.some(
      ({area}) => area.lineIndex < top && top < area.lineIndex + area.lineCount
    )
    if (!isCrossed) count++
  }
  return count
}
