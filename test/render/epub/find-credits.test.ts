import {expect, test} from 'vitest'
import {findCredits} from '../../../src/render/epub/find-credits.ts'
import {makeFigure, makeHead, makeStory} from '../made-stories.ts'

test.for([
  // Byline; who is named. Better none than a wrong one.
  ['□ 本报记者 沈力', ['沈力']],
  ['本报记者 沈力 通讯员 俞弘、欧阳明月', ['沈力', '俞弘', '欧阳明月']],
  ['□ 沈力', ['沈力']],
  ['本报评论员', []],
  ['据新华社电', []],
  ['云中日报社编辑部', []],
  ['本报讯', []],
  ['By Ada Lindqvist and Bo Ek', ['Ada Lindqvist', 'Bo Ek']],
  ['By our own correspondent', []],
  ['', []]
] as const)('should find who reported in `%s`', ([byline, names]) => {
  const story = makeStory('a', byline ? [makeHead('byline', byline)] : [], [])

  expect(findCredits(story).map(({name}) => name)).toEqual(names)
})

test.for([
  ['本报记者 俞弘 摄', ['俞弘']],
  ['俞弘 摄影报道', ['俞弘']],
  ['示意图', []],
  ['资料图片', []],
  ['Photo: Cy Young', ['Cy Young']],
  ['Photo by Cy Young', ['Cy Young']],
  ['Cloud Times', []]
] as const)('should find who photographed in `%s`', ([credit, names]) => {
  const story = makeStory('a', [], [makeFigure('a.jpg', '', {credit})])

  expect(findCredits(story)).toEqual(names.map((name) => ({name, role: 'pht'})))
})
