// Wrapping: one story in an L, all others of its set in the notch.

import {isUpper} from './corner.ts'
import {doglegKind, findState, type TileSpace} from './tile-space.ts'

/** Fill rectangles of the wanted widths with each story in an L. */
export function wrapOthers(
  space: TileSpace,
  set: number,
  wanted: number
): void {
  const {corners, floors, leasts, live, pool, scratch} = space
  for (let left = set; left !== 0; left &= left - 1) {
    const one = left & -left
    const index = 31 - Math.clz32(one)
    const others = set ^ one
    if ((live[others] ?? 0) === 0) continue
    // The L has three corners of its rectangle, but which is not known.
    const isFree = (corners[others] ?? 0) === 0 && isUpper(corners[one] ?? 0)
    if (space.hasCorners && !isFree) continue
    const room = space.limit - (leasts[others] ?? 0)
    for (const shape of space.doglegs[index] ?? []) {
      const {columnCount: width, lineCount: depth, notch} = shape
      const excess = shape.cost - (floors[index] ?? 0)
      if ((wanted & (1 << width)) === 0 || excess > room) continue
      if (depth < (space.windowLow[width] ?? 1)) continue
      if (depth > (space.windowHigh[width] ?? 0)) continue
      const {columnCount, lineCount} = notch
      const inner = findState(space, others, columnCount, lineCount)
      if (inner < 0) continue
      const sum = excess + (pool[inner] ?? Infinity)
      const at = width * space.depth1 + depth
      if (sum >= (scratch[at] ?? 0)) continue
      scratch[at] = sum
      space.scratchKinds[at] = doglegKind
    }
  }
}
