// The shape table of gathered briefs: piles of equal width side by side, every
// pile as deep as the others. Each brief fills its place exactly, as any story
// does; over the piles is the heading, around them the frame.
//
// ```text
// ┌ heading ──────┐
// │ one   │ three │
// │ ───── │ ───── │
// │ two   │ four  │
// └───────────────┘
// ```

import type {StoryShape} from '../model/plan.ts'
import type {Rung} from './ladder.ts'
import {
  toShapeTable,
  type BlockMember,
  type Candidate,
  type Relaxation,
  type ShapeTable
} from './shape-table.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Lines over the first brief: frame, heading and white. */
const headingLineCount = 3

/** The same without a heading. */
const bareLineCount = 1

/** Lines under the last brief. */
const footLineCount = 1

/** Piles side by side, at most. */
const mostPiles = 4

/** Briefs over each other, with their price. */
interface Pile {
  cost: number
  candidates: ReadonlyArray<Candidate>
}

/** List every rectangle that gathered briefs can fill. */
export function toBlockTable(
  unit: Unit,
  request: PageRequest,
  rung: Rung,
  relaxation: Relaxation
): ShapeTable {
  const {columnCount, lineCount} = request.template.grid
  const members = unit.members ?? []
  const tables = members.map((member) =>
    toShapeTable({...member, isInBlock: true}, request, rung, relaxation)
  )
  const above = request.template.words.briefs ? headingLineCount : bareLineCount
  const around = above + footLineCount
  const table: Array<Map<number, Candidate>> = []

  for (let width = 0; width <= columnCount; width++) {
    const row = new Map<number, Candidate>()
    table.push(row)
    if (width === 0) continue
    if (unit.pin?.columnCount && unit.pin.columnCount !== width) continue
    for (let count = 1; count <= Math.min(mostPiles, members.length); count++) {
      if (width % count !== 0) continue
      for (const piles of listPiles(tables, width / count, count)) {
        addDepths(piles, row, {width, above, lineCount: lineCount - around})
      }
    }
    const {pin} = unit
    for (const depth of row.keys()) {
      if (pin?.lineCount && pin.lineCount !== depth) row.delete(depth)
    }
  }
  return table
}

/** List the ways to part briefs into piles, each with its depths. */
function listPiles(
  tables: ReadonlyArray<ShapeTable>,
  width: number,
  count: number
): Array<Array<Map<number, Pile>>> {
  if (count === 1) return [[toPile(tables, width)]]
  const found: Array<Array<Map<number, Pile>>> = []
  for (let first = 1; first <= tables.length - count + 1; first++) {
    const pile = toPile(tables.slice(0, first), width)
    if (pile.size === 0) continue
    for (const others of listPiles(tables.slice(first), width, count - 1)) {
      found.push([pile, ...others])
    }
  }
  return found
}

/** List the depths of briefs over each other, the cheapest of each. */
function toPile(
  tables: ReadonlyArray<ShapeTable>,
  width: number
): Map<number, Pile> {
  let depths = new Map<number, Pile>([[0, {cost: 0, candidates: []}]])
  for (const table of tables) {
    const next = new Map<number, Pile>()
    for (const [depth, {candidates, cost}] of depths) {
      for (const [lineCount, candidate] of table[width] ?? []) {
        const sum = cost + candidate.cost
        const rival = next.get(depth + lineCount)
        if (rival && rival.cost <= sum) continue
        next.set(depth + lineCount, {
          cost: sum,
          candidates: [...candidates, candidate]
        })
      }
    }
    depths = next
  }
  return depths
}

/** Add the depths that all piles have. */
function addDepths(
  piles: ReadonlyArray<Map<number, Pile>>,
  row: Map<number, Candidate>,
  {above, lineCount, width}: {above: number; lineCount: number; width: number}
): void {
  for (const depth of piles[0]?.keys() ?? []) {
    if (depth > lineCount) continue
    const set = piles.flatMap((pile) => pile.get(depth) ?? [])
    if (set.length < piles.length) continue
    let cost = 0
    for (const pile of set) cost += pile.cost
    const whole = depth + above + footLineCount
    const rival = row.get(whole)
    if (rival && rival.cost <= cost) continue
    row.set(whole, toCandidate(set, {above, cost, lineCount: whole, width}))
  }
}

function toCandidate(
  piles: ReadonlyArray<Pile>,
  block: {above: number; cost: number; lineCount: number; width: number}
): Candidate {
  const {above, cost, lineCount, width} = block
  const columnCount = width / piles.length
  const members: Array<BlockMember> = []
  let bodyLineCount = 0
  let oversetLineCount = 0

  for (const [index, {candidates}] of piles.entries()) {
    let lineIndex = 0
    for (const [rank, candidate] of candidates.entries()) {
      const aboveLineCount = rank === 0 ? above : 0
      const belowLineCount = rank === candidates.length - 1 ? footLineCount : 0
      const depth = candidate.lineCount + aboveLineCount + belowLineCount
      members.push({
        candidate: {
          ...candidate,
          shape: {...candidate.shape, block: {aboveLineCount, belowLineCount}}
        },
        area: {
          columnIndex: index * columnCount,
          columnCount,
          lineIndex,
          lineCount: depth
        }
      })
      lineIndex += depth
      bodyLineCount += candidate.bodyLineCount
      oversetLineCount = Math.max(oversetLineCount, candidate.oversetLineCount)
    }
  }
  const shape: StoryShape = {
    columnCount: width,
    legCount: piles.length,
    headline: {sizeStep: 0, rowCount: 0},
    pictures: [],
    frame: 'box'
  }
  return {
    lineCount,
    cost,
    shape,
    bodyLineCount,
    oversetLineCount,
    headlineSizePt: 0,
    members
  }
}
