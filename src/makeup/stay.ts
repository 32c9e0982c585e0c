// Staying: a page that was made up before keeps its layout while every story
// can be made to fit the module it had. Readers of a proof should find things
// where they were, and a change of a few characters is no reason to move.

import {priceArrangement, type Arrangement} from './arrange-page.ts'
import {listRungs} from './ladder.ts'
import type {OpenPage} from './open-page.ts'
import type {PlacedUnit} from './placed-unit.ts'
import type {Candidate} from './shape-table.ts'
import {toShapeTable} from './shape-table.ts'
import {unitKey, type PageRequest, type Unit} from './unit.ts'

/** A page that stays as it was. */
export interface Stay {
  arrangement: Arrangement
  /** Rung of the ladder it took. */
  rungIndex: number
}

/** Keep the layout of the previous plan, if every story still fits it. */
export function stay(page: OpenPage): Stay | undefined {
  const {fixed, free, request} = page
  const {previous} = request
  if (!previous || page.unplaced.length > 0) return undefined
  if (previous.size !== request.units.length) return undefined

  const placed: Array<PlacedUnit> = [...fixed]
  let rungIndex = 0
  for (const unit of free) {
    const area = previous.get(unitKey(unit))
    if (!area || !allows(unit, area)) return undefined
    const found = findExact(unit, request, area.columnCount, area.lineCount)
    if (!found) return undefined
    placed.push({unit, candidate: found.candidate, area})
    rungIndex = Math.max(rungIndex, found.rungIndex)
  }
  if (!fillsPage(placed, request)) return undefined
  return {arrangement: priceArrangement(placed, request.template), rungIndex}
}

/** Find the way to fill a rectangle that the lowest rung has. */
function findExact(
  unit: Unit,
  request: PageRequest,
  columnCount: number,
  lineCount: number
): {candidate: Candidate; rungIndex: number} | undefined {
  const pinned = {...unit, pin: {...unit.pin, columnCount, lineCount}}
  for (const [rungIndex, rung] of listRungs(request.template).entries()) {
    const table = toShapeTable(pinned, request, rung)
    const candidate = table[columnCount]?.get(lineCount)
    if (candidate) return {candidate, rungIndex}
  }
  return undefined
}

/** An editor's pin comes before what was. */
function allows({facts, pin}: Unit, area: PlacedUnit['area']): boolean {
  const asked = [
    [pin?.columnNumber, area.columnIndex + 1],
    [pin?.lineNumber, area.lineIndex + 1],
    [pin?.columnCount ?? facts.size?.columnCount, area.columnCount],
    [pin?.lineCount ?? facts.size?.lineCount, area.lineCount]
  ] as const
  const isFree = !pin?.corner && !pin?.isAboveFold
  return (
    isFree && asked.every(([want, is]) => want === undefined || want === is)
  )
}

/** All cells, each once: a plan of fewer or other stories leaves holes. */
function fillsPage(
  placed: ReadonlyArray<PlacedUnit>,
  {template}: PageRequest
): boolean {
  const {columnCount, lineCount} = template.grid
  const cells = new Uint8Array(columnCount * lineCount)
  for (const {area} of placed) {
    for (let line = 0; line < area.lineCount; line++) {
      for (let column = 0; column < area.columnCount; column++) {
        const x = area.columnIndex + column
        const y = area.lineIndex + line
        if (x >= columnCount || y >= lineCount) return false
        const cell = y * columnCount + x
        if (cells[cell]) return false
        cells[cell] = 1
      }
    }
  }
  return !cells.includes(0)
}
