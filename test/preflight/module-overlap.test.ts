import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {ComposedModule, ComposedPage} from '../../src/model/page.ts'
import {checkModuleOverlap} from '../../src/preflight/page/module-overlap.ts'
import type {Point} from '../../src/unit/rect.ts'

/** An L: its right lower corner, from 200 and 100, belongs to others. */
const dogleg = toModule('dogleg', [
  [0, 0],
  [400, 0],
  [400, 100],
  [190, 100],
  [190, 300],
  [0, 300]
])

test.for([
  ['stands in its notch', 200, 100, []],
  ['stands on its upper part', 200, 90, ['module-overlap']],
  ['stands on its leg', 180, 100, ['module-overlap']]
] as const)('should see whether a story %s', ([, left, top, rules]) => {
  const other = toModule('other', [
    [left, top],
    [400, top],
    [400, 300],
    [left, 300]
  ])
  const file = new VFile({path: 'other.md'})

  checkModuleOverlap(dogleg, other, page, file)
  expect(file.messages.map(({ruleId}) => ruleId)).toEqual(rules)
})

const page: ComposedPage = {
  type: 'composedPage',
  pageNumber: 2,
  publication: 'Test',
  date: '2026-06-02',
  lang: 'en',
  widthPt: 400,
  depthPt: 300,
  bleedPt: 0,
  typeArea: {xPt: 0, yPt: 0, widthPt: 400, depthPt: 300},
  grid: {
    columnCount: 2,
    lineCount: 30,
    measurePt: 190,
    gutterPt: 20,
    leadingPt: 10
  },
  colors: {},
  faces: {},
  children: []
}

function toModule(
  slug: string,
  corners: ReadonlyArray<readonly [number, number]>
): ComposedModule {
  const zone = corners.map(([xPt, yPt]): Point => ({xPt, yPt}))
  const xPt = Math.min(...zone.map((point) => point.xPt))
  const yPt = Math.min(...zone.map((point) => point.yPt))
  const rightPt = Math.max(...zone.map((point) => point.xPt))
  const footPt = Math.max(...zone.map((point) => point.yPt))
  return {
    type: 'module',
    slug,
    kind: 'news',
    part: 'whole',
    lang: 'en',
    zone,
    area: {xPt, yPt, widthPt: rightPt - xPt, depthPt: footPt - yPt},
    legs: [],
    facts: {
      oversetLineCount: 0,
      oversetCharacterCount: 0,
      shortLineCount: 0,
      shortCharacterCount: 0,
      bodyLineCount: 0,
      padLineCount: 0,
      legCount: 1,
      measurePt: 190,
      headlineSizePt: 20
    },
    children: []
  }
}
