import {describe, expect, test} from 'vitest'
import {fillLegs, findDepth} from '../../src/compose/fill-legs.ts'
import type {Row} from '../../src/compose/row.ts'

/** Rows from a word: `x` a line, `h` keeps with the next, `w` white. */
function toRows(word: string): Array<Row> {
  return [...word].map((letter, index) => ({
    lineCount: 1,
    path: [],
    end: {blockIndex: 0, offset: index + 1},
    characterCount: 1,
    keepsWithNext: letter === 'h',
    isWhite: letter === 'w',
    paint: () => []
  }))
}

describe('fillLegs', () => {
  test.for([
    // Rows, depths; lines in each leg, rows overset.
    ['xxxxxx', [3, 3], [3, 3], 0],
    ['xxxxx', [3, 3], [3, 2], 0],
    ['xxxxxxx', [3, 3], [3, 3], 1],
    ['xxhxx', [3, 3], [2, 3], 0],
    ['xxwxx', [2, 3], [2, 2], 0],
    ['xxwhx', [3, 3], [2, 2], 0],
    ['', [3], [0], 0],
    ['xx', [0, 2], [0, 2], 0]
  ] as const)(
    'should fill %s into %j',
    ([word, depths, lineCounts, overset]) => {
      const filled = fillLegs(toRows(word), depths)

      expect(filled.lineCounts).toEqual(lineCounts)
      expect(filled.overset.length).toBe(overset)
    }
  )

  test('should lose no row', () => {
    for (let count = 0; count < 60; count++) {
      for (let legs = 1; legs < 6; legs++) {
        const depths = Array.from({length: legs}, () => 7)
        const filled = fillLegs(toRows('x'.repeat(count)), depths)

        expect(filled.placed.length + filled.overset.length).toBe(count)
      }
    }
  })
})

describe('findDepth', () => {
  test('should find the least depth at which all rows fit', () => {
    for (const word of ['xxxxxxx', 'xxwhxxxwhxx', 'hxhxhx', 'xwxwxwx']) {
      for (let legs = 1; legs < 5; legs++) {
        const pictures = Array.from({length: legs}, (_, leg) =>
          leg === 0 ? 2 : 0
        )
        const depth = findDepth(toRows(word), pictures)
        const at = (lines: number): number =>
          fillLegs(
            toRows(word),
            pictures.map((picture) => lines - picture)
          ).overset.length

        expect(at(depth)).toBe(0)
        if (depth > 2) expect(at(depth - 1)).toBeGreaterThan(0)
      }
    }
  })
})
