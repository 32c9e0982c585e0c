// Leaving out: the fewest stories, of least news value, without which a page of
// too much copy fills.

import type {Arrangement} from './arrange-page.ts'
import {mostExcess} from './give-way.ts'
import {fullRung} from './ladder.ts'
import type {OpenPage} from './open-page.ts'
import type {Unit} from './unit.ts'

/** A page without some of its stories. */
export interface LeftOut {
  gone: ReadonlyArray<Unit>
  arrangement: Arrangement
}

/** Find which stories to leave out; one alone may be any but the lead. */
export function leaveOut(page: OpenPage): LeftOut | undefined {
  const movable = page.free
    .filter(
      ({facts, part, rank}) => part === 'whole' && !facts.size && rank > 0
    )
    .sort((a, b) => b.rank - a.rank)
  for (const unit of movable) {
    const found = arrangeWithout([unit])
    if (found) return found
  }
  for (let count = 2; count <= movable.length; count++) {
    const found = arrangeWithout(movable.slice(0, count))
    if (found) return found
  }
  return undefined

  function arrangeWithout(without: ReadonlyArray<Unit>): LeftOut | undefined {
    const options = {rung: fullRung, without, isHasty: true, mostExcess}
    const [arrangement] = page.arrange(options)
    return arrangement && {gone: without, arrangement}
  }
}
