// Legs: rows of a body poured into columns, one after the other.

import type {Row} from './row.ts'

/** A row at its place. */
export interface PlacedRow {
  row: Row
  legIndex: number
  /** Line of the leg it begins on, counted from the top of the leg's room. */
  lineIndex: number
}

/** Legs filled. */
export interface FilledLegs {
  placed: ReadonlyArray<PlacedRow>
  /** Rows that did not fit. */
  overset: ReadonlyArray<Row>
  /** Lines used in each leg. */
  lineCounts: ReadonlyArray<number>
}

/**
 * Fill legs of the given depths, in lines.
 *
 * White is not set at the top of a leg, and rows that keep with the next don't
 * stay alone at its foot.
 */
export function fillLegs(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): FilledLegs {
  const placed: Array<PlacedRow> = []
  const lineCounts = depths.map(() => 0)
  let legIndex = 0
  let index = 0

  while (index < rows.length && legIndex < depths.length) {
    const group = takeGroup(rows, index)
    const used = lineCounts[legIndex] ?? 0
    const room = (depths[legIndex] ?? 0) - used
    const set = used === 0 ? group.filter((row) => !row.isWhite) : group
    if (countLines(set) > room) {
      legIndex++
      // A group that no leg can hold is parted where it must be.
      if (legIndex < depths.length || used > 0 || set.length < 2) continue
      break
    }
    for (const row of set) {
      placed.push({row, legIndex, lineIndex: lineCounts[legIndex] ?? 0})
      lineCounts[legIndex] = (lineCounts[legIndex] ?? 0) + row.lineCount
    }
    index += group.length
  }

  return {
    placed,
    overset: rows.slice(index).filter((row) => !row.isWhite),
    lineCounts
  }
}

/** Take white, what keeps with the next, and the row that ends them. */
function takeGroup(rows: ReadonlyArray<Row>, from: number): Array<Row> {
  const group: Array<Row> = []
  for (let index = from; index < rows.length; index++) {
    const row = rows[index]
    if (!row) break
    group.push(row)
    if (!row.isWhite && !row.keepsWithNext) break
  }
  return group
}

/** Count the lines rows take. */
export function countLines(rows: ReadonlyArray<Row>): number {
  let count = 0
  for (const row of rows) count += row.lineCount
  return count
}

/** Find the least depth at which all rows fit, with pictures over the legs. */
export function findDepth(
  rows: ReadonlyArray<Row>,
  pictureLines: ReadonlyArray<number>
): number {
  let pictures = 0
  for (const lines of pictureLines) pictures += lines
  const least = Math.max(
    ...pictureLines,
    Math.ceil(
      (countLines(rows) - whiteLines(rows) + pictures) / pictureLines.length
    )
  )
  const most = least + countLines(rows) + 1
  for (let depth = Math.max(0, least); depth < most; depth++) {
    const depths = pictureLines.map((lines) => depth - lines)
    if (fillLegs(rows, depths).overset.length === 0) return depth
  }
  return most
}

/** White that may vanish at the tops of legs. */
function whiteLines(rows: ReadonlyArray<Row>): number {
  return countLines(rows.filter((row) => row.isWhite))
}
