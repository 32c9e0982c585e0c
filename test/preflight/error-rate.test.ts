import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {Node} from 'unist'
import type {Line} from '../../src/model/page.ts'
import {note} from '../../src/note/note.ts'
import {doubledWord} from '../../src/preflight/copy/doubled-word.ts'
import {numberUsage} from '../../src/preflight/copy/number-usage.ts'
import {unpairedMark} from '../../src/preflight/copy/unpaired-mark.ts'
import {findErrorRate} from '../../src/preflight/preflight.ts'
import {makeModule, makePage} from '../render/made-page.ts'

const line: Line = {
  type: 'line',
  xPt: 0,
  yPt: 9,
  widthPt: 9,
  ascentPt: 8,
  descentPt: 1,
  join: '',
  stretchEm: 0,
  writing: 'horizontal',
  children: [
    {
      type: 'run',
      face: 'song',
      sizePt: 10,
      color: 'black',
      glyphs: [{id: 1, text: '一', xPt: 0, advancePt: 10}]
    }
  ]
}
const headline: Node = {type: 'headline'}

// Half of the page is a picture: it counts at 80 per cent.
const page = {
  ...makePage(
    1,
    [],
    [
      makeModule('a', [
        line,
        {
          type: 'picture',
          src: 'a.jpg',
          crop: {xRatio: 0, yRatio: 0, widthRatio: 1, depthRatio: 1},
          xPt: 0,
          yPt: 0,
          widthPt: 1000,
          depthPt: 500
        }
      ])
    ]
  ),
  typeArea: {xPt: 0, yPt: 0, widthPt: 1000, depthPt: 1000},
  grid: {
    columnCount: 5,
    lineCount: 100,
    measurePt: 190,
    gutterPt: 10,
    leadingPt: 10
  }
}

test('should count characters by the size of the page', () => {
  expect(findErrorRate([page], [])).toEqual({
    characterCount: 9000,
    errorCount: 0,
    perTenThousand: 0,
    passes: true
  })
})

test('should weigh errors as the annex does', () => {
  const file = new VFile({path: 'a.md'})
  // 1, then 2 in a headline, then 2 for three hanzi too many.
  note(file, doubledWord, 'a', {actual: '夏夏'})
  note(file, doubledWord, 'b', {actual: '秋秋', ancestors: [headline]})
  note(file, doubledWord, 'c', {actual: '群众们群众们'})
  // One error counts three times at most.
  for (let index = 0; index < 5; index++) {
    note(file, unpairedMark, 'd', {actual: '“'})
  }
  // A tenth each, one in all.
  for (let index = 0; index < 15; index++) {
    note(file, numberUsage, 'e', {actual: `${index}`})
  }

  expect(findErrorRate([page], [file])).toEqual({
    characterCount: 9000,
    errorCount: 9,
    perTenThousand: 10,
    passes: false
  })
})
