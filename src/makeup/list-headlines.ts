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
