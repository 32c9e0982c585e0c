// Blocks: more stories than one tiling can take are shared among blocks. Each
// block is tiled for every rectangle it can fill, and then the blocks are tiled
// as if they were stories (MAKEUP.md 3.6, scale-up).

import type {LatticeRect} from '../model/plan.ts'
import type {Board} from './board.ts'
import {mayFollow, toCornerBits, type Corner} from './corner.ts'
import {listLayouts, type Layout, type SlicingTree} from './layouts.ts'
import {tileAround} from './tile-around.ts'
import {findTiling} from './find-tiling.ts'
import {listShares, type ShareRequest} from './share-blocks.ts'
import type {CostTable} from './tile-bounds.ts'
import {openTiler} from './tile.ts'
import type {Tiling} from './tiling.ts'

/** A block at its place, with layouts of its stories, cheapest first. */
export interface FilledBlock {
  area: LatticeRect
  layouts: Iterable<Layout>
}

/** Ways to share, tried in this order: stories of a block, its excess. */
const attempts = [
  {size: 8, excess: 4},
  {size: 8, excess: 10},
  {size: 7, excess: 10},
  {size: 6, excess: 20},
  {size: 10, excess: 4},
  {size: 10, excess: 10}
]

/** The same around obstacles: they ask for more and smaller blocks. */
const attemptsAround = [
  {size: 8, excess: 6},
  {size: 6, excess: 12},
  {size: 4, excess: 20},
  {size: 3, excess: 30},
  {size: 2.4, excess: 14},
  {size: 2, excess: 14}
]

/** Layouts of a block that are looked at. */
const mostLayouts = 60

/** Stories of one block. */
interface Block {
  /** Those with a corner first, as tilers want them. */
  indexes: ReadonlyArray<number>
  /** Corners of the page that its stories must stand at. */
  corners: ReadonlyArray<Corner>
  tiling: Tiling
}

/**
 * Fill a board by blocks of stories. Corners and groups that can’t be had are
 * let go, rather than the page.
 */
export function fillBlocks(
  request: ShareRequest,
  board: Board
): Array<FilledBlock> | undefined {
  const {before, corners, groups, tables} = request
  const hasCorners = corners.some(Boolean) && board.obstacles.length === 0
  const wishes: Array<ShareRequest> = [
    {before, tables, groups, corners: hasCorners ? corners : []}
  ]
  if (groups.length > 0 && hasCorners) {
    wishes.push({before, tables, groups: [], corners})
  }
  if (groups.length > 0 || hasCorners) {
    wishes.push({before, tables, groups: [], corners: []})
  }
  for (const some of wishes) {
    const found = tryBlocks(some, board)
    if (found) return found
  }
  return undefined
}

function tryBlocks(
  request: ShareRequest,
  board: Board
): Array<FilledBlock> | undefined {
  const {obstacles} = board
  const isAround = obstacles.length > 0
  // As many as have a corner, so that none has to have two of them.
  const corners = request.corners.filter(Boolean)
  const fewest = Math.max(isAround ? 2 : 1, corners.length)
  const tried = new Set<string>()
  for (const {excess, size} of isAround ? attemptsAround : attempts) {
    const count = Math.max(Math.ceil(request.tables.length / size), fewest)
    for (const share of listShares(request, count)) {
      // Few stories are shared alike in several ways.
      const key = `${excess} ${JSON.stringify(share)}`
      if (tried.has(key)) continue
      tried.add(key)
      const blocks = share.map((indexes) =>
        toBlock(indexes, request, board, excess)
      )
      // Tilers want those with corners first.
      blocks.sort(
        (a, b) => Number(!a.corners.length) - Number(!b.corners.length)
      )
      const tree = tileBlocks(blocks, board)
      if (tree) return place(tree, board.area, blocks, request.before)
    }
  }
  return undefined
}

/** Tile a block, its own corners where it has those of the page. */
function toBlock(
  indexes: ReadonlyArray<number>,
  {corners, groups, tables}: ShareRequest,
  {area}: Board,
  excess: number
): Block {
  const pinned = indexes.filter((index) => corners[index])
  const others = indexes.filter((index) => !corners[index])
  const order = [...pinned, ...others]
  const own = pinned.flatMap((index) => corners[index] ?? [])
  const tiling = openTiler({
    columnCount: area.columnCount,
    lineCount: area.lineCount,
    tables: order.map((index) => tables[index] ?? []),
    groups: groups
      .filter((group) => group.every((index) => order.includes(index)))
      .map((group) => toBits(group.map((index) => order.indexOf(index))))
      // A block that is one group needs no rectangle for it.
      .filter((bits) => bits !== (1 << order.length) - 1),
    ...(own.length > 0 ? {corners: own} : {})
  }).tile(excess)
  return {indexes: order, corners: own, tiling}
}

function toBits(indexes: ReadonlyArray<number>): number {
  let bits = 0
  for (const index of indexes) bits |= 1 << index
  return bits
}

/** Tile the blocks as if each were a story. */
function tileBlocks(
  blocks: ReadonlyArray<Block>,
  {area, cellCount, obstacles}: Board
): SlicingTree | undefined {
  const {columnCount, lineCount} = area
  const tables = blocks.map(({tiling}) => toTable(tiling))
  const corners = blocks.map((block) => block.corners)
  if (tables.some((table) => table.every((row) => row.size === 0))) {
    return undefined
  }
  const set = (1 << tables.length) - 1
  let best: Layout | undefined
  findTiling(
    {columnCount, lineCount, tables, cellCount, corners},
    {
      margin: 0,
      ...(obstacles.length > 0 ? {mostExcess: 80} : {}),
      excessOf(tiling, tiler, budget) {
        const request = {tiler, tiling, set, area, obstacles, budget}
        const found =
          obstacles.length > 0
            ? tileAround({...request, anchors: []}, 1)
            : listLayouts(tiling, set, columnCount, lineCount)
        for (const layout of found) {
          best = layout
          break
        }
        return best?.excess ?? Infinity
      }
    }
  )
  return best?.tree
}

