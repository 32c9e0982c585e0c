// Fillers 补白: house advertisements and small pieces that wait for a page that
// lacks copy. The fewest and smallest that make the page full are taken; where
// none do, the largest that stand in its white.

import {countCells} from './board.ts'
import {fillWhite, type FilledPage} from './fill-white.ts'
import {listRungs} from './ladder.ts'
import {tryPage, type TriedPage} from './make-up-page.ts'
import {toShapeTable} from './shape-table.ts'
import {countBest} from './table-cells.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Sets of fillers tried, at most. */
const mostTries = 12

/**
 * Try fillers on a page: where nothing else fills it, or only what the ladder
 * takes to after fillers.
 */
export function fillWithFillers(
  request: PageRequest,
  result: TriedPage,
  pool: ReadonlyArray<Unit>
): FilledPage | undefined {
  const rungs = listRungs(request.template)
  const rung = rungs.findIndex((steps) => steps.has('filler'))
  if (rung < 0) return undefined
  const isWanted = result.isFilled
    ? result.rungIndex > rung
    : result.missedLineCount === 0
  if (!isWanted) return undefined

  const sized = pool
    .map((unit) => ({unit, cellCount: measureFiller(unit, request)}))
    .sort((a, b) => a.cellCount - b.cellCount)
  const sets: Array<Array<Unit>> = sized.map(({unit}) => [unit])
  for (const [index, {unit}] of sized.entries()) {
    for (const other of sized.slice(index + 1)) sets.push([unit, other.unit])
  }

  for (const used of sets.slice(0, mostTries)) {
    const units = [...request.units, ...used]
    const found = tryPage({...request, units})
    if (!found.isFilled) continue
    if (result.isFilled && found.rungIndex > rung) continue
    return {result: found, used}
  }
  return result.isFilled ? undefined : fillWhite(request, result, pool)
}

/** Cells of the cheapest way to set a filler. */
function measureFiller(unit: Unit, request: PageRequest): number {
  const {size} = unit.facts
  if (size) return countCells(size)
  const rung = listRungs(request.template)[0] ?? new Set()
  return countBest(toShapeTable(unit, request, rung))
}
