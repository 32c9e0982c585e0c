// Order: every cut of a layout can be laid out in two orders (MAKEUP.md 3.6,
// stage B). The best of all is found by branch and bound: a part of the page
// that is already dearer than the best whole page is not looked at further.

import type {LatticeRect} from '../model/plan.ts'
import type {SlicingTree} from './layouts.ts'
import type {Pinwheel} from './list-pinwheels.ts'
import type {PageRules} from './page-rules.ts'
import {costOfHierarchy, costOfPair} from './pair-costs.ts'
import {costOfPlace} from './place-costs.ts'
import {isLead, type PlacedUnit} from './placed-unit.ts'
import type {ShapeTable} from './shape-table.ts'
import type {Unit} from './unit.ts'

/** What to lay out. */
export interface OrderRequest {
  /** Units that the indexes of the layouts' leaves mean. */
  units: ReadonlyArray<Unit>
  tables: ReadonlyArray<ShapeTable>
  /** Units that stand already. */
  fixed: ReadonlyArray<PlacedUnit>
  rules: PageRules
}

/** A node of a layout, ready to be placed. */
interface Node {
  columnCount: number
  lineCount: number
  isStack: boolean
  isOrdered: boolean
  holdsLead: boolean
  /** Part that is read first. */
  first?: Node
  second?: Node
  /** Blocks of a pinwheel, at places relative to its own. */
  blocks?: ReadonlyArray<{node: Node; area: LatticeRect}>
  /** What stands in the notch of a unit's L. */
  inner?: Node
  /** Leaf or L: the unit, to which a place is given. */
  one?: {unit: Unit; candidate: PlacedUnit['candidate']}
}

/** Orders looked at in a layout, at most. */
const mostSteps = 20_000

/**
 * Find the order of a layout that costs least; `undefined` where none costs
 * less than `limit` (without the costs of shapes).
 */
export function orderLayout(
  tree: Pinwheel | SlicingTree,
  area: LatticeRect,
  request: OrderRequest,
  limit: number
): ReadonlyArray<PlacedUnit> | undefined {
  const {fixed, rules} = request
  const leadCost = rules.weights.leadCorner
  const root = toNode(tree, request)
  const placed: Array<PlacedUnit> = []
  const pending: Array<{node: Node; area: LatticeRect}> = [{node: root, area}]
  const constant = sumConstant(root, fixed, rules)
  let best: ReadonlyArray<PlacedUnit> | undefined
  let bestCost = limit
  let stepCount = 0
  step(constant)
  return best

  function step(cost: number): void {
    if (cost >= bestCost || stepCount++ > mostSteps) return
    const next = pending.pop()
    if (!next) {
      best = [...placed]
      bestCost = cost
      return
    }
    const {node} = next
    if (node.first && node.second)
      branch(node, node.first, node.second, next.area, cost)
    else if (node.blocks) placeBlocks(node.blocks, next.area, cost)
    else if (node.one && node.inner) {
      pending.push({
        node: node.inner,
        area: toNotchArea(next.area, node.inner, node.one.candidate)
      })
      placeLeaf(node.one, next.area, cost)
      pending.pop()
    } else if (node.one) placeLeaf(node.one, next.area, cost)
    else step(cost)
    pending.push(next)
  }

  function placeBlocks(
    blocks: NonNullable<Node['blocks']>,
    place: LatticeRect,
    cost: number
  ): void {
    for (const block of blocks) {
      const columnIndex = place.columnIndex + block.area.columnIndex
      const lineIndex = place.lineIndex + block.area.lineIndex
      pending.push({
        node: block.node,
        area: {...block.area, columnIndex, lineIndex}
      })
    }
    step(cost)
    pending.length -= blocks.length
  }

  function placeLeaf(
    one: NonNullable<Node['one']>,
    place: LatticeRect,
    cost: number
  ): void {
    const now: PlacedUnit = {...one, area: place}
    let sum = cost + costOfPlace(now, rules)
    for (const other of fixed) sum += costOfPair(other, now, rules)
    for (const other of placed) {
      if (sum >= bestCost) return
      sum += costOfPair(other, now, rules)
    }
    placed.push(now)
    step(sum)
    placed.pop()
  }

  function branch(
    node: Node,
    first: Node,
    second: Node,
    place: LatticeRect,
    cost: number
  ): void {
    for (const isSwapped of [false, true]) {
      if (isSwapped && node.isOrdered) return
      const [before, after] = isSwapped ? [second, first] : [first, second]
      const [beforeArea, afterArea] = cutArea(place, before, node.isStack)
      // The lead that is not at its corner here will not come there.
      const misses =
        (before.holdsLead && !isAtLeadCell(beforeArea)) ||
        (after.holdsLead && !isAtLeadCell(afterArea))
      if (misses && cost + leadCost >= bestCost) continue
      pending.push({node: after, area: afterArea})
      pending.push({node: before, area: beforeArea})
      step(cost)
      pending.pop()
      pending.pop()
    }
  }

  function isAtLeadCell({
    columnCount,
    columnIndex,
    lineCount,
    lineIndex
  }: LatticeRect): boolean {
    const cell = rules.leadCell
    return (
      cell.columnIndex >= columnIndex &&
      cell.columnIndex < columnIndex + columnCount &&
      cell.lineIndex >= lineIndex &&
      cell.lineIndex < lineIndex + lineCount
    )
  }
}

