// Giving way: the page filled while one unit is allowed more than the others.

import type {LadderStep} from '../model/template-settings.ts'
import {fullRung, type Rung} from './ladder.ts'
import {openPage, type OpenPage} from './open-page.ts'
import type {PlacedUnit} from './placed-unit.ts'
import {toShapeTable, type ShapeTable} from './shape-table.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Lines of each leg by which one story may miss its module. */
export const mostMissedLines = 14

/** Lines are counted as they come: a change changes how they break. */
export const unsqueezed: Rung = new Set<LadderStep>(
  [...fullRung].filter((step) => step !== 'squeeze')
)

/** What is paid at most on a page of many stories, where a search takes long. */
export const mostExcess = 60
const manyStories = 10

/** Lines of a miss cost this part of what they cost elsewhere. */
const missShare = 1 / 4

/** Fill the page with another table of one unit; tell where that stands. */
export function giveWay(
  unit: Unit,
  table: ShapeTable,
  page: OpenPage
): PlacedUnit | undefined {
  const standing = page.fixed.find((one) => one.unit === unit)
  if (standing) return standing
  const [found] = page.arrange({
    rung: fullRung,
    instead: [{unit, table: cheapen(table)}],
    isHasty: true,
    ...(page.free.length > manyStories ? {mostExcess} : {})
  })
  return found?.placed.find((one) => one.unit === unit)
}

/**
 * Let a miss cost little. As all others fit, the least miss is found all the
 * same, and much sooner.
 */
function cheapen(table: ShapeTable): ShapeTable {
  return table.map(
    (row) =>
      new Map(
        [...row].map(([depth, candidate]) => [
          depth,
          {...candidate, cost: candidate.cost * missShare}
        ])
      )
  )
}

/** One unit of a page, changed. */
export interface UnitChange {
  /** The unit as it is. */
  unit: Unit
  /** The unit as it would be (default: as it is). */
  changed?: Unit
  /** The page with the change. */
  request: PageRequest
}

/** Tell whether a page can be filled when one of its units is changed. */
export function canFill(page: OpenPage, change: UnitChange): boolean {
  const {changed = change.unit, request, unit} = change
  // What is pinned has to be set anew at its place.
  if (!page.free.includes(unit)) {
    const other = openPage(request)
    return (
      other.unplaced.length === 0 &&
      other.arrange({rung: fullRung, isHasty: true}).length > 0
    )
  }
  const table = toShapeTable(changed, request, fullRung)
  return (
    page.arrange({
      rung: fullRung,
      instead: [{unit, table}],
      isHasty: true,
      mostExcess
    }).length > 0
  )
}
