import {describe, expect, test} from 'vitest'
import {breakCosts, costOfBreak, fillLegs} from '../../src/compose/fill-legs.ts'
import {countFitting, findDepth} from '../../src/compose/fit-legs.ts'
import type {Row} from '../../src/compose/row.ts'
import {toRows} from './word-rows.ts'

describe('fillLegs', () => {
  test.for([
    // Rows, depths; lines in each leg, rows overset.
    ['xxxxxx', [3, 3], [3, 3], 0],
    ['xxxxx', [3, 3], [3, 2], 0],
    ['xxxxxxx', [3, 3], [3, 3], 1],
    ['xxhxx', [3, 3], [2, 3], 0],
    ['xxwxx', [2, 3], [2, 2], 0],
    ['', [3], [0], 0],
    ['xx', [0, 2], [0, 2], 0],
    // White that all legs have is left under all of them.
    ['xxxxxx', [5, 5], [3, 3], 0],
    ['xxxxx', [9, 9, 9], [2, 2, 1], 0],
    // A leg that ends early is filled by its white.
    ['xxwxhxx', [5, 3], [5, 3], 0],
    // A widow: the paragraph's line before it comes along.
    ['x46', [4, 8], [3, 8], 0],
    // An orphan goes over to the next leg.
    ['xxxx3xx', [5, 5], [4, 5], 0],
    // An orphan that can't be helped: there is no line to spare.
    ['xxxx3xxx', [5, 5], [5, 5], 0]
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

  test('should break as well as the best of all ways to break', () => {
    const words = listWords(['2', '3', '4', 'x', 'wh'], 4)
    let widowCount = 0

    for (const word of words) {
      const rows = toRows(`${word}x`)
      for (const legs of [2, 3]) {
        const depth = findDepth(rows, Array<number>(legs).fill(0))
        for (const spare of [0, 1]) {
          const depths = Array<number>(legs).fill(depth)
          // The last leg alone has a line to spare: legs are not levelled.
          depths[legs - 1] = depth + spare
          const filled = fillLegs(rows, depths)
          const best = findBest(rows, depths)

          expect([word, depths, filled.cost]).toEqual([word, depths, best])
          if (best >= breakCosts.widow) widowCount++
        }
      }
    }
    // Some can't be helped.
    expect(widowCount).toBeGreaterThan(0)
  })

  test('should leave no single line where a blank line or two avoid it', () => {
    for (const word of listWords(['3', '4', '5', 'x'], 5)) {
      const rows = toRows(word)
      const depth = Math.ceil(rows.length / 2) + 1
      const {lineCounts, overset} = fillLegs(rows, [depth, depth + 1])
      const end = lineCounts[0] ?? 0
      const others = [end, end - 1].filter((at) => at > 1)

      expect(overset).toEqual([])
      if (others.some((at) => costOfBreak(rows, at) === 0 && at >= depth - 1)) {
        expect([word, costOfBreak(rows, end)]).toEqual([word, 0])
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

/** All words of so many of the given parts. */
function listWords(parts: ReadonlyArray<string>, count: number): Array<string> {
  if (count === 0) return ['']
  return listWords(parts, count - 1).flatMap((word) =>
    parts.map((part) => part + word)
  )
}

/** The cost of the best way to break, found by trying them all. */
function findBest(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): number {
  const levelled = [...depths]
  for (;;) {
    const less = levelled.map((depth) => depth - 1)
    if (countFitting(rows, less) < rows.length) break
    levelled.splice(0, levelled.length, ...less)
  }
  return search(0, 0)

  function search(from: number, leg: number): number {
    if (from === rows.length) return 0
    const depth = levelled[leg]
    if (depth === undefined) return Infinity
    let best = Infinity
    for (let end = from; end <= rows.length; end++) {
      const before = rows[end - 1]
      if (end > from && (before?.keepsWithNext || before?.isWhite)) continue
      let first = from
      while (first < end && rows[first]?.isWhite) first++
      const blank = depth - (end - first)
      if (blank < 0) break
      const elastic = rows
        .slice(first + 1, end)
        .filter((row) => row.isElastic).length
      const added = Math.min(blank, elastic)
      const cost =
        end === rows.length
          ? 0
          : added * breakCosts.addedLine +
            (blank - added) ** 2 * breakCosts.blankLine +
            costOfBreak(rows, end)
      best = Math.min(best, cost + search(end, leg + 1))
    }
    return best
  }
}
