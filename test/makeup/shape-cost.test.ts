import {expect, test} from 'vitest'
import {priceProportions} from '../../src/makeup/shape-cost.ts'
import type {StoryShape} from '../../src/model/plan.ts'
import {toRequest} from './desk.ts'

const shape: StoryShape = {
  columnCount: 4,
  legCount: 4,
  headline: {sizeStep: 0, rowCount: 1},
  pictures: [{figureIndex: 0, legIndex: 1, legCount: 3, lineCount: 20}],
  frame: 'none'
}

test.for([
  // Depth of the legs under a picture of 20 lines; what is paid.
  [40, 0],
  [24, 0],
  [23, 1],
  [21, 3],
  // Nothing under it is a picture that closes the story.
  [20, 0]
] as const)(
  'should mind lines left behind under a picture, %i deep',
  ([legLineCount, paid]) => {
    const {template, units} = toRequest([{slug: 'a', characterCount: 1200}])
    const [unit] = units
    if (!unit) throw new Error('Unexpected page without units')
    let cost = 0
    priceProportions(
      unit,
      shape,
      {lineCount: legLineCount + 8, legLineCount},
      template,
      (name, value) => {
        if (name === 'underPicture') cost += value
      }
    )

    expect(cost).toBe(paid)
  }
)
