import {describe, expect, test} from 'vitest'
import {countBreaks} from '../../src/compose/count-breaks.ts'
import {toRows} from './word-rows.ts'

describe('countBreaks', () => {
  test.for([
    // Rows, depths; widows, orphans, orphans under a crosshead.
    ['66', [6, 6], [0, 0, 0]],
    ['57', [6, 6], [0, 1, 0]],
    ['75', [6, 6], [1, 0, 0]],
    ['xxxxh3xxxx', [6, 7], [0, 1, 1]],
    // A paragraph of two lines is both.
    ['xxxxx2xxxxx', [6, 6], [1, 1, 0]],
    ['5757', [6, 6, 6, 6], [0, 2, 0]],
    // With a line to spare the leg ends a line earlier.
    ['57', [6, 7], [0, 0, 0]],
    // One leg, or nothing in it, parts nothing.
    ['57', [12], [0, 0, 0]],
    ['', [6, 6], [0, 0, 0]]
  ] as const)(
    'should count single lines of %s in %j',
    ([word, depths, [widowCount, orphanCount, orphanUnderHeadCount]]) => {
      expect(countBreaks(toRows(word), depths)).toEqual({
        widowCount,
        orphanCount,
        orphanUnderHeadCount
      })
    }
  )
})
