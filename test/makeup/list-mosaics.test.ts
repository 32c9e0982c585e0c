import {describe, expect, test} from 'vitest'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import {listMosaics, type Mosaic} from '../../src/makeup/list-mosaics.ts'
import type {FigureFacts} from '../../src/model/plan.ts'
import {toRequest} from './desk.ts'

const ratios = [1.5, 0.75, 1.33, 1.6, 0.8, 1.5, 1.4]

describe('listMosaics', () => {
  test.for([2, 3, 5, 7])('should place each of %i pictures once', (count) => {
    const mosaics = list(count, 8)

    expect(mosaics.length).toBeGreaterThan(0)
    for (const {lineCount, pictures} of mosaics) {
      const indexes = pictures.map(({figureIndex}) => figureIndex)
      const taken = Array.from({length: 8}, () => 0)
      for (const picture of pictures) {
        for (let leg = 0; leg < picture.legCount; leg++) {
          const index = picture.legIndex + leg
          taken[index] = (taken[index] ?? 0) + picture.lineCount
        }
      }

      expect(indexes.toSorted()).toEqual([...Array(count).keys()])
      // No hole: the text below begins on one line.
      expect(new Set(taken)).toEqual(new Set([lineCount]))
    }
  })

  test('should crop no picture beyond its limit', () => {
    for (const {cropRatio, pictures} of list(7, 8)) {
      expect(cropRatio).toBeLessThanOrEqual(0.1)
      for (const {figureIndex, legCount, lineCount} of pictures) {
        const ratio = (legCount * 126 - 9) / ((lineCount - 2) * 11.25)
        const own = ratios[figureIndex] ?? 1
        const kept = Math.min(ratio / own, own / ratio)
        expect(1 - kept).toBeLessThanOrEqual(0.1 + 1e-6)
      }
    }
  })

  test('should have one dominant picture where it can', () => {
    const {pictures} = list(7, 8).reduce((a, b) => (a.cost < b.cost ? a : b))
    const areas = pictures
      .map(({legCount, lineCount}) => legCount * lineCount)
      .sort((a, b) => b - a)

    const [largest = 0, next = 1] = areas
    expect(largest / next).toBeGreaterThan(1.4)
  })
})

describe('a photo page', () => {
  test.for([0, 120])(
    'should be filled by one story of seven pictures and %i characters',
    (characterCount) => {
      const {isFilled, plan} = makeUpPage(
        toRequest([{slug: 'essay', kind: 'photo', characterCount, figures}])
      )

      expect(isFilled).toBe(true)
      expect(plan.modules[0]?.shape.pictures).toHaveLength(7)
    }
  )
})

const figures = ratios.map((aspectRatio): FigureFacts => ({
  aspectRatio,
  isMissing: false,
  widthPx: 2200,
  captionCharacterCount: 20
}))

function list(count: number, legCount: number): Array<Mosaic> {
  return listMosaics({
    figures: figures.slice(0, count),
    legCount,
    mostLineCount: 118,
    mostCropRatio: 0.1,
    depthOf: ({aspectRatio}, legs) =>
      (legs * 126 - 9) / aspectRatio / 11.25 + 2,
    captionOf: () => 2
  })
}
