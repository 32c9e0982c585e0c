// A move: stories the page fills without, the fewest, of least news value.

import type {PageFix} from '../model/plan.ts'
import {mostExcess} from './give-way.ts'
import {fullRung} from './ladder.ts'
import type {OpenPage} from './open-page.ts'
import type {Unit} from './unit.ts'

/** Find stories to move to another page. */
export function findMove(page: OpenPage): PageFix | undefined {
  const movable = page.free
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

  function fillsWithout(without: ReadonlyArray<Unit>): boolean {
    const options = {rung: fullRung, without, isHasty: true, mostExcess}
    return page.arrange(options).length > 0
  }
}

function listSlugs({members, slug}: Unit): Array<string> {
  return members ? members.map((one) => one.slug) : [slug]
}
