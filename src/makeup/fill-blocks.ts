// Blocks: more stories than one tiling can take are shared among blocks. Each
// block is tiled for every rectangle it can fill, and then the blocks are tiled
// as if they were stories (MAKEUP.md 3.6, scale-up).

import type {LatticeRect} from '../model/plan.ts'
import type {Board} from './board.ts'
import {listLayouts, type Layout, type SlicingTree} from './layouts.ts'
import {tileAround} from './tile-around.ts'
import {findTiling} from './find-tiling.ts'
import type {CostTable} from './tile-bounds.ts'
import {openTiler, type Tiling} from './tile.ts'

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
  {size: 3, excess: 30}
]

/** Layouts of a block that are looked at. */
const mostLayouts = 60

/** Fill a board by blocks of stories, given in order of news value. */
export function fillBlocks(
  tables: ReadonlyArray<CostTable>,
  board: Board
): Array<FilledBlock> | undefined {
  const {area, obstacles} = board
  for (const {excess, size} of obstacles.length > 0
    ? attemptsAround
    : attempts) {
    const count = Math.max(
      Math.ceil(tables.length / size),
      obstacles.length > 0 ? 2 : 1
    )
    for (const blocks of [
      shareInOrder(tables.length, count),
      shareInTurn([...tables.keys()], count),
      shareInTurn(sortByLeastCells(tables), count)
    ]) {
      const tilings = blocks.map((indexes) =>
        openTiler({
          columnCount: area.columnCount,
          lineCount: area.lineCount,
          tables: indexes.map((index) => tables[index] ?? [])
        }).tile(excess)
      )
      const tree = tileBlocks(tilings, board)
      if (tree) return place(tree, area, blocks, tilings)
    }
  }
  return undefined
}

/** Stories of like value together. */
function shareInOrder(storyCount: number, count: number): Array<Array<number>> {
  const blocks: Array<Array<number>> = []
  let start = 0
  for (let block = 0; block < count; block++) {
    const end = Math.floor((storyCount * (block + 1)) / count)
    blocks.push(Array.from({length: end - start}, (_, index) => start + index))
    start = end
  }
  return blocks
}

/** Deal stories out, to and fro, so that every block gets some of each kind. */
function shareInTurn(
  indexes: ReadonlyArray<number>,
  count: number
): Array<Array<number>> {
  const blocks = Array.from({length: count}, (): Array<number> => [])
  for (const [turn, index] of indexes.entries()) {
    const block = turn % count
    const isBack = Math.floor(turn / count) % 2 === 1
    blocks[isBack ? count - 1 - block : block]?.push(index)
  }
  for (const block of blocks) block.sort((a, b) => a - b)
  return blocks.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function sortByLeastCells(tables: ReadonlyArray<CostTable>): Array<number> {
  const least = tables.map((table) => {
    let cells = Infinity
    for (const [width, row] of table.entries()) {
      for (const depth of row.keys()) cells = Math.min(cells, width * depth)
    }
    return cells
  })
  return [...tables.keys()].sort(
    (a, b) => (least[b] ?? 0) - (least[a] ?? 0) || a - b
  )
}

/** Tile the blocks as if each were a story. */
function tileBlocks(
  tilings: ReadonlyArray<Tiling>,
  {area, cellCount, obstacles}: Board
): SlicingTree | undefined {
  const {columnCount, lineCount} = area
  const tables = tilings.map(toTable)
  if (tables.some((table) => table.every((row) => row.size === 0))) {
    return undefined
  }
  const set = (1 << tables.length) - 1
  let best: Layout | undefined
  findTiling(
    {columnCount, lineCount, tables, cellCount},
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

/** Give each block its place; the block of most value is read first. */
function place(
  root: SlicingTree,
  page: LatticeRect,
  blocks: ReadonlyArray<ReadonlyArray<number>>,
  tilings: ReadonlyArray<Tiling>
): Array<FilledBlock> {
  const found: Array<{index: number; area: LatticeRect}> = []
  lay(root, page)
  found.sort((a, b) => a.index - b.index)
  return found.map(({area, index}) => {
    const tiling = tilings[index]
    const indexes = blocks[index] ?? []
    const set = (1 << indexes.length) - 1
    const layouts: Array<Layout> = []
    const {columnCount, lineCount} = area
    for (const {excess, tree} of tiling
      ? listLayouts(tiling, set, columnCount, lineCount)
      : []) {
      layouts.push({excess, tree: rename(tree, indexes)})
      if (layouts.length >= mostLayouts) break
    }
    return {area, layouts}
  })

  function lay(tree: SlicingTree, area: LatticeRect): void {
    if (tree.type === 'gap') return
    if (tree.type === 'leaf') {
      found.push({index: tree.index, area})
      return
    }
    if (tree.type === 'dogleg') return
    const isSwapped =
      tree.isOrdered !== true && rankOf(tree.second) < rankOf(tree.first)
    const [before, after] = isSwapped
      ? [tree.second, tree.first]
      : [tree.first, tree.second]
    const {columnCount, lineCount} = measure(before)
    if (tree.direction === 'stack') {
      lay(before, {...area, lineCount})
      lay(after, {
        ...area,
        lineIndex: area.lineIndex + lineCount,
        lineCount: area.lineCount - lineCount
      })
    } else {
      lay(before, {...area, columnCount})
      lay(after, {
        ...area,
        columnIndex: area.columnIndex + columnCount,
        columnCount: area.columnCount - columnCount
      })
    }
  }
}

function rankOf(tree: SlicingTree): number {
  if (tree.type === 'leaf') return tree.index
  if (tree.type === 'gap') return Infinity
  if (tree.type === 'dogleg') return Math.min(tree.index, rankOf(tree.inner))
  return Math.min(rankOf(tree.first), rankOf(tree.second))
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
