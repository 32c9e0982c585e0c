import {expect, test} from 'vitest'
import {priceArrangement} from '../../src/makeup/arrange-page.ts'
import type {PlacedUnit} from '../../src/makeup/placed-unit.ts'
import {toRequest} from './desk.ts'

test.for([
  ['smaller', 'news', 10, false],
  ['larger', 'news', 40, true],
  ['larger, of a photo story', 'photo', 40, false]
] as const)(
  'should mind a picture that is %s than the lead’s',
  ([, kind, lineCount, isMinded]) => {
    const {template, units} = toRequest([
      {slug: 'lead', characterCount: 800},
      {slug: 'other', characterCount: 500, kind}
    ])
    const placed = units.map((unit, index): PlacedUnit => ({
      unit,
      area: {
        columnIndex: 0,
        columnCount: 8,
        lineIndex: index * 59,
        lineCount: 59
      },
      candidate: {
        lineCount: 59,
        cost: 0,
        shape: {
          columnCount: 8,
          legCount: 8,
          headline: {sizeStep: 0, rowCount: 1},
          pictures: [
            {
              figureIndex: 0,
              legIndex: 4,
              legCount: 4,
              lineCount: index === 0 ? 20 : lineCount
            }
          ],
          frame: 'none'
        },
        bodyLineCount: 60,
        oversetLineCount: 0,
        headlineSizePt: 40
      }
    }))
    const {items} = priceArrangement(placed, template).score

    expect((items['leadPicture'] ?? 0) > 0).toBe(isMinded)
  }
)
