// A unit without copy: white, or a filler nobody has filed yet.

import type {StoryShape} from '../model/plan.ts'
import type {Candidate, ShapeTable} from './shape-table.ts'
import type {Unit} from './unit.ts'

/** What a unit without copy stands for. */
export type BlankKind = 'filler' | 'white'

/** A rectangle without copy, and what it costs. */
export interface Blank {
  columnCount: number
  lineCount: number
  cost: number
}

/** Make a unit of its own: two of them are told apart. */
export function toBlankUnit(kind: BlankKind): Unit {
  return {
    slug: '',
    part: 'whole',
    rank: 99,
    facts: {
      slug: '',
      kind,
      rank: 99,
      hasHeadline: false,
      headlineCharacterCount: 0,
      characterCount: 0,
      figures: [],
      isBoxed: kind === 'filler'
    }
  }
}

/** Table rectangles without copy. */
export function tabulateBlanks(
  blanks: ReadonlyArray<Blank>,
  mostColumns: number,
  frame: StoryShape['frame']
): ShapeTable {
  const table = Array.from(
    {length: mostColumns + 1},
    () => new Map<number, Candidate>()
  )
  for (const {columnCount, cost, lineCount} of blanks) {
    table[columnCount]?.set(lineCount, {
      lineCount,
      cost,
      shape: {
        columnCount,
        legCount: 1,
        headline: {sizeStep: 0, rowCount: 0},
        pictures: [],
        frame
      },
      bodyLineCount: 0,
      oversetLineCount: 0,
      headlineSizePt: 0
    })
  }
  return table
}
