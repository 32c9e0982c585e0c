// Bias: a page that was made up before had better stay as it was.

import type {ArrangeRequest} from './arrange-page.ts'
import type {PageRules} from './page-rules.ts'
import {costOfChange} from './place-costs.ts'
import type {Candidate, ShapeTable} from './shape-table.ts'
import type {DoglegShape} from './tile-bounds.ts'
import {unitKey} from './unit.ts'

/** Let sizes other than before cost more, to keep a page as it was. */
export function biasTable(
  {previous, tables, units}: ArrangeRequest,
  index: number,
  rules: PageRules
): ShapeTable | undefined {
  const table = tables[index]
  const unit = units[index]
  const before = unit && previous?.get(unitKey(unit))
  if (!table || !before) return table
  const weight = rules.weights.moved
  return table.map((row, columnCount) => {
    const biased = new Map<number, Candidate>()
    for (const [lineCount, candidate] of row) {
      const change = costOfChange({columnCount, lineCount}, before, weight)
      biased.set(lineCount, {...candidate, cost: candidate.cost + change})
    }
    return biased
  })
}

/** The same for its L-shapes. */
export function biasDoglegs(
  {doglegs, previous, units}: ArrangeRequest,
  index: number,
  rules: PageRules
): ReadonlyArray<DoglegShape> {
  const shapes = doglegs?.[index] ?? []
  const unit = units[index]
  const before = unit && previous?.get(unitKey(unit))
  if (!before) return shapes
  return shapes.map((shape) => {
    const {columnCount, cost, lineCount} = shape
    const size = {columnCount, lineCount}
    return {
      ...shape,
      cost: cost + costOfChange(size, before, rules.weights.moved)
    }
  })
}
