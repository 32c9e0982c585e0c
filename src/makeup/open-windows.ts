// Windows: the depths of a set, for every width, that can be part of a layout
// within the budget. What is outside is never looked at; what is inside is
// dropped later when it was found to be too dear after all.

import type {TileSpace} from './tile-space.ts'

/**
 * Find the depths of a set that can be worth a look, and clear them.
 *
 * Tells the widths that have any, as bits.
 */
export function openWindows(space: TileSpace, set: number): number {
  const {bounds, cellCount, columnCount, full, limit} = space
  const {leastCells, mostCells, prices, sums} = bounds
  const {scratch, scratchKinds, windowHigh, windowLow} = space
  const priceCount = prices.length
  const stride = space.width1 * priceCount
  const rest = full ^ set
  const isPart = rest !== 0 && cellCount >= 0
  let wanted = 0
  let least = leastCells[set] ?? 0
  let most = mostCells[set] ?? 0
  if (cellCount >= 0) {
    least = Math.max(least, cellCount - (mostCells[rest] ?? 0))
    most = Math.min(most, cellCount - (leastCells[rest] ?? 0))
    if (isPart && least <= most) {
      ;[least, most] = narrowCells(space, set, least, most)
    }
    if (least > most) return 0
  }
  for (let width = 1; width <= columnCount; width++) {
    let low = Math.max(1, Math.ceil(least / width))
    let high = Math.min(space.lineCount, Math.floor(most / width))
    if (set === full && cellCount >= 0 && width === columnCount) {
      low = Math.max(low, Math.ceil(cellCount / width))
    }
    if (low > high) continue
    const at = set * stride + width * priceCount
    for (let price = 0; price < priceCount; price++) {
      // sum − price · width · depth ≤ limit
      const sum = (sums[at + price] ?? 0) - limit
      const slope = (prices[price] ?? 0) * width
      if (slope > 0) low = Math.max(low, Math.ceil(sum / slope - 1e-6))
      else if (slope < 0) high = Math.min(high, Math.floor(sum / slope + 1e-6))
      else if (sum > 0) high = 0
    }
    if (low > high) continue
    windowLow[width] = low
    windowHigh[width] = high
    wanted |= 1 << width
    const base = width * space.depth1
    let room = limit
    if (isPart) room -= width === columnCount ? space.widthCut : space.leastCut
    scratch.fill(room, base + low, base + high + 1)
    scratchKinds.fill(0, base + low, base + high + 1)
  }
  return wanted
}

/**
 * Narrow the cells a set can fill: for every pair of prices, of the set and of
 * the rest, the sum of both bounds is linear in the cells.
 */
function narrowCells(
  space: TileSpace,
  set: number,
  least: number,
  most: number
): [least: number, most: number] {
  const {cellCount, columnCount, full, leastCut, limit} = space
  const {prices, sums} = space.bounds
  const priceCount = prices.length
  const stride = space.width1 * priceCount
  const at = set * stride + columnCount * priceCount
  const restAt = (full ^ set) * stride + columnCount * priceCount
  for (let price = 0; price < priceCount; price++) {
    const own = prices[price] ?? 0
    const sum = limit - leastCut - (sums[at + price] ?? 0)
    for (let other = 0; other < priceCount; other++) {
      const others = prices[other] ?? 0
      const left = sum - (sums[restAt + other] ?? 0) + others * cellCount
      const slope = others - own
      if (slope > 0) {
        if (slope * most > left) most = Math.floor(left / slope + 1e-6)
      } else if (slope < 0) {
        if (slope * least > left) least = Math.ceil(left / slope - 1e-6)
      } else if (left < 0) most = -1
    }
  }
  return [least, most]
}

/** Drop what is too dear with the least that the other stories cost. */
export function dropDear(space: TileSpace, set: number, width: number): void {
  const {bounds, cellCount, columnCount, limit, scratch, scratchKinds} = space
  const {prices, sums} = bounds
  const priceCount = prices.length
  const rest = space.full ^ set
  const base = width * space.depth1
  const at = (rest * space.width1 + columnCount) * priceCount
  const high = space.windowHigh[width] ?? 0
  for (let depth = space.windowLow[width] ?? 1; depth <= high; depth++) {
    if (scratchKinds[base + depth] === 0) continue
    const cells = cellCount - width * depth
    let room = limit - (scratch[base + depth] ?? 0)
    if (width === columnCount) room -= space.widthCut
    else room -= depth === space.lineCount ? space.depthCut : space.leastCut
    for (let price = 0; price < priceCount; price++) {
      if ((sums[at + price] ?? 0) - (prices[price] ?? 0) * cells > room) {
        scratchKinds[base + depth] = 0
        break
      }
    }
  }
}
