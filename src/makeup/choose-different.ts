// A choice for the editor: of many arrangements, the best few that really
// differ. One that only shifts a module by some lines is no choice.

import type {LatticeRect} from '../model/plan.ts'
import type {Arrangement} from './arrange-page.ts'

/** Lines by which a module may shift or grow and still be the same. */
const sameLineCount = 6

/** Choose the best arrangements, from a list in order of cost. */
export function chooseDifferent(
  arrangements: ReadonlyArray<Arrangement>,
  count: number
): Array<Arrangement> {
  const chosen: Array<Arrangement> = []
  for (const one of arrangements) {
    if (chosen.length >= count) break
    if (chosen.every((other) => differs(one, other))) chosen.push(one)
  }
  return chosen
}

/** A third of the modules, two at least, stand or run differently. */
function differs(a: Arrangement, b: Arrangement): boolean {
  const areas = new Map(b.placed.map(({area, unit}) => [unit, area]))
  let count = 0
  for (const {area, unit} of a.placed) {
    const other = areas.get(unit)
    if (!other || !isAlike(area, other)) count++
  }
  return count >= Math.min(a.placed.length, Math.max(2, a.placed.length / 3))
}

function isAlike(a: LatticeRect, b: LatticeRect): boolean {
  return (
    a.columnIndex === b.columnIndex &&
    a.columnCount === b.columnCount &&
    Math.abs(a.lineIndex - b.lineIndex) <= sameLineCount &&
    Math.abs(a.lineCount - b.lineCount) <= sameLineCount
  )
}
