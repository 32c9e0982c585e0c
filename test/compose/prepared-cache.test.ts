import type {PhrasingContent} from 'mdast'
import {expect, test} from 'vitest'
import {
  openPreparedCache,
  type ReadyCopy
} from '../../src/compose/prepared-cache.ts'
import {prepareText} from '../../src/compose/prepare-text.ts'
import {madeFaces} from './made-faces.ts'
import {madeRules} from './made-rules.ts'

test('should make copy ready once, though its nodes are made anew', () => {
  const cache = openPreparedCache()
  const title = (): Array<PhrasingContent> => [
    {type: 'text', value: '桥'},
    {type: 'text', value: '通了'}
  ]
  const first = cache.find('headline', title(), makeReady)

  expect(cache.find('headline', title(), makeReady)).toBe(first)
  expect(cache.find('deck', title(), makeReady)).not.toBe(first)
})

test('should keep copy of one name apart', () => {
  const cache = openPreparedCache()
  const [up, down, both] = [
    text('+2%'),
    text('−5%'),
    [...text('+2%'), ...text('−5%')]
  ]
  const cells = [up, down, both].map((nodes) =>
    cache.find('cell', nodes, makeReady)
  )

  expect(new Set(cells).size).toBe(3)
  expect(cache.find('cell', text('+2%'), makeReady)).toBe(cells[0])
  expect(cache.find('cell', text('−5%'), makeReady)).toBe(cells[1])
})

function text(value: string): Array<PhrasingContent> {
  return [{type: 'text', value}]
}

function makeReady(): ReadyCopy {
  const prepared = prepareText([], {
    faces: madeFaces,
    lang: 'zh-CN',
    rules: madeRules
  })
  return {texts: [], prepared, broken: new Map()}
}
