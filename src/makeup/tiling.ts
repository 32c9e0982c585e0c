// A tiling: what was found of every set of stories in every rectangle.

import type {DoglegShape} from './tile-bounds.ts'
import {
  doglegKind,
  findState,
  leafKind,
  rowKind,
  stackKind,
  type TileRequest,
  type TileSpace
} from './tile-space.ts'

/** Costs of all sets in all rectangles, within a budget. */
export interface Tiling {
  request: TileRequest
  /** L-shapes of each story that can be on the page at all. */
  doglegs: ReadonlyArray<ReadonlyArray<DoglegShape>>
  /** Sum of the least costs of a set's stories. */
  floorOf(set: number): number
  /** Least excess of exactly these stories in such a rectangle. */
  excessOf(set: number, columnCount: number, lineCount: number): number
  /** How the rectangle is cut at that cost; a group is never cut. */
  cutOf(set: number, columnCount: number, lineCount: number): Cut | undefined
  /** Depths at which these stories fill a width, in ascending order. */
  depthsOf(set: number, columnCount: number): Array<number>
  /** Least depth looked at for a width; above the most where there is none. */
  lowOf(set: number, columnCount: number): number
  /** Most depth looked at for a width. */
  highOf(set: number, columnCount: number): number
  /** Least excess in any rectangle of that width. */
  leastOf(set: number, columnCount: number): number
  /** Whether these stories fill any rectangle of that width. */
  hasWidth(set: number, columnCount: number): boolean
  /** Corners that a set has to have, as bits. */
  cornersOf(set: number): number
  /** Whether a set is a group, which keeps its place in a chain as one block. */
  isGroup(set: number): boolean
  /** Whether all sets were looked at; there is a limit to the work. */
  isWhole: boolean
}

/**
 * How a rectangle is parted: by a straight cut or by one story in an L around
 * the others; a `leaf` is one story.
 */
export type Cut = 'dogleg' | 'leaf' | 'row' | 'stack'

const cuts: ReadonlyArray<Cut | undefined> = toCuts()

/** Make what is in the space readable, for as long as it stays there. */
export function toTiling(space: TileSpace, isWhole: boolean): Tiling {
  const {highs, live, lows, width1, widthLeasts} = space

  return {
    request: space.request,
    doglegs: space.doglegs,
    floorOf: (set) => space.floorSums[set] ?? 0,
    excessOf,
    cutOf,
    depthsOf,
    lowOf: (set, width) => lows[set * width1 + width] ?? 1,
    highOf: (set, width) => highs[set * width1 + width] ?? 0,
    leastOf: (set, width) =>
      hasWidth(set, width)
        ? (widthLeasts[set * width1 + width] ?? Infinity)
        : Infinity,
    hasWidth,
    cornersOf: (set) => space.corners[set] ?? 0,
    isGroup: (set) => space.groups.includes(set),
    isWhole
  }

  function excessOf(set: number, width: number, depth: number): number {
    const at = findState(space, set, width, depth)
    return at < 0 ? Infinity : (space.pool[at] ?? Infinity)
  }

  function cutOf(set: number, width: number, depth: number): Cut | undefined {
    const at = findState(space, set, width, depth)
    return at < 0 ? undefined : cuts[space.kinds[at] ?? 0]
  }

  function depthsOf(set: number, width: number): Array<number> {
    const key = set * width1 + width
    const depths: Array<number> = []
    for (let depth = lows[key] ?? 1; depth <= (highs[key] ?? 0); depth++) {
      if (excessOf(set, width, depth) < Infinity) depths.push(depth)
    }
    return depths
  }

  function hasWidth(set: number, width: number): boolean {
    return ((live[set] ?? 0) & (1 << width)) !== 0
  }
}

function toCuts(): Array<Cut | undefined> {
  const list: Array<Cut | undefined> = []
  list[leafKind] = 'leaf'
  list[rowKind] = 'row'
  list[stackKind] = 'stack'
  list[doglegKind] = 'dogleg'
  return list
}
