// Headlines of a story at a width: for each number of rows the largest size
// that fits, and the next smaller one. Only the lead has sizes of a lead, and
// the smallest kinds of copy have small ones, however wide they stand.

import type {HeadlineShape, StoryShape} from '../model/plan.ts'
import {findHeadlineSizes, type Template} from '../template/template.ts'
import type {Rung} from './ladder.ts'
import {findSecondHeadlinePt} from './shape-cost.ts'
import {toAsk, type PageRequest, type Unit} from './unit.ts'

/** A row of fewer characters looks broken off. */
const leastRowCharacters = 4

/** Rows that a head may have beyond those of the design, where nothing else helps. */
const mostMoreRows = 6

/** List the headlines that fit; the smallest of all where none does, but in no tint. */
export function listHeadlines(
  unit: Unit,
  shape: StoryShape,
  request: PageRequest,
  rung: Rung
): Array<HeadlineShape> {
  if (!unit.facts.hasHeadline) return [{sizeStep: 0, rowCount: 0}]
  const {template} = request
  const {headlines} = template
  const steps = listSteps(shape, findMostPt(unit, template), template)
  const mostPerRow = rung.has('headline') ? 2 : 1
  const found: Array<HeadlineShape> = []

  for (let rowCount = 1; rowCount <= headlines.maxRowCount; rowCount++) {
    const perRow = unit.facts.headlineCharacterCount / rowCount
    if (rowCount > 1 && perRow < leastRowCharacters) break
    let fitCount = 0
    for (const step of steps) {
      if (fitCount >= mostPerRow) break
      const headline = {sizeStep: toSizeStep(step), rowCount}
      const cast = request.castOff(toAsk(unit, {...shape, headline}))
      if (!cast.headlineFits) continue
      found.push(headline)
      fitCount++
    }
  }

  if (found.length > 0) return found
  // A tint is a treat: no head is squeezed for it.
  if (shape.frame === 'tint') return []
  const sizeStep = toSizeStep(steps.at(-1) ?? 0)
  return [{sizeStep, rowCount: countMoreRows()}]

  /** A head that is far too long has rows that no design asks for. */
  function countMoreRows(): number {
    const {maxRowCount} = headlines
    for (let more = 0; more <= mostMoreRows; more++) {
      const headline = {sizeStep, rowCount: maxRowCount + more}
      const cast = request.castOff(toAsk(unit, {...shape, headline}))
      // Rows that are only uneven, or short, are not too wide.
      const isWide = !cast.headlineFits && cast.headlineFillRatio >= 1
      if (!isWide) return headline.rowCount
    }
    return maxRowCount
  }
}

/** Steps go down; the largest is `0`, and not `-0`. */
function toSizeStep(step: number): number {
  return step === 0 ? 0 : -step
}

/**
 * List the steps of a width's own ladder that are not too large; where all of
 * them are, those of narrower widths.
 */
function listSteps(
  shape: StoryShape,
  mostPt: number,
  {headlines}: Template
): Array<number> {
  const sizes = findHeadlineSizes(headlines, shape)
  const width = shape.block ? 1 : shape.columnCount
  const ownCount = headlines.ladder.get(width)?.length ?? 0
  const first = sizes.findIndex((sizePt) => sizePt <= mostPt)
  if (first < 0) return [Math.max(0, sizes.length - 1)]
  const end = first < ownCount ? ownCount : first + ownCount
  return [...sizes.keys()].slice(first, end)
}

/** Kinds of copy whose headlines are small at every width. */
const smallKinds = new Set(['brief', 'filler', 'notice'])

/** Find the largest size that a unit's rank and kind allow, in points. */
function findMostPt({facts, rank}: Unit, template: Template): number {
  const {limits} = template
  const isSmall = smallKinds.has(facts.kind)
  if (rank === 0) return isSmall ? findSecondHeadlinePt(template) : Infinity
  if (isSmall) return limits['smallHeadlinePt'] ?? 20
  // A point less than any lead has.
  return (limits['leadHeadlinePt'] ?? Infinity) - 1
}

/** Widths at which a headline beside the legs looks right, in base columns. */
const besideWidths = {least: 2, most: 4}

/**
 * List vertical headlines 竖题 for a width: short ones, in Chinese, of stories
 * that do not lead. Only a template with `limits.besideCharacters` has them.
 */
export function listBesideHeadlines(
  unit: Unit,
  width: number,
  request: PageRequest,
  rung: Rung
): Array<HeadlineShape> {
  const {headlines, lang, limits} = request.template
  const {facts, part, rank} = unit
  const most = limits['besideCharacters'] ?? 0
  const mayStand =
    rung.has('headline') &&
    part === 'whole' &&
    rank > 0 &&
    facts.hasHeadline &&
    facts.kind !== 'photo' &&
    facts.figures.length === 0 &&
    !unit.isInBlock &&
    /^zh\b/i.test(facts.lang ?? lang) &&
    facts.headlineCharacterCount >= leastRowCharacters &&
    facts.headlineCharacterCount <= most &&
    width >= besideWidths.least &&
    width <= besideWidths.most
  if (!mayStand) return []
  return headlines.besideSizes.slice(0, 2).map((_, index): HeadlineShape => ({
    sizeStep: index === 0 ? 0 : -index,
    rowCount: 1,
    setting: 'beside'
  }))
}
