// White: where copy is far too little, a white unit stands for what is missing.

import type {LatticeRect} from '../model/plan.ts'
import type {Candidate, ShapeTable} from './shape-table.ts'
import type {Unit} from './unit.ts'

/** Units with their tables. */
export interface TabledUnits {
  units: ReadonlyArray<Unit>
  tables: ReadonlyArray<ShapeTable>
}

/** Add a white unit if all units together are too small for what is free. */
export function addWhite(
  {tables, units}: TabledUnits,
  page: LatticeRect,
  taken: ReadonlyArray<LatticeRect>
): TabledUnits {
  let free = page.columnCount * page.lineCount
  for (const area of taken) free -= area.columnCount * area.lineCount
  for (const table of tables) free -= mostCells(table)
  if (free <= 0) return {units, tables}

  const white = Array.from(
    {length: page.columnCount + 1},
    () => new Map<number, Candidate>()
  )
  const leastWidth = taken.length === 0 ? page.columnCount : 1
  for (let width = leastWidth; width <= page.columnCount; width++) {
    for (let lineCount = 1; lineCount <= page.lineCount; lineCount++) {
      white[width]?.set(lineCount, toWhite(width, lineCount))
    }
  }
  return {units: [...units, whiteUnit], tables: [...tables, white]}
}

const whiteUnit: Unit = {
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

function toWhite(columnCount: number, lineCount: number): Candidate {
  return {
    lineCount,
    cost: (lineCount * columnCount) / 8,
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

function mostCells(table: ShapeTable): number {
  let most = 0
  for (const [width, row] of table.entries()) {
    for (const depth of row.keys()) most = Math.max(most, width * depth)
  }
  return most
}