/** Table the rectangles that all stories of a block fill. */
function toTable(tiling: Tiling): CostTable {
  const {columnCount, tables} = tiling.request
  const set = (1 << tables.length) - 1
  return Array.from({length: columnCount + 1}, (_, width) => {
    const row = new Map<number, {cost: number}>()
    if (width === 0 || !tiling.hasWidth(set, width)) return row
    for (const depth of tiling.depthsOf(set, width)) {
      row.set(depth, {cost: tiling.excessOf(set, width, depth)})
    }
    return row
  })
}

/**
 * Give each block its place: its corner, else where it was before, else the
 * block of most value is read first.
 */
function place(
  root: SlicingTree,
  page: LatticeRect,
  blocks: ReadonlyArray<Block>,
  before: ReadonlyArray<LatticeRect | undefined>
): Array<FilledBlock> {
  const found: Array<{index: number; area: LatticeRect}> = []
  lay(root, page)
  found.sort((a, b) => a.index - b.index)
  return found.flatMap(({area, index}) => {
    const block = blocks[index]
    if (!block) return []
    const {indexes, tiling} = block
    const set = (1 << indexes.length) - 1
    const layouts: Array<Layout> = []
    const {columnCount, lineCount} = area
    for (const {excess, tree} of listLayouts(
      tiling,
      set,
      columnCount,
      lineCount
    )) {
      layouts.push({excess, tree: rename(tree, indexes)})
      if (layouts.length >= mostLayouts) break
    }
    return [{area, layouts}]
  })

  function lay(tree: SlicingTree, area: LatticeRect): void {
    if (tree.type === 'gap') return
    if (tree.type === 'leaf') {
      found.push({index: tree.index, area})
      return
    }
    if (tree.type === 'dogleg') return
    const isTurned = tree.isOrdered !== true && isSwapped(tree)
    const [first, second] = isTurned
      ? [tree.second, tree.first]
      : [tree.first, tree.second]
    const {columnCount, lineCount} = measure(first)
    if (tree.direction === 'stack') {
      lay(first, {...area, lineCount})
      lay(second, {
        ...area,
        lineIndex: area.lineIndex + lineCount,
        lineCount: area.lineCount - lineCount
      })
    } else {
      lay(first, {...area, columnCount})
      lay(second, {
        ...area,
        columnIndex: area.columnIndex + columnCount,
        columnCount: area.columnCount - columnCount
      })
    }
  }

  function isSwapped({
    direction,
    first,
    second
  }: Extract<SlicingTree, {type: 'cut'}>): boolean {
    const firstBits = cornersOf(first)
    const secondBits = cornersOf(second)
    const mayStay = mayFollow(direction, firstBits, secondBits)
    const mayTurn = mayFollow(direction, secondBits, firstBits)
    if (mayStay !== mayTurn) return mayTurn
    const side = direction === 'row' ? 'columnIndex' : 'lineIndex'
    const firstAt = startOf(first, side)
    const secondAt = startOf(second, side)
    return firstAt === secondAt
      ? rankOf(second) < rankOf(first)
      : secondAt < firstAt
  }

  function cornersOf(tree: SlicingTree): number {
    let bits = 0
    for (const {corners} of blocksOf(tree)) bits |= toCornerBits(corners)
    return bits
  }

  /** Where the stories stood before; `0` for all where that is not known. */
  function startOf(
    tree: SlicingTree,
    side: 'columnIndex' | 'lineIndex'
  ): number {
    let start = Infinity
    for (const {indexes} of blocksOf(tree)) {
      for (const index of indexes) {
        start = Math.min(start, before[index]?.[side] ?? 0)
      }
    }
    return start
  }

  function rankOf(tree: SlicingTree): number {
    return Math.min(...blocksOf(tree).flatMap(({indexes}) => indexes))
  }

  function blocksOf(tree: SlicingTree): Array<Block> {
    if (tree.type === 'gap') return []
    if (tree.type === 'cut') {
      return [...blocksOf(tree.first), ...blocksOf(tree.second)]
    }
    const block = blocks[tree.index]
    return block ? [block] : []
  }
}

function measure(tree: SlicingTree): {columnCount: number; lineCount: number} {
  if (tree.type !== 'cut') return tree
  const first = measure(tree.first)
  const second = measure(tree.second)
  return tree.direction === 'stack'
    ? {...first, lineCount: first.lineCount + second.lineCount}
    : {...first, columnCount: first.columnCount + second.columnCount}
}

function rename(
  tree: SlicingTree,
  indexes: ReadonlyArray<number>
): SlicingTree {
  if (tree.type === 'gap') return tree
  if (tree.type === 'leaf') {
    return {...tree, index: indexes[tree.index] ?? tree.index}
  }
  if (tree.type === 'dogleg') {
    return {
      ...tree,
      index: indexes[tree.index] ?? tree.index,
      inner: rename(tree.inner, indexes)
    }
  }
  return {
    ...tree,
    first: rename(tree.first, indexes),
    second: rename(tree.second, indexes)
  }
}
