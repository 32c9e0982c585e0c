// Board: what is left of the page around what stands already.

import type {LatticeRect, Notch} from '../model/plan.ts'

/** The part of a page that is to be filled. */
export interface Board {
  /** The page without the strips and towers that stand at its edges. */
  area: LatticeRect
  /** What stands inside that area. */
  obstacles: ReadonlyArray<LatticeRect>
  /** Cells to fill. */
  cellCount: number
}

/** Cut off, from every edge of the page, what stands along all of it. */
export function toBoard(
  page: LatticeRect,
  taken: ReadonlyArray<LatticeRect>
): Board {
  let area = page
  let obstacles = joinAreas(taken)
  for (;;) {
    const strip = obstacles.find((one) => isAlongEdge(one, area))
    if (!strip) break
    area = cutOff(area, strip)
    obstacles = obstacles.filter((one) => one !== strip)
  }
  const cellCount = countCells(area) - sumCells(obstacles)
  return {area, obstacles, cellCount}
}

/** Find the free cell that is read first: down from the upper left. */
export function findFirstCell({area, obstacles}: Board): {
  columnIndex: number
  lineIndex: number
} {
  let columnIndex = area.columnIndex
  let lineIndex = area.lineIndex
  for (;;) {
    const cell = {columnIndex, lineIndex, columnCount: 1, lineCount: 1}
    const over = obstacles.find((one) => overlaps(one, cell))
    if (!over) return {columnIndex, lineIndex}
    const isAtTop = over.columnIndex === area.columnIndex
    // An ear leaves the lead its place beside it; a wide strip, below it.
    if (!isAtTop || over.columnCount * 2 > area.columnCount) {
      lineIndex = over.lineIndex + over.lineCount
    } else {
      columnIndex = over.columnIndex + over.columnCount
    }
    if (lineIndex >= area.lineIndex + area.lineCount) return {...area}
  }
}

/** Width in base columns and depth in lines. */
type Size = Pick<LatticeRect, 'columnCount' | 'lineCount'>

/** Count the cells of a rectangle. */
export function countCells({columnCount, lineCount}: Size): number {
  return columnCount * lineCount
}

/** Count the cells of rectangles. */
export function sumCells(sizes: ReadonlyArray<Size>): number {
  let count = 0
  for (const size of sizes) count += countCells(size)
  return count
}

/** Tell whether a rectangle lies within another one. */
export function isInside(inner: LatticeRect, outer: LatticeRect): boolean {
  return (
    inner.columnIndex >= outer.columnIndex &&
    inner.lineIndex >= outer.lineIndex &&
    inner.columnIndex + inner.columnCount <=
      outer.columnIndex + outer.columnCount &&
    inner.lineIndex + inner.lineCount <= outer.lineIndex + outer.lineCount
  )
}

/** Tell whether two rectangles share a cell. */
export function overlaps(a: LatticeRect, b: LatticeRect): boolean {
  return (
    a.columnIndex < b.columnIndex + b.columnCount &&
    b.columnIndex < a.columnIndex + a.columnCount &&
    a.lineIndex < b.lineIndex + b.lineCount &&
    b.lineIndex < a.lineIndex + a.lineCount
  )
}

/** List the rectangles of a module: one, or the two of an L. */
export function toRectangles(
  area: LatticeRect,
  notch: Notch | undefined
): Array<LatticeRect> {
  if (!notch) return [area]
  const upper = {...area, lineCount: area.lineCount - notch.lineCount}
  const columnCount = area.columnCount - notch.columnCount
  const isLeft = notch.side === 'left'
  return [
    upper,
    {
      columnIndex: area.columnIndex + (isLeft ? notch.columnCount : 0),
      columnCount,
      lineIndex: area.lineIndex + upper.lineCount,
      lineCount: notch.lineCount
    }
  ]
}

/** Join rectangles that have a whole side in common. */
function joinAreas(areas: ReadonlyArray<LatticeRect>): Array<LatticeRect> {
  const joined = areas.filter((area) => countCells(area) > 0)
  for (let a = 0; a < joined.length; a++) {
    for (let b = 0; b < joined.length; b++) {
      const whole = a === b ? undefined : join(joined[a], joined[b])
      if (!whole) continue
      joined[a] = whole
      joined.splice(b, 1)
      a = -1
      break
    }
  }
  return joined
}

function join(
  a: LatticeRect | undefined,
  b: LatticeRect | undefined
): LatticeRect | undefined {
  if (!a || !b) return undefined
  const isColumn =
    a.columnIndex === b.columnIndex && a.columnCount === b.columnCount
  if (isColumn && a.lineIndex + a.lineCount === b.lineIndex) {
    return {...a, lineCount: a.lineCount + b.lineCount}
  }
  const isLine = a.lineIndex === b.lineIndex && a.lineCount === b.lineCount
  if (isLine && a.columnIndex + a.columnCount === b.columnIndex) {
    return {...a, columnCount: a.columnCount + b.columnCount}
  }
  return undefined
}

function isAlongEdge(one: LatticeRect, area: LatticeRect): boolean {
  const isWide =
    one.columnIndex <= area.columnIndex &&
    one.columnIndex + one.columnCount >= area.columnIndex + area.columnCount
  const isTall =
    one.lineIndex <= area.lineIndex &&
    one.lineIndex + one.lineCount >= area.lineIndex + area.lineCount
  const isAtTop = one.lineIndex <= area.lineIndex
  const isAtFoot =
    one.lineIndex + one.lineCount >= area.lineIndex + area.lineCount
  const isAtLeft = one.columnIndex <= area.columnIndex
  const isAtRight =
    one.columnIndex + one.columnCount >= area.columnIndex + area.columnCount
  return (
    (isWide && (isAtTop || isAtFoot)) || (isTall && (isAtLeft || isAtRight))
  )
}

function cutOff(area: LatticeRect, strip: LatticeRect): LatticeRect {
  const right = area.columnIndex + area.columnCount
  const foot = area.lineIndex + area.lineCount
  const stripRight = strip.columnIndex + strip.columnCount
  const stripFoot = strip.lineIndex + strip.lineCount
  const isWide = strip.columnIndex <= area.columnIndex && stripRight >= right
  if (isWide && strip.lineIndex <= area.lineIndex) {
    return {
      ...area,
      lineIndex: stripFoot,
      lineCount: Math.max(0, foot - stripFoot)
    }
  }
  if (isWide) return {...area, lineCount: strip.lineIndex - area.lineIndex}
  if (strip.columnIndex <= area.columnIndex) {
    return {
      ...area,
      columnIndex: stripRight,
      columnCount: Math.max(0, right - stripRight)
    }
  }
  return {...area, columnCount: strip.columnIndex - area.columnIndex}
}
