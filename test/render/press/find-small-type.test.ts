import {expect, test} from 'vitest'
import type {Line} from '../../../src/model/page.ts'
import {findSmallType} from '../../../src/render/press/find-small-type.ts'
import {openInkTable} from '../../../src/render/press/ink-table.ts'
import {makeSheet} from './made-sheet.ts'

const inks = openInkTable(
  {
    ...makeSheet([]),
    colors: {
      black: {cmyk: [0, 0, 0, 100], rgb: '#000000'},
      brown: {cmyk: [10, 60, 90, 40], rgb: '#7a4010'},
      gold: {cmyk: [20, 40, 90, 10], spot: 'Gold', rgb: '#8a7040'},
      red: {cmyk: [5, 100, 90, 5], rgb: '#c5161d'}
    }
  },
  {}
)

function line(text: string, color: string, sizePt: number): Line {
  const glyphs = [...text].map((one, index) => ({
    id: 1,
    text: one,
    xPt: index * sizePt,
    advancePt: sizePt
  }))
  return {
    type: 'line',
    xPt: 0,
    yPt: 20,
    widthPt: 100,
    ascentPt: 8,
    descentPt: 2,
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children: [{type: 'run', face: 'face', sizePt, color, glyphs}]
  }
}

test('should find small type in many inks, each colour once', () => {
  const lines = [
    line('记者', 'brown', 9),
    line('记者 陈五', 'brown', 8),
    line('大字', 'brown', 12)
  ]
  expect(findSmallType(lines, inks.find)).toEqual([
    {color: 'brown', sizePt: 8, inkCount: 4, text: '记者 陈五'}
  ])
})

test('should take two inks, hints of others, and spot inks', () => {
  const lines = ['black', 'gold', 'red'].map((color) => line('字', color, 6))
  expect(findSmallType([...lines, line(' ', 'brown', 6)], inks.find)).toEqual(
    []
  )
})
