import {expect, test} from 'vitest'
import {fullRung} from '../../src/makeup/ladder.ts'
import {listHeadlines} from '../../src/makeup/list-headlines.ts'
import type {StoryShape} from '../../src/model/plan.ts'
import {toRequest} from './desk.ts'

test.for([
  // Two columns of 13 characters, 9 pt: 243 pt, the smallest head has 16 pt.
  [12, 1],
  [26, 2],
  [66, 5],
  // Eight rows at most; what is still too wide is for the proof desk.
  [400, 2]
] as const)('should set %d characters in %d rows', ([count, rowCount]) => {
  const request = toRequest([
    {slug: 'a', characterCount: 400, headlineCharacterCount: count}
  ])
  const [unit] = request.units
  if (!unit) throw new TypeError('Unexpected request without a unit')
  const shape: StoryShape = {
    columnCount: 2,
    legCount: 2,
    headline: {sizeStep: 0, rowCount: 1},
    pictures: [],
    frame: 'none'
  }
  const found = listHeadlines(unit, shape, request, fullRung)
  expect(found[0]?.rowCount).toBe(rowCount)
})

test('should set a short head in the rows of the design, however short they are', () => {
  const request = toRequest([
    {slug: 'a', characterCount: 400, headlineCharacterCount: 7, kind: 'brief'}
  ])
  const [unit] = request.units
  if (!unit) throw new TypeError('Unexpected request without a unit')
  const headlines = {
    ...request.template.headlines,
    ladder: new Map([[1, [18]]])
  }
  const template = {...request.template, headlines}
  const shape: StoryShape = {
    columnCount: 1,
    legCount: 1,
    headline: {sizeStep: 0, rowCount: 1},
    pictures: [],
    frame: 'none'
  }
  const castOff: typeof request.castOff = (asked) => {
    const {rowCount} = asked.shape.headline
    return {
      ...request.castOff(asked),
      headlineFits: rowCount > 2,
      headlineFillRatio: rowCount > 1 ? 0.7 : 1
    }
  }
  const found = listHeadlines(
    unit,
    shape,
    {...request, template, castOff},
    fullRung
  )
  expect(found).toEqual([{sizeStep: 0, rowCount: 2}])
})
