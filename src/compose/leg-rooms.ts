// The legs of a module before they have a depth: where each stands, and what
// is taken from it above by pictures and below by a notch.

import type {Notch, StoryShape} from '../model/plan.ts'
import type {TemplateGrid} from '../template/template.ts'

/** The room for one leg. */
export interface LegRoom {
  /** Left of it, from the left of the module. */
  leftPt: number
  measurePt: number
  /** Lines pictures take at its top. */
  topLineCount: number
  /** Lines a notch takes at its foot, or a table across legs. */
  footLineCount: number
}

/** Where the legs stand in the module. */
export interface LegArea {
  leftPt: number
  widthPt: number
}

/** Share an area among the legs of a shape. */
export function toLegRooms(
  shape: StoryShape,
  area: LegArea,
  grid: TemplateGrid
): Array<LegRoom> {
  const {gutterPt} = grid
  const measurePt =
    (area.widthPt - (shape.legCount - 1) * gutterPt) / shape.legCount
  const rooms: Array<LegRoom> = []
  for (let index = 0; index < shape.legCount; index++) {
    const leftPt = area.leftPt + index * (measurePt + gutterPt)
    const isOverNotch = overlapsNotch(shape, leftPt, measurePt, grid)
    rooms.push({
      leftPt,
      measurePt,
      topLineCount: 0,
      footLineCount: isOverNotch ? (shape.notch?.lineCount ?? 0) : 0
    })
  }
  for (const picture of shape.pictures) {
    const end = picture.legIndex + picture.legCount
    for (const room of rooms.slice(picture.legIndex, end)) {
      room.topLineCount += picture.lineCount
    }
  }
  return rooms
}

/** Lines of each leg that are not for type. */
export function listTakenLines(rooms: ReadonlyArray<LegRoom>): Array<number> {
  return rooms.map((room) => room.topLineCount + room.footLineCount)
}

/** Find the left and the right edge of a notch, from the module's left. */
export function findNotchEdges(
  notch: Notch,
  columnCount: number,
  {gutterPt, measurePt}: TemplateGrid
): {leftPt: number; rightPt: number} {
  const stepPt = measurePt + gutterPt
  const from = notch.side === 'left' ? 0 : columnCount - notch.columnCount
  return {
    leftPt: from * stepPt,
    rightPt: (from + notch.columnCount) * stepPt - gutterPt
  }
}

function overlapsNotch(
  {columnCount, notch}: StoryShape,
  leftPt: number,
  measurePt: number,
  grid: TemplateGrid
): boolean {
  if (!notch) return false
  const edges = findNotchEdges(notch, columnCount, grid)
  // Legs that only touch it by a rounding are beside it.
  return leftPt + measurePt > edges.leftPt + 0.5 && leftPt < edges.rightPt - 0.5
}
