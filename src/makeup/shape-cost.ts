// What a story's shape costs, whatever its place on the page (MAKEUP.md 3.5).
// Prices are handed over item by item: tables want their sum, the report wants
// to know what is paid for what.

import type {CastOffResult, LegBreaks, StoryShape} from '../model/plan.ts'
import {findHeadlineSizes, type Template} from '../template/template.ts'
import type {Setting} from './setting.ts'
import type {Unit} from './unit.ts'

/** Takes a price and what it is paid for. */
export type AddCost = (name: string, value: number) => void

/** Find the size of a headline on the ladder; `0` without one. */
export function findHeadlineSize(
  unit: Unit,
  shape: Pick<StoryShape, 'block' | 'columnCount' | 'headline'>,
  template: Template
): number {
  if (!unit.facts.hasHeadline) return 0
  const {headlines} = template
  const ladder =
    shape.headline.setting === 'beside'
      ? headlines.besideSizes
      : findHeadlineSizes(headlines, shape)
  return ladder[-shape.headline.sizeStep] ?? ladder.at(-1) ?? 0
}

/** Find the largest size of a headline that does not lead, in points. */
export function findSecondHeadlinePt({
  limits
}: Pick<Template, 'limits'>): number {
  return limits['secondHeadlinePt'] ?? 34
}

/** Cost of a tint, unless the template has its own. */
export const usualTintCost = 1.5

/** A title group, to be priced. */
export interface PricedHead {
  headline: StoryShape['headline']
  sizePt: number
  cast: Pick<CastOffResult, 'headlineFillRatio' | 'headlineFits'>
}

/** A body in legs, to be priced. */
export interface PricedLegs {
  shape: StoryShape
  bodyLineCount: number
  slackLineCount: number
  breaks: LegBreaks
  pictureCost: number
  squeezeCost: number
}

/** Price a setting whatever its depth. */
export function priceSetting(
  unit: Unit,
  setting: Setting,
  template: Template,
  add: AddCost
): void {
  const {head: cast, headlineSizePt: sizePt, shape} = setting
  const {columnCount, headline} = shape
  priceHead(unit, columnCount, {headline, sizePt, cast}, template, add)
  priceLegs(unit, setting, template, add)
}

/** Price a title group at a width, whatever is under it. */
export function priceHead(
  unit: Unit,
  columnCount: number,
  {cast, headline, sizePt}: PricedHead,
  template: Template,
  add: AddCost
): void {
  const weigh = toWeight(template)
  const {rowCount, sizeStep} = headline
  add('headlineStep', -sizeStep * weigh('headlineStep', 0.3))
  if (headline.setting === 'beside') add('beside', weigh('beside', 0.6))
  add('headlineRow', Math.max(0, rowCount - 1) * weigh('headlineRow', 0.4))
  if (rowCount > 0) {
    const unused = Math.max(0, 0.72 - cast.headlineFillRatio)
    add('headlineFill', unused * weigh('headlineFill', 4))
    if (!cast.headlineFits) {
      add('headlineOverset', weigh('headlineOverset', 20))
    }
  }
  if (unit.rank > 0 && rowCount > 0) {
    // Only the lead has the largest type of the page.
    const overPt = Math.max(0, sizePt - findSecondHeadlinePt(template))
    add('largeHeadline', (overPt / 4) * weigh('largeHeadline', 1))
  }
  if (unit.rank === 0 && unit.part !== 'rest') {
    const share = columnCount / template.grid.columnCount
    // It has to read as the lead at arm’s length.
    const leastPt = template.limits['leadHeadlinePt'] ?? 0
    const underPt = rowCount > 0 ? Math.max(0, leastPt - sizePt) : 0
    add('smallLead', (underPt / 4) * weigh('smallLead', 2))
    const leastShare = template.limits['leadWidthShare'] ?? 0.6
    const missing = Math.max(0, leastShare - share)
    add('narrowLead', missing * weigh('narrowLead', 16))
  }
}

