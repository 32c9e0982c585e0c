// White: where copy is too little, white units stand for what is missing.

import type {LatticeRect} from '../model/plan.ts'
import {tabulateBlanks, toBlankUnit, type Blank} from './blank-unit.ts'
import type {ShapeTable} from './shape-table.ts'
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
    units: [...units, ...ranges.map(() => toBlankUnit('white'))],
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
  const blanks: Array<Blank> = []
  for (let columnCount = least; columnCount <= most; columnCount++) {
    const narrower = page.columnCount - columnCount
    for (let lineCount = 1; lineCount <= page.lineCount; lineCount++) {
      const cost = (lineCount * columnCount) / 12 + 2 * narrower
      blanks.push({columnCount, lineCount, cost})
    }
  }
  return tabulateBlanks(blanks, page.columnCount, 'none')
}
