// What two units cost by how they stand to each other: type out of order, heads
// that butt, groups apart, pictures that touch or outdo the lead’s.

import type {Template} from '../template/template.ts'
import type {PageRules} from './page-rules.ts'
import {holeCost} from './place-costs.ts'
import {isLead, isWhite, standTogether, type PlacedUnit} from './placed-unit.ts'

/** Costs of two units by how they stand to each other. */
export const pairCosts: ReadonlyArray<
  readonly [string, (a: PlacedUnit, b: PlacedUnit, rules: PageRules) => number]
> = [
  ['buttingHeads', costOfButting],
  ['group', costOfGroup],
  ['pictures', costOfPictures],
  ['leadPicture', costOfRivalPicture],
  ['white', costOfHoles]
]

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

/** White stands in one place. */
function costOfHoles(a: PlacedUnit, b: PlacedUnit): number {
  if (!isWhite(a.unit) || !isWhite(b.unit)) return 0
  return standTogether(a, b) ? 0 : holeCost
}
