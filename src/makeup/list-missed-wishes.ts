// Wishes of the editor that a page was filled without: a place that a story was
// to have, stories that were to touch.

import type {LatticeRect} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {toBoard} from './board.ts'
import {listMissedPins, type PinWish} from './place-costs.ts'
import {standTogether, type PlacedUnit} from './placed-unit.ts'

/** A wish that was not met. */
export interface MissedWish {
  slug: string
  wish: PinWish | 'group'
}

/** List what was wished for in vain; `standing` is where all is given. */
export function listMissedWishes(
  placed: ReadonlyArray<PlacedUnit>,
  standing: ReadonlyArray<LatticeRect>,
  {grid}: Pick<Template, 'grid'>
): Array<MissedWish> {
  const {columnCount, lineCount} = grid
  const page = {columnIndex: 0, columnCount, lineIndex: 0, lineCount}
  const {area} = toBoard(page, standing)
  return placed.flatMap((one) => {
    const {pin, slug} = one.unit
    const missed: Array<MissedWish['wish']> = pin
      ? listMissedPins(one.area, pin, {area, grid})
      : []
    if (isApart(one, placed)) missed.push('group')
    return missed.map((wish) => ({slug, wish}))
  })
}

/** Tell whether a unit touches no other of its group. */
function isApart(one: PlacedUnit, placed: ReadonlyArray<PlacedUnit>): boolean {
  const {group} = one.unit.facts
  if (!group) return false
  const others = placed.filter(
    (other) => other !== one && other.unit.facts.group === group
  )
  return others.length > 0 && !others.some((other) => standTogether(one, other))
}
