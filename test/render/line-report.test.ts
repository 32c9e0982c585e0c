import {expect, test} from 'vitest'
import type {ComposedModule, ComposedPage, Line} from '../../src/model/page.ts'
import {
  listLineReports,
  sumEvenness,
  toLineColors
} from '../../src/render/line-report.ts'

function toLine(index: number, more: Partial<Line>): Line {
  return {
    type: 'line',
    xPt: 10,
    yPt: 20 + index * 10,
    widthPt: 100,
    ascentPt: 8,
    descentPt: 1,
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children: [],
    ...more
  }
}

const lines = [
  toLine(0, {}),
  toLine(1, {stretchEm: 0.03}),
  toLine(2, {stretchEm: 0.09}),
  toLine(3, {squeezeRatio: 0.5}),
  toLine(4, {stretchEm: 0.06, writing: 'vertical'})
]

const module: ComposedModule = {
  type: 'module',
  slug: 'story',
  kind: 'news',
  part: 'whole',
  lang: 'zh-CN',
  zone: [],
  area: {xPt: 0, yPt: 0, widthPt: 100, depthPt: 100},
  legs: [],
  facts: {
    oversetLineCount: 0,
    oversetCharacterCount: 0,
    shortLineCount: 0,
    shortCharacterCount: 0,
    bodyLineCount: 5,
    padLineCount: 0,
    legCount: 1,
    measurePt: 100,
    headlineSizePt: 0
  },
  children: [{type: 'block', role: 'paragraph', id: 'p', children: lines}]
}

test('should say of every line how far it was squeezed or stretched', () => {
  const reports = listLineReports(module)

  expect(
    reports.map(({squeezeRatio, stretchEm}) => [stretchEm, squeezeRatio])
  ).toEqual([
    [0, 0],
    [0.03, 0],
    [0.09, 0],
    [0, 0.5],
    [0.06, 0]
  ])
  expect(sumEvenness(reports, 'zh-CN')).toEqual({
    lineCount: 5,
    squeezedLineCount: 1,
    stretchedLineCount: 3,
    looseLineCount: 2,
    meanStretchEm: 0.036,
    greatestStretchEm: 0.09
  })
  // Word spaces may give more before a reader sees it.
  expect(sumEvenness(reports, 'en').looseLineCount).toBe(0)
})

test('should colour what is not even, where it stands', () => {
  const page: Pick<ComposedPage, 'children'> = {children: [module]}
  const colors = toLineColors(page)

  expect(
    colors.map(({attributes}) =>
      [
        attributes['fill'] === '#d40000' ? 'red' : 'blue',
        attributes['x'],
        attributes['y'],
        attributes['width'],
        attributes['height']
      ].join(' ')
    )
  ).toEqual([
    'red 10 22 100 9',
    'red 10 32 100 9',
    'blue 10 42 100 9',
    // A line that runs down.
    'red 9 60 9 100'
  ])
  const depths = colors.map(({attributes}) =>
    Number(attributes['fill-opacity'])
  )
  expect(depths[1]).toBeGreaterThan(depths[0] ?? 1)
})
