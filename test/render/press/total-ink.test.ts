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
  name: 'photo'
}
const black = {
  ...photo,
  mostInkPercent: 100,
  mostColorPercent: 0,
  overprints: true,
  name: 'type'
}

test('should add black to the colour under it only', () => {
  const beside = {...black, xPt: 100}

  expect(findTotalInk([photo, beside])).toEqual({percent: 235, name: 'photo'})
  expect(findTotalInk([photo, black])).toEqual({percent: 290, name: 'type'})
  expect(findTotalInk([black, photo])).toEqual({percent: 235, name: 'photo'})
})
