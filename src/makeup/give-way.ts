// Giving way: the page filled while one unit is allowed more than the others.

import type {LadderStep} from '../model/template-settings.ts'
import {fullRung, type Rung} from './ladder.ts'
import {openPage, type OpenPage} from './open-page.ts'
import type {PlacedUnit} from './score.ts'
import type {ShapeTable} from './shape-table.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Lines of each leg by which one story may miss its module. */
export const mostMissedLines = 14

/** Lines are counted as they come: a change changes how they break. */
export const unsqueezed: Rung = new Set<LadderStep>(
  [...fullRung].filter((step) => step !== 'squeeze')
)

/** Fill the page with another table of one unit; tell where that stands. */
export function giveWay(
  unit: Unit,
  table: ShapeTable,
  page: OpenPage
): PlacedUnit | undefined {
  const standing = page.fixed.find((one) => one.unit === unit)
  if (standing) return standing
  const [found] = page.arrange({rung: fullRung, instead: [{unit, table}]})
  return found?.placed.find((one) => one.unit === unit)
}

/** Tell whether a page can be filled. */
export function canFill(request: PageRequest): boolean {
  const page = openPage(request)
  if (page.unplaced.length > 0) return false
  return page.arrange({rung: fullRung}).length > 0
}
