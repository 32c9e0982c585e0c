// Headlines of a story at a width: for each number of rows the largest size
// that fits, and the next smaller one.

import type {HeadlineShape, StoryShape} from '../model/plan.ts'
import {findHeadlineSizes} from '../template/template.ts'
import type {Rung} from './ladder.ts'
import {toAsk, type PageRequest, type Unit} from './unit.ts'

/** A row of fewer characters looks broken off. */
const leastRowCharacters = 4

/** List the headlines that fit; the smallest of all where none does. */
export function listHeadlines(
  unit: Unit,
  shape: StoryShape,
  request: PageRequest,
  rung: Rung
): Array<HeadlineShape> {
  if (!unit.facts.hasHeadline) return [{sizeStep: 0, rowCount: 0}]
  const {headlines} = request.template
  const ladder = findHeadlineSizes(headlines, shape)
  const stepCount = Math.max(1, ladder.length)
  const mostPerRow = rung.has('headline') ? 2 : 1
  const found: Array<HeadlineShape> = []

  for (let rowCount = 1; rowCount <= headlines.maxRowCount; rowCount++) {
    const perRow = unit.facts.headlineCharacterCount / rowCount
    if (rowCount > 1 && perRow < leastRowCharacters) break
    let fitCount = 0
    for (let step = 0; step < stepCount && fitCount < mostPerRow; step++) {
      const headline = {sizeStep: step === 0 ? 0 : -step, rowCount}
      const cast = request.castOff(toAsk(unit, {...shape, headline}))
      if (!cast.headlineFits) continue
      found.push(headline)
      fitCount++
    }
  }

  if (found.length > 0) return found
  return [{sizeStep: 1 - stepCount, rowCount: headlines.maxRowCount}]
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
