// How the columns of a table share a width: each gets what its longest word
// needs, then what its longest cell would like; and how wide a table has to be
// at all.

import type {Table, TableCell} from 'mdast'
import {breakCopy, findStyle, type StoryRoom} from './story-room.ts'

/** Space at the sides of a cell, in em of its type. */
export const cellPaddingEm = 0.4

/** A cell longer than this is broken without regret, in em. */
const longCellEm = 16
/** What a cell of running text needs at the least, in em. */
const leastCellEm = 5

/** Share a width among columns, in points. */
export function shareTableWidth(
  table: Table,
  room: StoryRoom,
  widthPt: number
): Array<number> {
  const {sizePt} = findStyle(room, 'tableCell')
  const wishes = listWishes(table, room)
  const paddingEm = 2 * cellPaddingEm
  const roomEm = widthPt / sizePt - wishes.length * paddingEm
  const needs = wishes.map((wish) => Math.min(wish, leastCellEm))
  const needed = sum(needs)
  if (needed >= roomEm) {
    return shareFairly(needs, roomEm).map((em) => (em + paddingEm) * sizePt)
  }
  const wanted = sum(wishes) - needed
  const spare = roomEm - needed
  // What is left when all wishes are met goes to all columns alike.
  const share = wanted > 0 ? Math.min(1, spare / wanted) : 0
  const restEm = (spare - share * wanted) / wishes.length
  return wishes.map((wish, index) => {
    const need = needs[index] ?? 0
    return (need + share * (wish - need) + restEm + paddingEm) * sizePt
  })
}

/** Share too little among needs: the small ones are met, the others alike. */
function shareFairly(
  needs: ReadonlyArray<number>,
  roomEm: number
): Array<number> {
  const shares = needs.map(() => 0)
  const order = [...needs.keys()].sort(
    (a, b) => (needs[a] ?? 0) - (needs[b] ?? 0)
  )
  let left = roomEm
  for (const [rank, index] of order.entries()) {
    const share = Math.min(needs[index] ?? 0, left / (order.length - rank))
    shares[index] = share
    left -= share
  }
  return shares
}

/** Find the least width at which a table can be read, in points. */
export function findTableWidth(table: Table, room: StoryRoom): number {
  const {sizePt} = findStyle(room, 'tableCell')
  let widthEm = 0
  for (const wish of listWishes(table, room)) {
    widthEm += Math.min(wish, leastCellEm) + 2 * cellPaddingEm
  }
  return widthEm * sizePt
}

/** The width of the longest cell of each column, in em. */
function listWishes(table: Table, room: StoryRoom): Array<number> {
  const columnCount = Math.max(
    1,
    ...table.children.map((row) => row.children.length)
  )
  return Array.from({length: columnCount}, (_, index) =>
    Math.max(
      2,
      ...table.children.map((row, rowIndex) =>
        Math.min(longCellEm, measureCell(row.children[index], rowIndex, room))
      )
    )
  )
}

function measureCell(
  cell: TableCell | undefined,
  rowIndex: number,
  room: StoryRoom
): number {
  if (!cell) return 0
  const style = findStyle(room, rowIndex === 0 ? 'tableHeader' : 'tableCell')
  const text = breakCopy(room, cell.children, {
    style,
    measurePt: 1e5,
    blockId: '',
    align: 'left',
    firstIndentPt: 0
  })
  let em = 0
  for (const atom of text.atoms) {
    em += (atom.widthPt + atom.leadPt + atom.trailPt) / style.sizePt
  }
  for (const gapPt of text.lines[0]?.gapsPt ?? []) em += gapPt / style.sizePt
  return em
}

function sum(values: ReadonlyArray<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
