import {expect, test} from 'vitest'
import {
  arrangePage,
  type Arrangement,
  type ArrangeRequest
} from '../../src/makeup/arrange-page.ts'
import {overlaps} from '../../src/makeup/board.ts'
import {toPlantedPage} from '../bench/planted-page.ts'

test('should make pages of many stories cheaper, and keep them full', () => {
  let cheaperCount = 0
  for (let seed = 0; seed < 3; seed++) {
    const {request, tables} = toPlantedPage(17, seed)
    const whole: ArrangeRequest = {
      template: request.template,
      units: request.units,
      tables,
      fixed: [],
      blocked: [],
      count: 1
    }
    const [hasty] = arrangePage({...whole, isHasty: true})
    const [improved] = arrangePage(whole)
    if ((improved?.score.total ?? 0) < (hasty?.score.total ?? 0)) cheaperCount++

    expect(improved?.placed.map(({unit}) => unit)).toEqual(request.units)
    expect(countCovered(hasty)).toBe(944)
    expect(countCovered(improved)).toBe(944)
    expect(improved?.score.total).toBeLessThanOrEqual(hasty?.score.total ?? 0)
    expect(improved?.score.items['lead']).toBe(0)
  }
  expect(cheaperCount).toBeGreaterThan(1)
})

/** Cells of all modules; not a number where some overlap. */
function countCovered(found: Arrangement | undefined): number {
  const areas = (found?.placed ?? []).map(({area}) => area)
  let cellCount = 0
  for (const [index, area] of areas.entries()) {
    cellCount += area.columnCount * area.lineCount
    for (const other of areas.slice(index + 1)) {
      if (overlaps(area, other)) return Number.NaN
    }
  }
  return cellCount
}
