// Total ink of a page, from above: what the wettest point can carry at most.
//
// Everything but pure black knocks out what lies under it, so a point carries
// the ink of its topmost mark; black prints over, so there it is the colour
// under it and all of black. Pictures were measured pixel by pixel. The true
// figure is never higher, and lower only where black misses the wettest pixel.

import type {Rect} from '../../unit/rect.ts'

/** A painted area with its ink, in painting order. */
export interface InkedArea extends Rect {
  /** Sum of its plates, in per cent. */
  mostInkPercent: number
  /** The same without black. */
  mostColorPercent: number
  /** Whether it prints over what lies under it. */
  overprints: boolean
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
  const coloured: Array<InkedArea> = []
  for (const area of areas) {
    let percent = area.mostInkPercent
    if (area.overprints) {
      const under = coloured.filter((other) => meets(area, other))
      percent += Math.max(0, ...under.map((one) => one.mostColorPercent))
    } else if (area.mostColorPercent > 0) {
      coloured.push(area)
    }
    if (percent > total.percent) total = {percent, name: area.name}
  }
  return total
}

function meets(a: Rect, b: Rect): boolean {
  return (
    a.xPt < b.xPt + b.widthPt &&
    b.xPt < a.xPt + a.widthPt &&
    a.yPt < b.yPt + b.depthPt &&
    b.yPt < a.yPt + a.depthPt
  )
}
