// Rows for tests of legs, written as a word.

import type {Row} from '../../src/compose/row.ts'

/**
 * Rows from a word: `x` a line, `h` keeps with the next, `w` white, and a
 * digit is a paragraph of so many lines.
 */
export function toRows(word: string): Array<Row> {
  return [...word].flatMap((letter): Array<Row> => {
    const row: Row = {
      lineCount: 1,
      path: [],
      end: {blockIndex: 0, offset: 0},
      characterCount: 1,
      keepsWithNext: letter === 'h',
      isWhite: letter === 'w',
      isElastic: letter === 'w',
      paint: () => []
    }
    const count = Number(letter)
    if (!count) return [row]
    return Array.from({length: count}, (_, index) => ({
      ...row,
      line: {index, count}
    }))
  })
}
