// A move: stories that go to another page, so that the others fill theirs.

import type {PageFix} from '../model/plan.ts'
import {leaveOut} from './leave-out.ts'
import type {OpenPage} from './open-page.ts'
import type {Unit} from './unit.ts'

/** Find stories to move to another page, if it isn't known which. */
export function findMove(
  page: OpenPage,
  known?: ReadonlyArray<Unit>
): PageFix | undefined {
  const gone = known ?? leaveOut(page)?.gone ?? []
  if (gone.length === 0) return undefined
  return {action: 'move', slugs: gone.flatMap(listSlugs)}
}

function listSlugs({members, slug}: Unit): Array<string> {
  return members ? members.map((one) => one.slug) : [slug]
}
