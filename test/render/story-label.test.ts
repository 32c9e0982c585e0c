import {expect, test} from 'vitest'
import {labelStory} from '../../src/render/story-label.ts'
import {makeHead, makeStory} from './made-stories.ts'

test.for([
  // Language, headline, first paragraph, label.
  ['zh-CN', '题目', '正文', '题目'],
  [
    'zh-CN',
    '',
    '初夏的云中山峦叠翠，游人如织。',
    '（无题）初夏的云中山峦叠翠……'
  ],
  ['zh-CN', '', '短。', '（无题）短。'],
  ['zh-CN', '', '', '（无题）'],
  ['zh-CN', '', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', '（无题）𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷……'],
  [
    'en',
    '',
    'The river rose for a third night in a row.',
    '(Untitled) The river rose for a third nig…'
  ],
  ['en', 'Two\nlines', '', 'Two lines']
] as const)('should label a story in %s called `%s`', (row) => {
  const [lang, headline, paragraph, label] = row
  const head = headline ? [makeHead('headline', headline)] : []
  const story = makeStory('a', head, paragraph ? [paragraph] : [], {lang})

  expect(labelStory(story)).toBe(label)
})
