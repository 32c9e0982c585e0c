// Pins: modules whose place and size the editor gives in full stand first.

import {fullRung, listRungs} from './ladder.ts'
import {overlaps} from './board.ts'
import type {PlacedUnit} from './placed-unit.ts'
import {exact, toShapeTable, type Candidate} from './shape-table.ts'
import type {PageRequest, Unit} from './unit.ts'

/** A page's units, by what their pins leave open. */
export interface PinnedPage {
  /** Those that stand. */
  fixed: Array<PlacedUnit>
  /** Those that make-up has to place. */
  free: Array<Unit>
  /** Those whose pin is off the page, taken, or too small by far. */
  unplaced: Array<Unit>
}

/** Misses of a pinned story that still show where it stands. */
const misses = [
  {shortLineCount: 10, oversetLineCount: 0},
  {shortLineCount: 20, oversetLineCount: 20},
  {shortLineCount: 200, oversetLineCount: 200}
]

/** Take out the modules whose place is given in full. */
export function placePins(request: PageRequest): PinnedPage {
  const {columnCount, lineCount} = request.template.grid
  const fixed: Array<PlacedUnit> = []
  const free: Array<Unit> = []
  const unplaced: Array<Unit> = []

  for (const unit of request.units) {
    const size = unit.facts.size
    const width = unit.pin?.columnCount ?? size?.columnCount
    const depth = unit.pin?.lineCount ?? size?.lineCount
    const column = unit.pin?.columnNumber
    const line = unit.pin?.lineNumber
    if (!width || !depth || !column || !line) {
      const fits =
        !size ||
        (size.columnCount <= columnCount && size.lineCount <= lineCount)
      if (fits) free.push(unit)
      else unplaced.push(unit)
      continue
    }

    const area = {
      columnIndex: column - 1,
      columnCount: width,
      lineIndex: line - 1,
      lineCount: depth
    }
    const isOnPage =
      column - 1 + width <= columnCount && line - 1 + depth <= lineCount
    const isFree = !fixed.some((other) => overlaps(other.area, area))
    const candidate =
      isOnPage && isFree
        ? findCandidate(unit, request, {width, depth})
        : undefined
    if (candidate) fixed.push({unit, candidate, area})
    else unplaced.push(unit)
  }

  return {fixed, free, unplaced}
}

/** Find the way to fill a rectangle that the lowest rung has. */
export function findExact(
  unit: Unit,
  request: PageRequest,
  {depth, width}: {depth: number; width: number}
): Candidate | undefined {
  const pin = {...unit.pin, columnCount: width, lineCount: depth}
  const pinned = {...unit, pin}
  for (const rung of listRungs(request.template)) {
    const table = toShapeTable(pinned, request, rung, exact)
    const candidate = table[width]?.get(depth)
    if (candidate) return candidate
  }
  return undefined
}

function findCandidate(
  unit: Unit,
  request: PageRequest,
  size: {depth: number; width: number}
): Candidate | undefined {
  const found = findExact(unit, request, size)
  if (found) return found
  for (const miss of misses) {
    const table = toShapeTable(unit, request, fullRung, miss)
    const candidate = table[size.width]?.get(size.depth)
    if (candidate) return candidate
  }
  return undefined
}
