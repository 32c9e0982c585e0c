// A move: stories the page fills without, the fewest, of least news value.

import type {PageFix} from '../model/plan.ts'
import {canFill} from './give-way.ts'
import type {OpenPage} from './open-page.ts'
import type {Unit} from './unit.ts'

/** Find stories to move to another page. */
export function findMove({free, request}: OpenPage): PageFix | undefined {
  const movable = free
    .filter(
      ({facts, part, rank}) => part === 'whole' && !facts.size && rank > 0
    )
    .sort((a, b) => b.rank - a.rank)

  for (const unit of movable) {
    if (fillsWithout([unit])) return {action: 'move', slugs: listSlugs(unit)}
  }
  for (let count = 2; count <= movable.length; count++) {
    const gone = movable.slice(0, count)
    if (!fillsWithout(gone)) continue
    return {action: 'move', slugs: gone.flatMap(listSlugs)}
  }
  return undefined

  function fillsWithout(gone: ReadonlyArray<Unit>): boolean {
    const units = request.units.filter((one) => !gone.includes(one))
    return canFill({...request, units})
  }
}

function listSlugs({members, slug}: Unit): Array<string> {
  return members ? members.map((one) => one.slug) : [slug]
}
