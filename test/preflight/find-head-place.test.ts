import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {findHeadPlace} from '../../src/preflight/page/find-head-place.ts'

test.for([
  ['---\nkind: news\n---\n\n# 题目\n\n正文\n', 5, 20],
  ['# Head\n', 1, 0],
  ['## No head\n\nText\n', 1, 0],
  ['', 1, 0]
] as const)('should find the headline of %j', ([value, line, offset]) => {
  const {start} = findHeadPlace(new VFile({value}))

  expect(start).toEqual({line, column: 1, offset})
  expect(findHeadPlace(new VFile({value: Buffer.from(value)})).start).toEqual(
    start
  )
})
