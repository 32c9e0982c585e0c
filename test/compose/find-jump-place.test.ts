import {describe, expect, test} from 'vitest'
import {findJumpPlace} from '../../src/compose/find-jump-place.ts'
import {toRows} from './word-rows.ts'

describe('findJumpPlace', () => {
  test.for([
    // Rows, depths; lines that stay.
    ['888', [6, 6], 11],
    // Pictures take whole legs: the jump line stands where there is room.
    ['888', [12, 0], 11],
    ['888', [12, -1, 0], 11],
    ['888', [0, 0], 0],
    // No single line is left, nor carried over.
    ['88', [10], 8],
    ['88', [8], 6],
    // Nor is a crosshead left over what jumps.
    ['8h8', [11], 8]
  ] as const)(
    'should leave off %s in %j after %i lines',
    ([word, depths, lineCount]) => {
      expect(findJumpPlace(toRows(word), depths).lineCount).toBe(lineCount)
    }
  )
})
