// Keeping: what was found of a set goes to the pool, from the least depth that
// was found to the most, at every width.

import {dropDear} from './open-windows.ts'
import {leafKind, rowKind, stackKind, type TileSpace} from './tile-space.ts'

/** Move what was found of a set within the budget to the pool. */
export function keepStates(
  space: TileSpace,
  set: number,
  wanted: number
): void {
  const {columnCount, depth1, scratchKinds, width1} = space
  const isPart = set !== space.full && space.cellCount >= 0
  const isGroup = space.groups.includes(set)
  let least = Infinity
  for (let width = 1; width <= columnCount; width++) {
    if ((wanted & (1 << width)) === 0) continue
    const base = width * depth1
    let low = space.windowLow[width] ?? 1
    let high = space.windowHigh[width] ?? 0
    if (isPart) dropDear(space, set, width)
    while (low <= high && scratchKinds[base + low] === 0) low++
    while (low <= high && scratchKinds[base + high] === 0) high--
    if (low > high) continue
    const key = set * width1 + width
    space.lows[key] = low
    space.highs[key] = high
    space.bases[key] = space.poolEnd
    if (space.poolEnd + high - low + 1 > space.pool.length) growPool(space)
    const widthLeast = keepWidth(space, {set, width, low, high, isGroup})
    space.widthLeasts[key] = widthLeast
    if (widthLeast < least) least = widthLeast
  }
  space.leasts[set] = least
}

interface Span {
  set: number
  width: number
  low: number
  high: number
  isGroup: boolean
}

/** Keep the states of one width; tells the least excess. */
function keepWidth(
  space: TileSpace,
  {high, isGroup, low, set, width}: Span
): number {
  const {kinds, notRow, notStack, pool, scratch, scratchKinds} = space
  const base = width * space.depth1
  let at = space.poolEnd
  let least = Infinity
  for (let depth = low; depth <= high; depth++) {
    const found = scratchKinds[base + depth] ?? 0
    const kind = found !== 0 && isGroup ? leafKind : found
    const cost = kind === 0 ? Infinity : (scratch[base + depth] ?? 0)
    pool[at] = cost
    kinds[at] = kind
    at++
    if (kind === 0) continue
    if (cost < least) least = cost
    if (kind !== stackKind) notStack[set] = (notStack[set] ?? 0) | (1 << width)
    if (kind !== rowKind) notRow[set] = (notRow[set] ?? 0) | (1 << width)
  }
  space.poolEnd = at
  space.live[set] = (space.live[set] ?? 0) | (1 << width)
  return least
}

function growPool(space: TileSpace): void {
  const pool = new Float64Array(space.pool.length * 2)
  pool.set(space.pool)
  space.pool = pool
  const kinds = new Uint8Array(space.kinds.length * 2)
  kinds.set(space.kinds)
  space.kinds = kinds
}