function cutArea(
  area: LatticeRect,
  before: Node,
  isStack: boolean
): [LatticeRect, LatticeRect] {
  const {columnIndex, lineIndex} = area
  return isStack
    ? [
        {...area, lineCount: before.lineCount},
        {
          ...area,
          lineIndex: lineIndex + before.lineCount,
          lineCount: area.lineCount - before.lineCount
        }
      ]
    : [
        {...area, columnCount: before.columnCount},
        {
          ...area,
          columnIndex: columnIndex + before.columnCount,
          columnCount: area.columnCount - before.columnCount
        }
      ]
}

/** Find the rectangle of an L's notch. */
function toNotchArea(
  area: LatticeRect,
  {columnCount, lineCount}: Node,
  {shape}: PlacedUnit['candidate']
): LatticeRect {
  const isLeft = shape.notch?.side === 'left'
  return {
    columnCount,
    lineCount,
    columnIndex: isLeft
      ? area.columnIndex
      : area.columnIndex + area.columnCount - columnCount,
    lineIndex: area.lineIndex + area.lineCount - lineCount
  }
}

/** Costs that no order changes. */
function sumConstant(
  root: Node,
  fixed: ReadonlyArray<PlacedUnit>,
  rules: PageRules
): number {
  const all = [...fixed, ...listLeaves(root)]
  let sum = 0
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      sum += costOfHierarchy(one, other, rules)
    }
  }
  return sum
}

const nowhere = {columnIndex: 0, columnCount: 0, lineIndex: 0, lineCount: 0}

function* listLeaves(node: Node): Iterable<PlacedUnit> {
  if (node.one) yield {...node.one, area: nowhere}
  for (const block of node.blocks ?? []) yield* listLeaves(block.node)
  if (node.inner) yield* listLeaves(node.inner)
  if (node.first) yield* listLeaves(node.first)
  if (node.second) yield* listLeaves(node.second)
}

function toNode(tree: Pinwheel | SlicingTree, request: OrderRequest): Node {
  if (tree.type === 'pinwheel') return convertPinwheel(tree)
  return convert(tree).node

  function convertPinwheel({blocks, columnCount, lineCount}: Pinwheel): Node {
    return {
      columnCount,
      lineCount,
      isStack: false,
      isOrdered: true,
      holdsLead: true,
      blocks: blocks.map((block) => ({
        area: block.area,
        node: convert(block.tree).node
      }))
    }
  }

  function convert(part: SlicingTree): {node: Node; rank: number} {
    if (part.type !== 'cut') {
      const {columnCount, lineCount} = part
      const node: Node = {
        columnCount,
        lineCount,
        isStack: false,
        isOrdered: true,
        holdsLead: false
      }
      if (part.type === 'gap') return {node, rank: Infinity}
      const unit = request.units[part.index]
      if (part.type === 'dogleg') return convertDogleg(node, part, unit)
      const candidate =
        request.tables[part.index]?.[columnCount]?.get(lineCount)
      if (!unit || !candidate) {
        throw new TypeError(`Unexpected leaf \`${part.index}\` without a shape`)
      }
      node.one = {unit, candidate}
      node.holdsLead = isLead(unit)
      return {node, rank: unit.rank}
    }
    return convertCut(part)
  }

  function convertDogleg(
    node: Node,
    part: Extract<SlicingTree, {type: 'dogleg'}>,
    unit: Unit | undefined
  ): {node: Node; rank: number} {
    const {candidate} = part.shape
    if (!unit || !candidate) {
      throw new TypeError(`Unexpected L of \`${part.index}\` without a shape`)
    }
    const inner = convert(part.inner)
    node.one = {unit, candidate}
    node.inner = inner.node
    node.holdsLead = isLead(unit) || inner.node.holdsLead
    return {node, rank: Math.min(unit.rank, inner.rank)}
  }

  function convertCut(part: Extract<SlicingTree, {type: 'cut'}>): {
    node: Node
    rank: number
  } {
    const first = convert(part.first)
    const second = convert(part.second)
    const isStack = part.direction === 'stack'
    const isOrdered = part.isOrdered === true
    // The part with the story of most value is tried first where it is read
    // first: good pages are found early.
    const isSwapped = !isOrdered && second.rank < first.rank
    const [before, after] = isSwapped ? [second, first] : [first, second]
    const node: Node = {
      columnCount: isStack
        ? before.node.columnCount
        : before.node.columnCount + after.node.columnCount,
      lineCount: isStack
        ? before.node.lineCount + after.node.lineCount
        : before.node.lineCount,
      isStack,
      isOrdered,
      holdsLead: before.node.holdsLead || after.node.holdsLead,
      first: before.node,
      second: after.node
    }
    return {node, rank: Math.min(first.rank, second.rank)}
  }
}
