import {describe, expect, test} from 'vitest'
import type {Row} from '../../src/compose/row.ts'
import {tuneLegs} from '../../src/compose/tune-legs.ts'

/** Rows of paragraphs of so many lines. */
function toRows(counts: ReadonlyArray<number>): Array<Row> {
  return counts.flatMap((count, blockIndex) =>
    Array.from({length: count}, (_, index) => ({
      lineCount: 1,
      path: [{role: 'paragraph', id: String(blockIndex)}],
      end: {blockIndex, offset: index},
      characterCount: 1,
      keepsWithNext: false,
      isWhite: false,
      line: {index, count},
      paint: () => []
    }))
  )
}

function tune(
  counts: ReadonlyArray<number>,
  depths: ReadonlyArray<number>,
  others: ReadonlyArray<readonly [number, number, number]>
): ReadonlyArray<number> {
  const {filled, rows} = tuneLegs({
    rows: toRows(counts),
    depths,
    listParagraphs: () =>
      others.map(([index, lineCount, cost]) => ({
        id: String(index),
        lineCount: counts[index] ?? 0,
        others: [{lineCount, cost}]
      })),
    reflow: (changed) =>
      toRows(counts.map((count, index) => changed.get(String(index)) ?? count))
  })
  expect(filled.placed.length + filled.overset.length).toBe(rows.length)
  return counts.map((_, index) => {
    const lines = rows.filter(({end}) => end.blockIndex === index)
    return lines.length
  })
}

describe('tuneLegs', () => {
  test.for([
    // Lines of paragraphs, depths, what can be had; lines set.
    // A widow that nothing else helps: the first paragraph gets shorter.
    [[4, 5], [8, 1], [[0, 3, 2]], [3, 5]],
    // … but not at any price.
    [[4, 5], [8, 1], [[0, 3, 20]], [4, 5]],
    // The cheaper of two.
    [
      [4, 5],
      [8, 1],
      [
        [0, 3, 3],
        [1, 4, 2]
      ],
      [4, 4]
    ],
    // Nothing is to be bettered: nothing is changed.
    [[4, 4], [4, 4], [[0, 3, 0]], [4, 4]],
    // What does not fit is not taken.
    [[4, 5], [8, 1], [[0, 5, 0]], [4, 5]]
  ] as const)('should set %j in %j', ([counts, depths, others, set]) => {
    expect(tune(counts, depths, others)).toEqual(set)
  })
})

describe('pull quotes', () => {
  const quote: Row = {
    lineCount: 2,
    path: [{role: 'pullQuote', id: 'quote'}],
    end: {blockIndex: 9, offset: 0},
    characterCount: 0,
    keepsWithNext: false,
    isWhite: false,
    isMovable: true,
    paint: () => []
  }
  // A single line of the second paragraph is at the first leg's foot.
  const rows = toRows([5, 5, 3]).toSpliced(5, 0, quote)
  const request = {
    rows,
    depths: [8, 7],
    listParagraphs: () => [],
    reflow: () => rows
  }

  test('should stand a paragraph later where that betters a break', () => {
    const {filled} = tuneLegs({...request, canMove: true})
    const order = filled.placed.map(({row}) => row.path[0]?.id).join('')

    expect(filled.cost).toBe(0)
    expect(filled.overset).toEqual([])
    expect(order).toBe('0000011111quote222')
  })

  test('should stay where a jump parts the copy, or nothing is better', () => {
    expect(tuneLegs(request).rows).toBe(rows)
    const good = toRows([4, 5, 3]).toSpliced(4, 0, quote)
    const kept = tuneLegs({...request, rows: good, canMove: true})
    expect(kept.rows).toBe(good)
  })
})
