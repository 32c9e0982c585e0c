// Rows that may stand elsewhere: a pull quote is no part of the sentence it
// interrupts, so it can go a paragraph or two up or down the story.

import type {Row} from './row.ts'

/** Put rows in another order. */
export type Move = (rows: ReadonlyArray<Row>) => ReadonlyArray<Row>

/** Paragraphs that a row goes past at most. */
const farthest = 2

/** List the moves there are: each takes one row past some paragraphs. */
export function listMoves(rows: ReadonlyArray<Row>): Array<Move> {
  return rows
    .filter((row) => row.isMovable)
    .flatMap(({end}) => {
      const moves: Array<Move> = []
      for (let shift = -farthest; shift <= farthest; shift++) {
        if (shift === 0) continue
        moves.push((now) => moveRow(now, end.blockIndex, shift))
      }
      return moves
    })
}

function moveRow(
  rows: ReadonlyArray<Row>,
  blockIndex: number,
  shift: number
): ReadonlyArray<Row> {
  const at = rows.findIndex(
    (row) => row.isMovable === true && row.end.blockIndex === blockIndex
  )
  const moved = rows[at]
  if (!moved) return rows
  const others = rows.toSpliced(at, 1)
  const place = findPlace(others, at, shift)
  const before = others[place - 1]
  if (place === at || !before) return rows
  // The copy is left off where it was before: the place is that of its
  // neighbour.
  return others.toSpliced(place, 0, {...moved, end: before.end})
}

/** Find the beginning of a paragraph, so many of them away. */
function findPlace(
  rows: ReadonlyArray<Row>,
  from: number,
  shift: number
): number {
  const step = Math.sign(shift)
  let left = Math.abs(shift)
  for (let at = from + step; at > 0 && at < rows.length; at += step) {
    if (!isBetween(rows, at)) continue
    left--
    if (left === 0) return at
  }
  return from
}

/** Tell whether a row begins a paragraph after another one, or after white. */
function isBetween(rows: ReadonlyArray<Row>, at: number): boolean {
  const before = rows[at - 1]
  const after = rows[at]
  return (
    before?.line !== undefined &&
    !before.keepsWithNext &&
    before.line.index === before.line.count - 1 &&
    after?.line?.index === 0 &&
    before.path[0]?.role === 'paragraph' &&
    after.path[0]?.role === 'paragraph'
  )
}
