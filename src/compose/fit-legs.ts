// How deep legs must be for rows to fit, whatever it looks like: as many rows
// in each leg as it holds. Make-up asks this many thousand times.

import type {Row} from './row.ts'

/** Tell how many rows fit legs of the given depths, in lines. */
export function countFitting(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): number {
  let index = 0
  for (const depth of depths) {
    index = findLegEnd(rows, index, depth)
    if (index === rows.length) break
  }
  return index
}

/**
 * Find the row after the last one that fits a leg which begins with row
 * `from`. White is not set at the top of a leg, and rows that keep with the
 * next don't stay at its foot.
 */
export function findLegEnd(
  rows: ReadonlyArray<Row>,
  from: number,
  depth: number
): number {
  let used = 0
  let end = from
  for (let index = from; index < rows.length; index++) {
    const row = rows[index]
    if (!row) break
    if (used > 0 || !row.isWhite) used += row.lineCount
    if (used > depth) break
    if (!row.isWhite && !row.keepsWithNext) end = index + 1
  }
  return isWhiteFrom(rows, end) ? rows.length : end
}

/** White at the end of the copy takes nothing. */
function isWhiteFrom(rows: ReadonlyArray<Row>, from: number): boolean {
  for (let index = from; index < rows.length; index++) {
    if (!rows[index]?.isWhite) return false
  }
  return true
}

/** Find the least depth at which all rows fit, with lines taken from legs. */
export function findDepth(
  rows: ReadonlyArray<Row>,
  takenLines: ReadonlyArray<number>
): number {
  let taken = 0
  for (const lines of takenLines) taken += lines
  const total = countLines(rows)
  const least = Math.max(
    0,
    ...takenLines,
    Math.ceil((total - countWhite(rows) + taken) / takenLines.length)
  )
  const most = least + total + 1
  for (let depth = least; depth < most; depth++) {
    const depths = takenLines.map((lines) => depth - lines)
    if (countFitting(rows, depths) === rows.length) return depth
  }
  return most
}

/** Count the lines rows take. */
export function countLines(rows: ReadonlyArray<Row>): number {
  let count = 0
  for (const row of rows) count += row.lineCount
  return count
}

/** White that may vanish at the tops of legs. */
function countWhite(rows: ReadonlyArray<Row>): number {
  return countLines(rows.filter((row) => row.isWhite))
}
