// Rectangles and polygons on a page.
//
// x goes right, y goes down, the origin is the top left of the trimmed sheet.

/** Upright rectangle, in points. */
export interface Rect {
  xPt: number
  yPt: number
  widthPt: number
  depthPt: number
}

/** Corner of a polygon, in points. */
export interface Point {
  xPt: number
  yPt: number
}

/** Give the corners of a rectangle, clockwise from the top left. */
export function toCorners(rect: Rect): Array<Point> {
  const {depthPt, widthPt, xPt, yPt} = rect
  return [
    {xPt, yPt},
    {xPt: xPt + widthPt, yPt},
    {xPt: xPt + widthPt, yPt: yPt + depthPt},
    {xPt, yPt: yPt + depthPt}
  ]
}

/** Find the smallest rectangle around the given ones. */
export function boundRects(rects: ReadonlyArray<Rect>): Rect | undefined {
  const [first, ...rest] = rects
  if (!first) return undefined
  let left = first.xPt
  let top = first.yPt
  let right = first.xPt + first.widthPt
  let bottom = first.yPt + first.depthPt
  for (const rect of rest) {
    left = Math.min(left, rect.xPt)
    top = Math.min(top, rect.yPt)
    right = Math.max(right, rect.xPt + rect.widthPt)
    bottom = Math.max(bottom, rect.yPt + rect.depthPt)
  }
  return {xPt: left, yPt: top, widthPt: right - left, depthPt: bottom - top}
}
