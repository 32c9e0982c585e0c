// Briefs gathered 集纳: the short stories of a page become one unit, set in one
// frame under one heading. Each stays a story with a module of its own.

import type {LatticeRect} from '../model/plan.ts'
import {countCells, sumCells} from './board.ts'
import {unitKey, type Unit} from './unit.ts'

/** Characters of a brief, at most; a longer one stands alone. */
const mostCharacters = 400

/**
 * Gather the briefs of a page, where it has two or more.
 *
 * An editor's pin on the first of them is for the block; briefs pinned one by
 * one are left where they are.
 */
export function gatherBriefs(units: ReadonlyArray<Unit>): Array<Unit> {
  const briefs = units.filter(isBrief)
  const [first, ...others] = briefs
  const isFree = others.every(({pin}) => pin === undefined)
  if (!first || others.length === 0 || !isFree) return [...units]
  return units.flatMap((unit) => {
    if (unit === first) return [toBlock(first, briefs)]
    return briefs.includes(unit) ? [] : [unit]
  })
}

/** Say where gathered briefs stood before, if all of them stood together. */
export function gatherAreas(
  previous: ReadonlyMap<string, LatticeRect>,
  units: ReadonlyArray<Unit>
): ReadonlyMap<string, LatticeRect> {
  const gathered = new Map(previous)
  for (const unit of units) {
    if (!unit.members) continue
    const areas = unit.members.flatMap(
      (member) => previous.get(unitKey(member)) ?? []
    )
    for (const member of unit.members) gathered.delete(unitKey(member))
    const whole = join(areas)
    if (!whole || areas.length < unit.members.length) continue
    const isFull = sumCells(areas) === countCells(whole)
    if (isFull) gathered.set(unitKey(unit), whole)
  }
  return gathered
}

function join(areas: ReadonlyArray<LatticeRect>): LatticeRect | undefined {
  if (areas.length === 0) return undefined
  const columnIndex = Math.min(...areas.map((area) => area.columnIndex))
  const lineIndex = Math.min(...areas.map((area) => area.lineIndex))
  const rights = areas.map((area) => area.columnIndex + area.columnCount)
  const foots = areas.map((area) => area.lineIndex + area.lineCount)
  return {
    columnIndex,
    columnCount: Math.max(...rights) - columnIndex,
    lineIndex,
    lineCount: Math.max(...foots) - lineIndex
  }
}

function isBrief({facts, part}: Unit): boolean {
  return (
    facts.kind === 'brief' &&
    part === 'whole' &&
    !facts.size &&
    !facts.isBoxed &&
    facts.hasHeadline &&
    facts.group === undefined &&
    facts.figures.length === 0 &&
    facts.characterCount <= mostCharacters
  )
}

function toBlock(first: Unit, briefs: ReadonlyArray<Unit>): Unit {
  const block: Unit = {
    ...first,
    // What can be changed of it is its briefs', not the block's.
    facts: {
      ...first.facts,
      hasHeadline: false,
      headlineCharacterCount: 0,
      characterCount: 0,
      isBoxed: true
    },
    members: briefs.map(({pin: _pin, ...unit}) => unit)
  }
  return block
}
