// White: where copy is too little, white units stand for what is missing.

import type {LatticeRect} from '../model/plan.ts'
import type {Candidate, ShapeTable} from './shape-table.ts'
import type {Unit} from './unit.ts'

/** Units with their tables. */
export interface TabledUnits {
  units: ReadonlyArray<Unit>
  tables: ReadonlyArray<ShapeTable>
}

/**
 * Form of the white: a strip of the page’s whole width; a strip and the rest of
 * the row over it, for copy that is not as wide; any rectangle.
 */
export type White = 'any' | 'corner' | 'strip'

/** Add what may stay white. */
export function addWhite(
  {tables, units}: TabledUnits,
  page: LatticeRect,
  white: White
): TabledUnits {
  const {columnCount} = page
  const ranges = {
    any: [{least: 1, most: columnCount}],
    corner: [
      {least: columnCount, most: columnCount},
      {least: 1, most: columnCount - 1}
    ],
    strip: [{least: columnCount, most: columnCount}]
  }[white]
  return {
    units: [...units, ...ranges.map(toWhiteUnit)],
    tables: [
      ...tables,
      ...ranges.map(({least, most}) => tabulateWhite(page, least, most))
    ]
  }
}

function tabulateWhite(
  page: LatticeRect,
  least: number,
  most: number
): ShapeTable {
  const table = Array.from(
    {length: page.columnCount + 1},
    () => new Map<number, Candidate>()
  )
  for (let width = least; width <= most; width++) {
    const narrower = page.columnCount - width
    for (let lineCount = 1; lineCount <= page.lineCount; lineCount++) {
      table[width]?.set(lineCount, toWhite(width, lineCount, narrower))
    }
  }
  return table
}

/** Make a unit of its own: two of them are told apart. */
function toWhiteUnit(): Unit {
  return {
    slug: '',
    part: 'whole',
    rank: 99,
    facts: {
      slug: '',
      kind: 'white',
      rank: 99,
      hasHeadline: false,
      headlineCharacterCount: 0,
      characterCount: 0,
      figures: [],
      isBoxed: false
    }
  }
}

function toWhite(
  columnCount: number,
  lineCount: number,
  narrower: number
): Candidate {
  return {
    lineCount,
    cost: (lineCount * columnCount) / 12 + 2 * narrower,
    shape: {
      columnCount,
      legCount: 1,
      headline: {sizeStep: 0, rowCount: 0},
      pictures: [],
      frame: 'none'
    },
    bodyLineCount: 0,
    oversetLineCount: 0,
    headlineSizePt: 0
  }
}
