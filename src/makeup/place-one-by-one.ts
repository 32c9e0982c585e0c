// The last resort, where nothing fills the page: stories are put where there
// is room, one after the other, so that there is something to look at.

import {fullRung} from './ladder.ts'
import {overlaps} from './board.ts'
import type {PlacedUnit} from './placed-unit.ts'
import {toShapeTable, type ShapeTable} from './shape-table.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Place as many units as there is room for. */
export function placeOneByOne(
  request: PageRequest,
  fixed: ReadonlyArray<PlacedUnit>,
  free: ReadonlyArray<Unit>
): {placed: Array<PlacedUnit>; left: Array<Unit>} {
  const placed = [...fixed]
  const left: Array<Unit> = []

  for (const unit of free) {
    const found = findPlace(
      unit,
      toShapeTable(unit, request, fullRung),
      request,
      placed
    )
    if (found) placed.push(found)
    else left.push(unit)
  }

  return {placed, left}
}

function findPlace(
  unit: Unit,
  table: ShapeTable,
  request: PageRequest,
  placed: ReadonlyArray<PlacedUnit>
): PlacedUnit | undefined {
  const {columnCount, lineCount} = request.template.grid
  for (let width = columnCount; width > 0; width--) {
    const best = [...(table[width]?.values() ?? [])].sort(
      (a, b) => a.cost - b.cost || a.lineCount - b.lineCount
    )[0]
    if (!best) continue
    for (let line = 0; line + best.lineCount <= lineCount; line++) {
      for (let column = 0; column + width <= columnCount; column++) {
        const area = {
          columnIndex: column,
          columnCount: width,
          lineIndex: line,
          lineCount: best.lineCount
        }
        if (placed.some((other) => overlaps(other.area, area))) continue
        return {unit, candidate: best, area}
      }
    }
  }
  return undefined
}
