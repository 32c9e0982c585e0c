// Tiling: the cheapest slicing layouts of every set of stories in every
// rectangle of the lattice, by dynamic programming over subsets
// (MAKEUP.md 3.6, stage A).
//
// A set of stories fills a rectangle when one straight cut parts it into two
// rectangles that two parts of the set fill. States that, with the least the
// other stories can cost, exceed the budget are dropped; the budget grows until
// a layout is found, which is then the cheapest: costs are never negative.
//
// Several cuts in one direction are one chain of blocks, and a chain is looked
// at in one way only: the block with the first story against the others. So
// the first part of a `stack` is not itself a stack, nor of a `row` a row.
//
// Costs are kept as excess over the sum of the stories' least costs.

import {joinParts} from './join-parts.ts'
import {keepStates} from './keep-states.ts'
import {openWindows} from './open-windows.ts'
import {
  clearTileSpace,
  leafKind,
  openTileSpace,
  type TileRequest,
  type TileSpace
} from './tile-space.ts'
import {toTiling, type Tiling} from './tiling.ts'
import {wrapOthers} from './wrap-others.ts'

/** Tiles within a budget, as often as wanted. */
export interface Tiler {
  /** No layout can cost less than this excess. */
  leastBudget: number
  /** Find the least excess of a set that fills so many cells of a width. */
  boundOf(set: number, columnCount: number, cellCount: number): number
  /** Tile within a budget; the tiling before is no longer valid. */
  tile(budget: number): Tiling
}

/** Slack in comparing sums of costs. */
export const costEpsilon = 1e-7

/** Sums of costs looked at in one tiling, at most. */
const mostSteps = 400_000_000

/** Prepare to tile. */
export function openTiler(request: TileRequest): Tiler {
  const space = openTileSpace(request)
  const {cellCount, columnCount, full, leastCut} = space

  return {
    leastBudget:
      cellCount < 0
        ? 0
        : Math.max(
            0,
            findBound(space, full, columnCount, cellCount) + leastCut
          ),
    boundOf: (set, width, cells) => findBound(space, set, width, cells),
    tile: (budget) => tileWithin(space, budget)
  }
}

/** Find the least excess of a set that fills so many cells. */
function findBound(
  space: TileSpace,
  set: number,
  width: number,
  cells: number
): number {
  const {leastCells, mostCells, prices, sums} = space.bounds
  if (cells < (leastCells[set] ?? 0) || cells > (mostCells[set] ?? 0)) {
    return Infinity
  }
  const at = (set * space.width1 + width) * prices.length
  let most = 0
  for (let price = 0; price < prices.length; price++) {
    const bound = (sums[at + price] ?? 0) - (prices[price] ?? 0) * cells
    if (bound > most) most = bound
  }
  return most
}

function tileWithin(space: TileSpace, budget: number): Tiling {
  clearTileSpace(space, budget + costEpsilon)
  for (let set = 1; set < space.setCount; set++) {
    if (space.stepCount > mostSteps) break
    if (!keepsGroups(space, set)) continue
    const wanted = openWindows(space, set)
    if (wanted === 0) continue
    if ((set & (set - 1)) === 0) fillSingle(space, set, wanted)
    else {
      joinParts(space, set, wanted)
      if (space.hasDoglegs) wrapOthers(space, set, wanted)
    }
    keepStates(space, set, wanted)
  }
  return toTiling(space, space.stepCount <= mostSteps)
}

/** Tell whether a set has all of a group, none, or nothing else. */
function keepsGroups(space: TileSpace, set: number): boolean {
  for (const group of space.groups) {
    const part = set & group
    if (part !== 0 && part !== group && part !== set) return false
  }
  return true
}

/** One story, in the rectangles of its table. */
function fillSingle(space: TileSpace, set: number, wanted: number): void {
  const {scratch, scratchKinds, singles} = space
  const dense = singles[31 - Math.clz32(set)]
  if (!dense) return
  for (let width = 1; width <= space.columnCount; width++) {
    if ((wanted & (1 << width)) === 0) continue
    const base = width * space.depth1
    const high = space.windowHigh[width] ?? 0
    for (let depth = space.windowLow[width] ?? 1; depth <= high; depth++) {
      const cost = dense[base + depth] ?? Infinity
      if (cost === Infinity || cost > (scratch[base + depth] ?? 0)) continue
      scratch[base + depth] = cost
      scratchKinds[base + depth] = leafKind
    }
  }
}
