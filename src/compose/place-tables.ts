// Tables too wide for a leg stand across several, at their foot.

import type {Table} from 'mdast'
import type {BodyPoint} from '../model/plan.ts'
import {countLines} from './fit-legs.ts'
import {flowTable} from './flow-table.ts'
import type {LegRoom} from './leg-rooms.ts'
import type {Row} from './row.ts'
import {findTableWidth} from './share-table-width.ts'
import type {StoryRoom} from './story-room.ts'

/** A table across legs. */
export interface PlacedTable {
  blockIndex: number
  legIndex: number
  legCount: number
  rows: ReadonlyArray<Row>
  /** Lines with the white over it. */
  lineCount: number
}

/** Part of the body that is set. */
export interface TableRange {
  from?: BodyPoint
  to?: BodyPoint
}

/** Place the tables that no leg can hold; their lines are taken from legs. */
export function placeTables(
  room: StoryRoom,
  legs: ReadonlyArray<LegRoom>,
  range: TableRange
): Array<PlacedTable> {
  const body = room.story.children.find((part) => part.type === 'body')
  const placed: Array<PlacedTable> = []
  for (const [blockIndex, block] of (body?.children ?? []).entries()) {
    if (block.type !== 'table' || !isIn(blockIndex, range)) continue
    const legCount = countLegs(block, room, legs)
    if (legCount < 2) continue
    const legIndex = findFirstLeg(legs, legCount)
    const under = legs.slice(legIndex, legIndex + legCount)
    const id = `${room.story.slug}/body/${blockIndex}`
    const widthPt = measureLegs(under)
    const rows = flowTable(block, id, blockIndex, room, widthPt)
    const lineCount = countLines(rows) + 1
    for (const leg of under) leg.footLineCount += lineCount
    placed.push({blockIndex, legIndex, legCount, rows, lineCount})
  }
  return placed
}

function isIn(blockIndex: number, {from, to}: TableRange): boolean {
  if (from && blockIndex < from.blockIndex) return false
  return !to || blockIndex < to.blockIndex
}

/** Count the legs a table needs; `1` stays in its leg. */
function countLegs(
  table: Table,
  room: StoryRoom,
  legs: ReadonlyArray<LegRoom>
): number {
  const neededPt = findTableWidth(table, room)
  for (let count = 1; count < legs.length; count++) {
    if (neededPt <= measureLegs(legs.slice(0, count))) return count
  }
  return legs.length
}

/** The last legs, but not beside a notch. */
function findFirstLeg(legs: ReadonlyArray<LegRoom>, legCount: number): number {
  for (let first = legs.length - legCount; first > 0; first--) {
    const under = legs.slice(first, first + legCount)
    const [one] = under
    if (under.every((leg) => leg.footLineCount === one?.footLineCount)) {
      return first
    }
  }
  return 0
}

function measureLegs(legs: ReadonlyArray<LegRoom>): number {
  const first = legs.at(0)
  const last = legs.at(-1)
  return first && last ? last.leftPt + last.measurePt - first.leftPt : 0
}
