import {expect, test} from 'vitest'
import {findTotalInk} from '../../../src/render/press/total-ink.ts'

const photo = {
  xPt: 0,
  yPt: 0,
  widthPt: 100,
  depthPt: 100,
  mostInkPercent: 235,
  mostColorPercent: 190,
  overprints: false,
  isFull: true,
  name: 'photo'
}
const black = {
  ...photo,
  mostInkPercent: 100,
  mostColorPercent: 0,
  overprints: true,
  isFull: false,
  name: 'type'
}

test('should add black to the colour under it only', () => {
  const beside = {...black, xPt: 100}

  expect(findTotalInk([photo, beside])).toEqual({percent: 235, name: 'photo'})
  expect(findTotalInk([photo, black])).toEqual({percent: 290, name: 'type'})
  expect(findTotalInk([black, photo])).toEqual({percent: 235, name: 'photo'})
})

test('should not look through what is full', () => {
  const card = {
    ...photo,
    xPt: 20,
    yPt: 20,
    widthPt: 40,
    depthPt: 40,
    mostInkPercent: 7,
    mostColorPercent: 5,
    name: 'card'
  }
  const onCard = {...black, xPt: 30, yPt: 30, widthPt: 20, depthPt: 8}

  expect(findTotalInk([photo, card, onCard]).percent).toBe(235)
  expect(findTotalInk([card, onCard])).toEqual({percent: 105, name: 'type'})
  // What reaches over its edge lies on the photo, too.
  const over = {...onCard, widthPt: 60}
  expect(findTotalInk([photo, card, over]).percent).toBe(290)
  // A drawing leaves places where one sees through.
  const drawing = {...card, isFull: false}
  expect(findTotalInk([photo, drawing, onCard]).percent).toBe(290)
})
