// Joining: two parts of a set, each in a rectangle, make a larger rectangle,
// one over the other or side by side. This is where make-up spends its time.

import {conflicts} from './corner.ts'
import {rowKind, stackKind, type TileSpace} from './tile-space.ts'

/**
 * Fill rectangles of the wanted widths with a set, by joining every two parts
 * of it: the one with its first story is the first.
 */
export function joinParts(space: TileSpace, set: number, wanted: number): void {
  const {corners, hasCorners, leasts, limit, live, notRow, notStack} = space
  const lowest = set & -set
  const others = set ^ lowest
  // Parts of `others`, from all but one down to none, join the first story.
  let part = (others - 1) & others
  for (;;) {
    const first = part | lowest
    const second = set ^ first
    const secondLive = live[second] ?? 0
    if (
      secondLive !== 0 &&
      (live[first] ?? 0) !== 0 &&
      (leasts[first] ?? 0) + (leasts[second] ?? 0) <= limit
    ) {
      const firstCorners = corners[first] ?? 0
      const secondCorners = corners[second] ?? 0
      const both = (notStack[first] ?? 0) & secondLive & wanted
      if (
        both !== 0 &&
        !(hasCorners && conflicts('stack', firstCorners, secondCorners))
      ) {
        stackParts(space, first, second, both)
      }
      const across = notRow[first] ?? 0
      if (
        across !== 0 &&
        !(hasCorners && conflicts('row', firstCorners, secondCorners))
      ) {
        setInRow(space, {first, second, across, secondLive, wanted})
      }
    }
    if (part === 0) break
    part = (part - 1) & others
  }
}

/** Set one part over the other, at each of these widths. */
function stackParts(
  space: TileSpace,
  first: number,
  second: number,
  widths: number
): void {
  const {bases, highs, kinds, limit, lows, pool, width1, widthLeasts} = space
  const {scratch, scratchKinds, windowHigh, windowLow} = space
  const most = 31 - Math.clz32(widths)
  let stepCount = 0
  for (let width = 1; width <= most; width++) {
    if ((widths & (1 << width)) === 0) continue
    const added = width === space.columnCount ? space.widthCut : 0
    const firstKey = first * width1 + width
    const secondKey = second * width1 + width
    const firstLow = lows[firstKey] ?? 1
    const firstHigh = highs[firstKey] ?? 0
    const firstBase = (bases[firstKey] ?? 0) - firstLow
    const secondLow = lows[secondKey] ?? 1
    const secondHigh = highs[secondKey] ?? 0
    const secondBase = (bases[secondKey] ?? 0) - secondLow
    const low = windowLow[width] ?? 1
    const high = windowHigh[width] ?? 0
    const target = width * space.depth1
    const room = limit - (widthLeasts[secondKey] ?? 0) - added
    if ((widthLeasts[firstKey] ?? 0) > room) continue
    const from = Math.max(firstLow, low - secondHigh)
    const to = Math.min(firstHigh, high - secondLow)
    if (from <= to) stepCount += (to - from + 1) * (secondHigh - secondLow)
    for (let depth = from; depth <= to; depth++) {
      const cost = pool[firstBase + depth] ?? Infinity
      if (cost > room || kinds[firstBase + depth] === stackKind) continue
      const start = Math.max(secondLow, low - depth)
      const end = Math.min(secondHigh, high - depth)
      const base = target + depth
      const plus = cost + added
      for (let other = start; other <= end; other++) {
        const sum = plus + (pool[secondBase + other] ?? 0)
        if (sum < (scratch[base + other] ?? 0)) {
          scratch[base + other] = sum
          scratchKinds[base + other] = stackKind
        }
      }
    }
  }
  space.stepCount += stepCount
}

interface RowParts {
  first: number
  second: number
  /** Widths of the first that are not a row, and all of the second, as bits. */
  across: number
  secondLive: number
  wanted: number
}

/** Set the parts side by side, at equal depths. */
function setInRow(
  space: TileSpace,
  {across, first, second, secondLive, wanted}: RowParts
): void {
  const {bases, columnCount, highs, kinds, limit, lows, pool, width1} = space
  const {scratch, scratchKinds, widthLeasts, windowHigh, windowLow} = space
  const {depth1, depthCut, lineCount} = space
  let stepCount = 0
  for (let width = 1; width < columnCount; width++) {
    if ((across & (1 << width)) === 0) continue
    const meets = secondLive & (wanted >> width)
    if (meets === 0) continue
    const firstKey = first * width1 + width
    const firstLow = lows[firstKey] ?? 1
    const firstHigh = highs[firstKey] ?? 0
    const firstBase = (bases[firstKey] ?? 0) - firstLow
    const least = widthLeasts[firstKey] ?? 0
    for (let other = 1; other + width <= columnCount; other++) {
      if ((meets & (1 << other)) === 0) continue
      const sumWidth = width + other
      const secondKey = second * width1 + other
      if (least + (widthLeasts[secondKey] ?? 0) > limit) continue
      const secondLow = lows[secondKey] ?? 1
      const secondBase = (bases[secondKey] ?? 0) - secondLow
      const start = Math.max(firstLow, secondLow, windowLow[sumWidth] ?? 1)
      const end = Math.min(
        firstHigh,
        highs[secondKey] ?? 0,
        windowHigh[sumWidth] ?? 0
      )
      const target = sumWidth * depth1
      if (start <= end) stepCount += end - start
      for (let depth = start; depth <= end; depth++) {
        const sum =
          (pool[firstBase + depth] ?? 0) + (pool[secondBase + depth] ?? 0)
        if (
          sum < (scratch[target + depth] ?? 0) &&
          kinds[firstBase + depth] !== rowKind
        ) {
          const whole = depth === lineCount ? sum + depthCut : sum
          if (whole >= (scratch[target + depth] ?? 0)) continue
          scratch[target + depth] = whole
          scratchKinds[target + depth] = rowKind
        }
      }
    }
  }
  space.stepCount += stepCount
}
