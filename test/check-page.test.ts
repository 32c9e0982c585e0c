// The check itself: what it finds when something is wrong.

import {expect, test} from 'vitest'
import type {
  Block,
  ComposedModule,
  ComposedPage,
  Line
} from '../src/model/page.ts'
import type {Story} from '../src/model/story.ts'
import {checkPages} from './check-page.ts'

function toLine(text: string, yPt: number, xPt = 0): Line {
  return {
    type: 'line',
    xPt,
    yPt,
    widthPt: 40,
    ascentPt: 8,
    descentPt: 1,
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children: [
      {
        type: 'run',
        face: 'song',
        sizePt: 9,
        color: 'black',
        glyphs: [...text].map((character, index) => ({
          id: 1,
          text: character,
          xPt: xPt + index * 9,
          advancePt: 9
        }))
      }
    ]
  }
}

function toModule(
  slug: string,
  [xPt, yPt, widthPt, depthPt]: readonly [number, number, number, number],
  lines: ReadonlyArray<Line>
): ComposedModule {
  const paragraph: Block = {
    type: 'block',
    role: 'paragraph',
    id: `${slug}/body/0`,
    children: [...lines]
  }
  return {
    type: 'module',
    slug,
    kind: 'news',
    part: 'whole',
    lang: 'zh-CN',
    zone: [
      {xPt, yPt},
      {xPt: xPt + widthPt, yPt},
      {xPt: xPt + widthPt, yPt: yPt + depthPt},
      {xPt, yPt: yPt + depthPt}
    ],
    area: {xPt, yPt, widthPt, depthPt},
    legs: [],
    facts: {
      oversetLineCount: 0,
      oversetCharacterCount: 0,
      shortLineCount: 0,
      shortCharacterCount: 0,
      bodyLineCount: 1,
      padLineCount: 0,
      legCount: 1,
      measurePt: 40,
      headlineSizePt: 0
    },
    children: [paragraph]
  }
}

/** Two columns of 40pt, two lines of 10pt. */
function toPage(modules: ReadonlyArray<ComposedModule>): ComposedPage {
  return {
    type: 'composedPage',
    pageNumber: 1,
    publication: '',
    date: '',
    lang: 'zh-CN',
    widthPt: 90,
    depthPt: 20,
    bleedPt: 0,
    typeArea: {xPt: 0, yPt: 0, widthPt: 90, depthPt: 20},
    grid: {
      columnCount: 2,
      lineCount: 2,
      measurePt: 40,
      gutterPt: 10,
      leadingPt: 10
    },
    colors: {},
    faces: {},
    children: [...modules]
  }
}

const story: Story = {
  type: 'story',
  slug: 'a',
  path: 'a.md',
  kind: 'news',
  status: 'complete',
  lang: 'zh-CN',
  isBoxed: false,
  children: [
    {
      type: 'body',
      children: [
        {type: 'paragraph', children: [{type: 'text', value: '一二三四'}]}
      ]
    }
  ]
}

const left = [0, 0, 40, 20] as const
const right = [50, 0, 40, 20] as const
const good = [toLine('一二', 9), toLine('三四', 19)]

test.for([
  ['nothing wrong', [toModule('a', left, good), toModule('b', right, [])], []],
  [
    'white',
    [toModule('a', left, good)],
    [
      'nothing at column 2, line 1 of page 1',
      'nothing at column 2, line 2 of page 1'
    ]
  ],
  [
    'stories on each other',
    [
      toModule('a', left, good),
      toModule('b', [0, 10, 90, 10], []),
      toModule('c', [50, 0, 40, 10], [])
    ],
    ['a over b at column 1, line 2 of page 1']
  ],
  [
    'a story outside',
    [toModule('a', left, good), toModule('b', [50, 0, 40, 21], [])],
    ['b leaves the type area of page 1', 'b leaves the type area of page 1']
  ],
  [
    'a line outside of its story',
    [
      toModule('a', left, [toLine('一二', 9), toLine('三四', 19, 50)]),
      toModule('b', right, [])
    ],
    ['`三四` is outside of a']
  ],
  [
    'lines on each other',
    [
      toModule('a', left, [toLine('一二', 9), toLine('三四', 12)]),
      toModule('b', right, [])
    ],
    ['`一二` on `三四` in a']
  ],
  [
    'copy lost',
    [
      toModule('a', left, [toLine('一二', 9), toLine('四', 19)]),
      toModule('b', right, [])
    ],
    ['a/body/0: `一二三四` is not whole']
  ],
  [
    'copy out of order',
    [
      toModule('a', left, [toLine('三四', 9), toLine('一二', 19)]),
      toModule('b', right, [])
    ],
    ['a/body/0: `一二三四` is not whole']
  ]
] as const)('should find %s', ([, modules, faults]) => {
  expect(checkPages([toPage(modules)], {stories: [story]})).toEqual(faults)
})
