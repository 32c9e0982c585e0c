// Sharing: which stories of a crowded page go in which block. Groups stay
// together, stories with corners part, and a page that was made up before is
// parted where it was.

import type {LatticeRect} from '../model/plan.ts'
import type {Corner} from './corner.ts'
import {listCells} from './table-cells.ts'
import type {CostTable} from './tile-bounds.ts'

/** Stories to share among blocks, in order of news value. */
export interface ShareRequest {
  tables: ReadonlyArray<CostTable>
  /** Sets of stories, by index, that must touch. */
  groups: ReadonlyArray<ReadonlyArray<number>>
  /** Corner of the page that each story must stand at. */
  corners: ReadonlyArray<Corner | undefined>
  /** Where each story stood before. */
  before: ReadonlyArray<LatticeRect | undefined>
}

/** List ways to share stories among so many blocks, by index. */
export function listShares(
  {before, corners, groups, tables}: ShareRequest,
  count: number
): Array<Array<Array<number>>> {
  const shares = [
    shareInOrder(tables.length, count),
    shareInTurn([...tables.keys()], count),
    shareInTurn(sortByLeastCells(tables), count)
  ]
  const asBefore = shareAsBefore(before, Math.ceil(tables.length / count))
  if (asBefore) shares.unshift(asBefore)
  return shares.map((blocks) =>
    sortBlocks(partCorners(gather(blocks, groups), corners, groups))
  )
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
  return blocks
}

function sortByLeastCells(tables: ReadonlyArray<CostTable>): Array<number> {
  const least = tables.map((table) => Math.min(...listCells(table)))
  return [...tables.keys()].sort(
    (a, b) => (least[b] ?? 0) - (least[a] ?? 0) || a - b
  )
}

/** Part stories where the page before was cut, until blocks are small. */
function shareAsBefore(
  before: ReadonlyArray<LatticeRect | undefined>,
  size: number
): Array<Array<number>> | undefined {
  if (before.some((area) => !area)) return undefined
  return part([...before.keys()])

  function part(indexes: ReadonlyArray<number>): Array<Array<number>> {
    if (indexes.length <= size) return [[...indexes]]
    const cut = findCut(indexes)
    return cut ? cut.flatMap(part) : [[...indexes]]
  }

  /** Find the cut that leaves the parts most alike. */
  function findCut(
    indexes: ReadonlyArray<number>
  ): Array<Array<number>> | undefined {
    let best: Array<Array<number>> | undefined
    let leastMost = Infinity
    for (const measure of [measureAcross, measureDown]) {
      const spans = indexes.flatMap((index) => {
        const area = before[index]
        return area ? [{index, ...measure(area)}] : []
      })
      for (const {end: at} of spans) {
        if (spans.some(({end, start}) => start < at && end > at)) continue
        const first = spans.filter(({end}) => end <= at)
        const second = spans.filter(({end}) => end > at)
        const most = Math.max(first.length, second.length)
        if (second.length === 0 || most >= leastMost) continue
        leastMost = most
        best = [first, second].map((some) => some.map(({index}) => index))
      }
    }
    return best
  }
}

function measureAcross({columnCount, columnIndex}: LatticeRect): {
  start: number
  end: number
} {
  return {start: columnIndex, end: columnIndex + columnCount}
}

function measureDown({lineCount, lineIndex}: LatticeRect): {
  start: number
  end: number
} {
  return {start: lineIndex, end: lineIndex + lineCount}
}

/** Bring each group to the block of its first story. */
function gather(
  blocks: ReadonlyArray<ReadonlyArray<number>>,
  groups: ReadonlyArray<ReadonlyArray<number>>
): Array<Array<number>> {
  let gathered = blocks.map((block) => [...block])
  for (const group of groups) {
    const home = gathered.findIndex((block) =>
      block.includes(Math.min(...group))
    )
    gathered = gathered.map((block, index) => {
      const others = block.filter((one) => !group.includes(one))
      return index === home ? [...others, ...group] : others
    })
  }
  return gathered
}

/**
 * Leave each block one story with a corner, as long as there are blocks; a group
 * stays together, and so may have several.
 */
function partCorners(
  blocks: ReadonlyArray<ReadonlyArray<number>>,
  corners: ReadonlyArray<Corner | undefined>,
  groups: ReadonlyArray<ReadonlyArray<number>>
): Array<Array<number>> {
  const parted = blocks.map((block) => [...block])
  const isPinned = (index: number): boolean => corners[index] !== undefined
  for (const block of parted) {
    const [first, ...others] = block.filter(isPinned)
    const stays = new Set(first === undefined ? [] : membersOf(first))
    for (const index of others) {
      if (stays.has(index) || !block.includes(index)) continue
      const other = parted.find((one) => !one.some(isPinned))
      if (!other) return parted
      for (const member of membersOf(index)) {
        block.splice(block.indexOf(member), 1)
        other.push(member)
      }
    }
  }
  return parted

  function membersOf(index: number): ReadonlyArray<number> {
    return groups.find((group) => group.includes(index)) ?? [index]
  }
}

/** Blocks and their stories in order of news value. */
function sortBlocks(
  blocks: ReadonlyArray<ReadonlyArray<number>>
): Array<Array<number>> {
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.toSorted((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}
