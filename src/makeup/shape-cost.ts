// What a story's shape costs, whatever its place on the page (MAKEUP.md 3.5).

import type {CastOffResult, StoryShape} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {Unit} from './unit.ts'

/** Find the size of a headline on the ladder; `0` without one. */
export function findHeadlineSize(
  unit: Unit,
  shape: StoryShape,
  template: Template
): number {
  if (!unit.facts.hasHeadline) return 0
  const ladder = template.headlines.ladder.get(shape.columnCount) ?? []
  return ladder[-shape.headline.sizeStep] ?? ladder.at(-1) ?? 0
}

/** Cost of a setting whatever its depth (MAKEUP.md 3.5). */
export function costOfSetting(
  unit: Unit,
  shape: StoryShape,
  cast: CastOffResult,
  template: Template
): number {
  const weigh = toWeight(template)
  let cost = -shape.headline.sizeStep * weigh('headlineStep', 0.3)
  cost += Math.max(0, shape.headline.rowCount - 1) * weigh('headlineRow', 0.4)
  if (shape.headline.rowCount > 0) {
    cost +=
      Math.max(0, 0.72 - cast.headlineFillRatio) * weigh('headlineFill', 4)
    if (!cast.headlineFits) cost += weigh('headlineOverset', 20)
  }
  if (shape.columnCount === 1 && unit.facts.characterCount > 200) {
    cost += weigh('singleColumn', 1)
  }
  if (shape.legCount !== shape.columnCount) cost += weigh('reCut', 0.3)
  if (unit.rank > 0 && shape.headline.rowCount > 0) {
    // Only the lead has the largest type of the page.
    const sizePt = findHeadlineSize(unit, shape, template)
    const mostPt = template.limits['secondHeadlinePt'] ?? 34
    cost += (Math.max(0, sizePt - mostPt) / 4) * weigh('largeHeadline', 1)
  }
  if (unit.rank === 0 && unit.part !== 'rest') {
    const share = shape.columnCount / template.grid.columnCount
    cost += Math.max(0, 0.6 - share) * weigh('narrowLead', 16)
  }
  return cost
}

/** Cost of a module's proportions and the depth of its legs. */
export function costOfProportions(
  unit: Unit,
  shape: StoryShape,
  depth: number,
  legDepth: number,
  template: Template
): number {
  const weigh = toWeight(template)
  const {gutterPt, leadingPt, measurePt} = template.grid
  const widthPt =
    shape.columnCount * measurePt + (shape.columnCount - 1) * gutterPt
  const ratio = widthPt / (depth * leadingPt) / 1.1
  // |ln x| by the symmetric fraction, without a transcendental.
  const aspect = ratio > 1 ? ratio - 1 : 1 / ratio - 1
  let cost = Math.min(aspect, 3) * weigh('aspect', 0.35)
  if (unit.facts.kind === 'photo') {
    return cost + costOfPhoto(unit, shape, depth, template)
  }
  if (unit.facts.characterCount > 0) {
    const {maxLineCount, minLineCount} = template.legs
    // A lead needs legs of some depth under its headline.
    const least = unit.rank === 0 ? minLineCount + 8 : minLineCount
    cost += Math.max(0, least - legDepth) * weigh('shortLeg', 0.5)
    cost += Math.max(0, legDepth - maxLineCount) * weigh('longLeg', 0.1)
  }
  return cost
}

/** A photo story takes its share of the page; an empty box takes less. */
function costOfPhoto(
  unit: Unit,
  shape: StoryShape,
  depth: number,
  template: Template
): number {
  const {columnCount, lineCount} = template.grid
  const share = (shape.columnCount * depth) / (columnCount * lineCount)
  const isMissing = unit.facts.figures.every((figure) => figure.isMissing)
  const limits = template.limits
  const ideal = isMissing
    ? (limits['missingPhotoShare'] ?? 0.08)
    : (limits['photoShare'] ?? 0.1)
  const weight = template.costs['photoShare'] ?? 30
  return Math.abs(share - ideal) * weight
}

/** Read a cost's weight from the template, or take the usual one. */
export function toWeight(
  template: Template
): (name: string, usual: number) => number {
  return (name, usual) => template.costs[name] ?? usual
}