/** Price a body in legs, whatever is over it. */
export function priceLegs(
  unit: Unit,
  legs: PricedLegs,
  template: Template,
  add: AddCost
): void {
  const {shape} = legs
  const weigh = toWeight(template)
  if (shape.columnCount === 1 && unit.facts.characterCount > 200) {
    add('singleColumn', weigh('singleColumn', 1))
  }
  const {orphanCount, orphanUnderHeadCount, widowCount} = legs.breaks
  add('widow', widowCount * weigh('widow', 0.8))
  // Under its crosshead it looks half as bad again.
  add('orphan', (orphanCount + orphanUnderHeadCount / 2) * weigh('orphan', 0.4))
  if (shape.legCount !== shape.columnCount) add('reCut', weigh('reCut', 0.3))
  if (unit.facts.kind === 'photo' && legs.bodyLineCount > 0) {
    // A few words under pictures read better in few legs.
    const lines = Math.ceil(legs.bodyLineCount / shape.legCount)
    const missing = Math.max(0, template.legs.minLineCount - lines)
    add('shortLeg', missing * weigh('shortLeg', 0.5))
  }
  if (shape.setsPullQuotes === false) add('pullQuote', weigh('pullQuote', 1))
  if (shape.summary === 'leg') add('summary', weigh('summary', 0.6))
  if (shape.frame === 'tint') add('tint', weigh('tint', usualTintCost))
  if (shape.notch) add('dogleg', weigh('dogleg', 1.2))
  add('picture', legs.pictureCost)
  add('squeeze', legs.squeezeCost * weigh('squeeze', 1))
  const blank = legs.slackLineCount / shape.legCount
  if (unit.part !== 'start') add('slack', blank * weigh('slack', 0.6))
}

/** Sum what is paid. */
export function sumCosts(price: (add: AddCost) => void): number {
  let sum = 0
  price((_name, value) => {
    sum += value
  })
  return sum
}

/** Price a module's proportions and the depth of its legs. */
export function priceProportions(
  unit: Unit,
  shape: StoryShape,
  depths: {lineCount: number; legLineCount: number},
  template: Template,
  add: AddCost
): void {
  const {legLineCount, lineCount} = depths
  const weigh = toWeight(template)
  const {gutterPt, leadingPt, measurePt} = template.grid
  const widthPt =
    shape.columnCount * measurePt + (shape.columnCount - 1) * gutterPt
  const ratio = widthPt / (lineCount * leadingPt) / 1.1
  // |ln x| by the symmetric fraction, without a transcendental.
  const aspect = ratio > 1 ? ratio - 1 : 1 / ratio - 1
  add('aspect', Math.min(aspect, 3) * weigh('aspect', 0.35))
  if (unit.facts.kind === 'photo') {
    add('photoShare', costOfPhoto(unit, shape, lineCount, template))
    return
  }
  if (unit.facts.characterCount > 0) {
    const {maxLineCount, minLineCount} = template.legs
    // A lead needs legs of some depth under its headline.
    const least = unit.rank === 0 ? minLineCount + 8 : minLineCount
    const missing = Math.max(0, least - legLineCount)
    add('shortLeg', missing * weigh('shortLeg', 0.5))
    const beyond = Math.max(0, legLineCount - maxLineCount)
    add('longLeg', beyond * weigh('longLeg', 0.1))
    add(
      'underPicture',
      countStubs(shape, legLineCount) * weigh('underPicture', 1)
    )
  }
}

/** Lines of type under a picture, at least; or none at all. */
const leastUnderPicture = 4

/**
 * Lines that legs under pictures lack: one or two look left behind. Only photo
 * stories have pictures over each other.
 */
function countStubs({legCount, pictures}: StoryShape, depth: number): number {
  if (legCount === 1) return 0
  let count = 0
  for (const {lineCount} of pictures) {
    const left = depth - lineCount
    if (left > 0) count += Math.max(0, leastUnderPicture - left)
  }
  return count
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
  const {figures} = unit.facts
  const isMissing = figures.every((figure) => figure.isMissing)
  const limits = template.limits
  const each = isMissing
    ? (limits['missingPhotoShare'] ?? 0.08)
    : (limits['photoShare'] ?? 0.1)
  const ideal = Math.min(1, each * Math.max(1, figures.length))
  const weight = template.costs['photoShare'] ?? 30
  return Math.abs(share - ideal) * weight
}

/** Read a cost's weight from the template, or take the usual one. */
export function toWeight(
  template: Pick<Template, 'costs'>
): (name: string, usual: number) => number {
  return (name, usual) => template.costs[name] ?? usual
}
