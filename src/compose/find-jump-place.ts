// How far the copy of a start comes in its legs: the last good place to jump
// from.

import type {JumpPlace} from '../model/plan.ts'
import {countFitting} from './fit-legs.ts'
import type {Row} from './row.ts'

/** Lines the words `continued on page …` take at the end of a start. */
const jumpLineCount = 1

/**
 * Find the last good place to jump from in legs of the given depths, in lines.
 * Pictures may take whole legs: the jump line stands in the last with room.
 */
export function findJumpPlace(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): JumpPlace {
  const last = depths.findLastIndex((depth) => depth >= jumpLineCount)
  const end = countFitting(
    rows,
    depths.map((depth, leg) => depth - (leg === last ? jumpLineCount : 0))
  )
  let place: JumpPlace = {to: {blockIndex: 0, offset: 0}, lineCount: 0}
  let lineCount = 0
  for (const [index, row] of rows.entries()) {
    if (index === end) break
    lineCount += row.lineCount
    // A crosshead or an unfinished table is no place to leave off, nor is a
    // single line of a paragraph one to leave or to carry over.
    if (!row.keepsWithNext && !row.isWhite && !partsSingle(row)) {
      place = {to: row.end, lineCount}
    }
  }
  return place
}

/** Whether to leave off after this row parts one line from its paragraph. */
function partsSingle({line}: Row): boolean {
  if (!line || line.count < 2) return false
  return line.index === 0 || line.index === line.count - 2
}
