// Total ink of a page, from above: what the wettest point can carry at most.
//
// What knocks out leaves nothing of what lies under it, so a point carries the
// ink of its topmost mark; where that is black that prints over, it is the colour
// under it and all of black. Under it is what was painted before, down to the
// last area that is full and holds all of it. Pictures were measured pixel by
// pixel. The true figure is never higher, and lower only where black misses the
// wettest pixel.

import type {Rect} from '../../unit/rect.ts'

/** A painted area with its ink, in painting order. */
export interface InkedArea extends Rect {
  /** Sum of its plates, in per cent. */
  mostInkPercent: number
  /** The same without black. */
  mostColorPercent: number
  /** Whether it prints over what lies under it. */
  overprints: boolean
  /** Whether it leaves nothing of what lies under it, from edge to edge. */
  isFull: boolean
  /** Its tones, where it is even and of process inks. */
  ground?: readonly [number, number, number, number]
  /** What it is, for people. */
  name: string
}

/** The wettest point. */
export interface TotalInk {
  percent: number
  name: string
}

/** Find the most ink on a page. */
export function findTotalInk(areas: ReadonlyArray<InkedArea>): TotalInk {
  let total: TotalInk = {percent: 0, name: ''}
  const under: Array<InkedArea> = []
  for (const area of areas) {
    let percent = area.mostInkPercent
    if (area.overprints) percent += findColorUnder(area, under)
    else under.push(area)
    if (percent > total.percent) total = {percent, name: area.name}
  }
  return total
}

/**
 * Find the most colour that lies under an area, of those before it that do not
 * overprint; black does not count.
 */
export function findColorUnder(
  area: InkedArea,
  under: ReadonlyArray<InkedArea>
): number {
  let percent = 0
  for (let index = under.length - 1; index >= 0; index--) {
    const other = under[index]
    if (!other || !meets(area, other)) continue
    percent = Math.max(percent, other.mostColorPercent)
    if (other.isFull && holds(other, area)) break
  }
  return percent
}

/**
 * Find the tones of what lies under a place: bare paper, or one even area that
 * holds all of it; `undefined` where it is anything else.
 */
export function findGround(
  place: Rect,
  before: ReadonlyArray<InkedArea>
): InkedArea['ground'] {
  const under = before.findLast((area) => meets(place, area))
  if (!under) return [0, 0, 0, 0]
  return under.isFull && holds(under, place) ? under.ground : undefined
}

function meets(a: Rect, b: Rect): boolean {
  return (
    a.xPt < b.xPt + b.widthPt &&
    b.xPt < a.xPt + a.widthPt &&
    a.yPt < b.yPt + b.depthPt &&
    b.yPt < a.yPt + a.depthPt
  )
}

function holds(a: Rect, b: Rect): boolean {
  return (
    a.xPt <= b.xPt &&
    a.xPt + a.widthPt >= b.xPt + b.widthPt &&
    a.yPt <= b.yPt &&
    a.yPt + a.depthPt >= b.yPt + b.depthPt
  )
}
