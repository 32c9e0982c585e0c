// Corners: which corners of a rectangle a set of stories has to have, and
// whether a cut can give them to both its parts.

import type {PageCorner} from '../model/issue.ts'

/** Corner of a rectangle. */
export type Corner = PageCorner

const bits: Readonly<Record<Corner, number>> = {
  'upper-left': 1,
  'upper-right': 2,
  'lower-left': 4,
  'lower-right': 8
}
const upper = 3
const lower = 12
const left = 5
const right = 10

/** Turn corners into a set. */
export function toCornerBits(
  corners: Corner | ReadonlyArray<Corner> | undefined
): number {
  if (!corners) return 0
  if (typeof corners === 'string') return bits[corners]
  let all = 0
  for (const corner of corners) all |= bits[corner]
  return all
}

/** Tell whether neither order of two parts gives both their corners. */
export function conflicts(
  direction: 'row' | 'stack',
  first: number,
  second: number
): boolean {
  return (
    !mayFollow(direction, first, second) && !mayFollow(direction, second, first)
  )
}

/** Tell whether both parts have their corners in this order. */
export function mayFollow(
  direction: 'row' | 'stack',
  first: number,
  second: number
): boolean {
  const [before, after] = direction === 'row' ? [left, right] : [upper, lower]
  return (first & after) === 0 && (second & before) === 0
}

/** Tell whether all of these corners are upper ones. */
export function isUpper(corners: number): boolean {
  return (corners & lower) === 0
}
