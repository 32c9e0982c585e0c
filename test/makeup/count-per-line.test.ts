import {expect, test} from 'vitest'
import {countPerLine} from '../../src/makeup/count-per-line.ts'
import {toTemplate} from './desk.ts'

test.for([
  ['zh-CN', 13],
  ['ja', 13],
  ['yue', 13],
  ['wuu-Hans', 13],
  // Latin letters are narrow.
  ['en', 29]
] as const)(
  'should know how many characters of %s make a line without copy',
  ([lang, count]) => {
    const perLine = countPerLine({placed: []}, {...toTemplate(), lang})

    expect(Math.round(perLine)).toBe(count)
  }
)
