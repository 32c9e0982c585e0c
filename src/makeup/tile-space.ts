// Where tiling works: what the stories are, in numbers, and the memory that
// the states of one tiling are kept in. The next tiling takes the memory over:
// it would fill it anew each time.

import {toCornerBits, type Corner} from './corner.ts'
import {
  toBounds,
  type Bounds,
  type CostTable,
  type DoglegShape
} from './tile-bounds.ts'

/** What to tile with. */
export interface TileRequest {
  columnCount: number
  lineCount: number
  /** One table per story; 16 at most. */
  tables: ReadonlyArray<CostTable>
  /** L-shapes of each story (default: none). */
  doglegs?: ReadonlyArray<ReadonlyArray<DoglegShape>>
  /** Cells all stories together have to fill (default: any number). */
  cellCount?: number
  /**
   * Corner of the whole that a story must stand at, by its index, or several.
   * Stories with a corner come before those without.
   */
  corners?: ReadonlyArray<Corner | ReadonlyArray<Corner> | undefined>
  /** Sets of stories that have a rectangle of their own, as bits. */
  groups?: ReadonlyArray<number>
  /** Whether the page need not have a cut across it (default: no). */
  interlocks?: boolean
  /** Cost of a cut across the whole width or depth (default: none). */
  fullCuts?: {width: number; depth: number}
}

/** How a state is parted, as it is kept; `0` is no state. */
export const leafKind = 1
export const rowKind = 2
export const stackKind = 3
export const doglegKind = 4

/**
 * The stories in numbers, and the states of a tiling. Sets are bits; a set at a
 * width has its place at `set * width1 + width`.
 */
export interface TileSpace {
  readonly request: TileRequest
  readonly columnCount: number
  readonly lineCount: number
  /** One more than columns, and than lines: widths and depths count from 1. */
  readonly width1: number
  readonly depth1: number
  readonly setCount: number
  /** The set of all stories. */
  readonly full: number
  /** Cells that all stories have to fill; `-1` for any number. */
  readonly cellCount: number
  /** L-shapes of each story that can be on the page at all. */
  readonly doglegs: ReadonlyArray<ReadonlyArray<DoglegShape>>
  readonly hasDoglegs: boolean
  /** Least cost of each story. */
  readonly floors: ReadonlyArray<number>
  /** Sum of the least costs of each set's stories. */
  readonly floorSums: Float64Array
  readonly bounds: Bounds
  /** Excess of each story at `width * depth1 + depth`. */
  readonly singles: ReadonlyArray<Float64Array>
  /** Corners that each set has to have, as bits. */
  readonly corners: Uint8Array
  readonly hasCorners: boolean
  readonly groups: ReadonlyArray<number>
  /** Cost of a cut across the whole width, and across the whole depth. */
  readonly widthCut: number
  readonly depthCut: number
  /** What a layout pays for cuts at least. */
  readonly leastCut: number

  /** The most excess that is kept. */
  limit: number
  /** Sums of costs looked at. */
  stepCount: number
  /** States: their excess and how they are parted, one after the other. */
  pool: Float64Array
  kinds: Uint8Array
  poolEnd: number
  /** Least and most depth kept of a set at a width. */
  readonly lows: Int16Array
  readonly highs: Int16Array
  /** Where the state of the least depth is in the pool. */
  readonly bases: Int32Array
  /**
   * Bit `w`: the set fills some rectangle of that width, not by a stack, not
   * by a row.
   */
  readonly live: Uint32Array
  readonly notStack: Uint32Array
  readonly notRow: Uint32Array
  /** Least excess of a set, and of a set at a width. */
  readonly leasts: Float64Array
  readonly widthLeasts: Float64Array

  /** The set being filled: depths to look at, by width. */
  readonly windowLow: Int32Array
  readonly windowHigh: Int32Array
  /** Its least excess found so far at `width * depth1 + depth`. */
  readonly scratch: Float64Array
  readonly scratchKinds: Uint8Array
}

