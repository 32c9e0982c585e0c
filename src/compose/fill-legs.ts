// Legs: rows of a body poured into columns, one after the other.
//
// Where a leg ends is chosen for all legs together: no crosshead at a foot, no
// single line of a paragraph at a top or a foot where another way is as deep,
// and all legs filled but the last. A leg that ends early is filled by adding
// lines to its white, around crossheads and pictures.

import {countFitting, findLegEnd} from './fit-legs.ts'
import type {Row} from './row.ts'

/** A row at its place. */
export interface PlacedRow {
  row: Row
  legIndex: number
  /**
   * Line of the leg it begins on, counted from the top of the leg's room; a
   * half where a line was added around it.
   */
  lineIndex: number
}

/** Legs filled. */
export interface FilledLegs {
  placed: ReadonlyArray<PlacedRow>
  /** Rows that did not fit. */
  overset: ReadonlyArray<Row>
  /** Lines used in each leg. */
  lineCounts: ReadonlyArray<number>
  /** What the breaks cost: `0` where nothing is to be wished. */
  cost: number
}

/**
 * Costs of where a leg ends. A widow is the last line of a paragraph alone at
 * the top of a leg, an orphan the first alone at a foot.
 */
export const breakCosts = {
  widow: 4,
  orphan: 2,
  /** An orphan under its crosshead. */
  orphanUnderHead: 1,
  /** A blank line at the foot; two cost four times as much. */
  blankLine: 1,
  /** A line added to white. */
  addedLine: 0.4
} as const

/** Most lines a leg may end early for the sake of its break. */
const mostBlankLines = 3

/** Fill legs of the given depths, in lines; what is over is left over. */
export function fillLegs(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): FilledLegs {
  const {cost, ends, levelled} = findLegEnds(rows, depths)
  const placed: Array<PlacedRow> = []
  const lineCounts: Array<number> = []
  let from = 0
  for (const [legIndex, depth] of levelled.entries()) {
    const end = ends[legIndex] ?? from
    const isLast = end === rows.length
    const leg = placeLeg(rows.slice(from, end), legIndex, isLast ? 0 : depth)
    placed.push(...leg.placed)
    lineCounts.push(leg.lineCount)
    from = end
  }
  return {
    placed,
    overset: rows.slice(from).filter((row) => !row.isWhite),
    lineCounts,
    cost
  }
}

/** Where legs end. */
export interface LegEnds {
  /** The row after the last one of each leg. */
  ends: ReadonlyArray<number>
  /** Lines of each leg, without the white that all of them have. */
  levelled: ReadonlyArray<number>
  cost: number
}

/** Find the best places to end legs of the given depths, in lines. */
export function findLegEnds(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): LegEnds {
  const levelled = level(rows, depths)
  const found = findBreaks(rows, levelled)
  return {
    ends: found?.ends ?? fillGreedily(rows, levelled),
    levelled,
    cost: found?.cost ?? 0
  }
}

/** Equal legs: white that all of them have is left under all of them. */
function level(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): ReadonlyArray<number> {
  let levelled = depths
  while (levelled.some((depth) => depth > 0)) {
    const less = levelled.map((depth) => depth - 1)
    if (countFitting(rows, less) < rows.length) break
    levelled = less
  }
  return levelled
}

/** End every leg where it is fullest. */
export function fillGreedily(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): Array<number> {
  let from = 0
  return depths.map((depth) => {
    from = findLegEnd(rows, from, depth)
    return from
  })
}

/** The best way to have filled some legs with the rows before `end`. */
interface Way {
  end: number
  cost: number
  before?: Way
}

/** Choose the ends of all legs; `undefined` where the rows don't fit. */
function findBreaks(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): {ends: Array<number>; cost: number} | undefined {
  let ways = new Map<number, Way>([[0, {end: 0, cost: 0}]])
  for (const depth of depths) {
    const next = new Map<number, Way>()
    for (const way of ways.values()) {
      for (const end of listEnds(rows, way.end, depth)) {
        const cost = way.cost + costOfLeg(rows, way.end, end, depth)
        const known = next.get(end)
        if (!known || cost < known.cost - 1e-9) {
          next.set(end, {end, cost, before: way})
        }
      }
    }
    ways = next
  }

  const last = ways.get(rows.length)
  if (!last) return undefined
  const ends: Array<number> = []
  for (let way: Way | undefined = last; way?.before; way = way.before) {
    ends.unshift(way.end)
  }
  return {ends, cost: last.cost}
}