/** Turn stories into numbers, and make room for their states. */
export function openTileSpace(request: TileRequest): TileSpace {
  const {columnCount, lineCount, tables} = request
  const setCount = 1 << tables.length
  const width1 = columnCount + 1
  const depth1 = lineCount + 1
  const doglegs = tables.map((_, index) =>
    (request.doglegs?.[index] ?? []).filter(
      (one) => one.columnCount <= columnCount && one.lineCount <= lineCount
    )
  )
  const hasDoglegs = doglegs.some((list) => list.length > 0)
  const floors = tables.map((table, index) =>
    findLeastCost(table, doglegs[index] ?? [])
  )
  const corners = new Uint8Array(setCount)
  const floorSums = new Float64Array(setCount)
  for (let set = 1; set < setCount; set++) {
    const lowest = set & -set
    const index = 31 - Math.clz32(lowest)
    corners[set] =
      (corners[set ^ lowest] ?? 0) | toCornerBits(request.corners?.[index])
    floorSums[set] = (floorSums[set ^ lowest] ?? 0) + (floors[index] ?? 0)
  }
  const widthCut = request.fullCuts?.width ?? 0
  const depthCut = request.fullCuts?.depth ?? 0
  const hasCut = tables.length > 1 && !hasDoglegs && !request.interlocks

  return {
    request,
    columnCount,
    lineCount,
    width1,
    depth1,
    setCount,
    full: setCount - 1,
    cellCount: request.cellCount ?? -1,
    doglegs,
    hasDoglegs,
    floors,
    floorSums,
    bounds: toBounds(tables, doglegs, columnCount, lineCount, floors),
    singles: tables.map((table, index) =>
      toDense(table, columnCount, lineCount, floors[index] ?? 0)
    ),
    corners,
    hasCorners: corners[setCount - 1] !== 0,
    groups: request.groups ?? [],
    widthCut,
    depthCut,
    leastCut: hasCut ? Math.min(widthCut, depthCut) : 0,
    limit: 0,
    stepCount: 0,
    pool: new Float64Array(1 << 15),
    kinds: new Uint8Array(1 << 15),
    poolEnd: 0,
    lows: new Int16Array(setCount * width1),
    highs: new Int16Array(setCount * width1),
    bases: new Int32Array(setCount * width1),
    live: new Uint32Array(setCount),
    notStack: new Uint32Array(setCount),
    notRow: new Uint32Array(setCount),
    leasts: new Float64Array(setCount),
    widthLeasts: new Float64Array(setCount * width1),
    windowLow: new Int32Array(width1),
    windowHigh: new Int32Array(width1),
    scratch: new Float64Array(width1 * depth1),
    scratchKinds: new Uint8Array(width1 * depth1)
  }
}

/** Forget the states of the tiling before. */
export function clearTileSpace(space: TileSpace, limit: number): void {
  space.limit = limit
  space.stepCount = 0
  space.poolEnd = 0
  space.lows.fill(1)
  space.highs.fill(0)
  space.live.fill(0)
  space.notStack.fill(0)
  space.notRow.fill(0)
  space.leasts.fill(Infinity)
}

/** Find a state in the pool; `-1` where there is none. */
export function findState(
  space: TileSpace,
  set: number,
  width: number,
  depth: number
): number {
  const key = set * space.width1 + width
  const low = space.lows[key] ?? 1
  if (depth < low || depth > (space.highs[key] ?? 0)) return -1
  return (space.bases[key] ?? 0) + depth - low
}

function toDense(
  table: CostTable,
  columnCount: number,
  lineCount: number,
  floor: number
): Float64Array {
  const depth1 = lineCount + 1
  const dense = new Float64Array((columnCount + 1) * depth1).fill(Infinity)
  for (let width = 1; width <= columnCount; width++) {
    for (const [depth, {cost}] of table[width] ?? []) {
      if (depth <= lineCount) dense[width * depth1 + depth] = cost - floor
    }
  }
  return dense
}

function findLeastCost(
  table: CostTable,
  doglegs: ReadonlyArray<DoglegShape>
): number {
  let least = Infinity
  for (const {cost} of doglegs) least = Math.min(least, cost)
  for (const widths of table) {
    for (const {cost} of widths.values()) least = Math.min(least, cost)
  }
  return least
}