/** List where a leg that begins with row `from` may end, fullest first. */
function listEnds(
  rows: ReadonlyArray<Row>,
  from: number,
  depth: number
): Array<number> {
  const most = findLegEnd(rows, from, depth)
  const ends = [most]
  if (most === rows.length) return ends
  let lines = 0
  for (let index = most - 1; index > from; index--) {
    const row = rows[index]
    const before = rows[index - 1]
    lines += row?.lineCount ?? 0
    if (lines > mostBlankLines) break
    if (before && !before.keepsWithNext && !before.isWhite) ends.push(index)
  }
  return ends
}

function costOfLeg(
  rows: ReadonlyArray<Row>,
  from: number,
  end: number,
  depth: number
): number {
  if (end === rows.length || depth <= 0) return 0
  let used = 0
  let elastic = 0
  const [first, last] = findType(rows, from, end)
  for (let index = first; index < last; index++) {
    const row = rows[index]
    used += row?.lineCount ?? 0
    if (index > first && row?.isElastic) elastic++
  }
  const blank = Math.max(0, depth - used)
  const added = Math.min(blank, elastic)
  const left = blank - added
  return (
    added * breakCosts.addedLine +
    left * left * breakCosts.blankLine +
    costOfBreak(rows, end)
  )
}

/** Cost of ending a leg before a row. */
export function costOfBreak(rows: ReadonlyArray<Row>, end: number): number {
  const {isOrphan, isUnderHead, isWidow} = findSingles(rows, end)
  return (
    (isWidow ? breakCosts.widow : 0) +
    (isOrphan ? breakCosts.orphan : 0) +
    (isUnderHead ? breakCosts.orphanUnderHead : 0)
  )
}

/** Single lines where a leg ends. */
export interface Singles {
  isWidow: boolean
  isOrphan: boolean
  /** Whether it is an orphan under its crosshead. */
  isUnderHead: boolean
}

/** Find the single lines of ending a leg before a row. */
export function findSingles(rows: ReadonlyArray<Row>, end: number): Singles {
  const before = rows[end - 1]?.line
  const after = rows[end]?.line
  const isParted =
    before !== undefined &&
    after !== undefined &&
    after.index === before.index + 1
  const isOrphan = isParted && before.index === 0
  return {
    isWidow: isParted && after.index === after.count - 1,
    isOrphan,
    isUnderHead: isOrphan && rows[end - 2]?.keepsWithNext === true
  }
}

/** Place the rows of a leg; where they don't fill it, white is added. */
function placeLeg(
  rows: ReadonlyArray<Row>,
  legIndex: number,
  depth: number
): {placed: Array<PlacedRow>; lineCount: number} {
  const leg = trimWhite(rows)
  let used = 0
  let elastic = 0
  for (const [index, row] of leg.entries()) {
    used += row.lineCount
    if (index > 0 && row.isElastic) elastic++
  }
  let toAdd = Math.max(0, Math.min(depth - used, elastic))
  let lineIndex = 0
  const placed: Array<PlacedRow> = []
  for (const [index, row] of leg.entries()) {
    const adds = toAdd > 0 && index > 0 && row.isElastic === true
    placed.push({row, legIndex, lineIndex: lineIndex + (adds ? 0.5 : 0)})
    lineIndex += row.lineCount + (adds ? 1 : 0)
    if (adds) toAdd--
  }
  return {placed, lineCount: lineIndex}
}

/** White at the top of a leg, and at its foot, is not set. */
function trimWhite(rows: ReadonlyArray<Row>): ReadonlyArray<Row> {
  return rows.slice(...findType(rows, 0, rows.length))
}

function findType(
  rows: ReadonlyArray<Row>,
  from: number,
  to: number
): [from: number, to: number] {
  let start = from
  let end = to
  while (start < end && rows[start]?.isWhite) start++
  while (end > start && rows[end - 1]?.isWhite) end--
  return [start, end]
}
