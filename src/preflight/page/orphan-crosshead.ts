// Rule: no crosshead ends a leg.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage, Line} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import type {Rect} from '../../unit/rect.ts'
import {findBlocks, findLines, readLines} from './read-blocks.ts'

/** The rule. */
export const orphanCrosshead: RulePage = {
  id: 'orphan-crosshead',
  level: 'warning',
  what: 'A crosshead stands at the foot of a column, and what it heads is in the next.',
  why: 'It names nothing where it stands, 背题.',
  fix: 'Change the story by a line or two before the crosshead, or take the crosshead out.'
}

/** Note crossheads with nothing of their story under them. */
export function checkOrphanCrosshead(
  module: ComposedModule,
  page: ComposedPage,
  file: VFile
): void {
  const heads = findBlocks(module.children, 'crosshead')
  const headLines = new Set(findLines(heads))
  const others = findLines(module.children).filter(
    (line) => !headLines.has(line)
  )
  for (const head of heads) {
    const last = findLines([head]).at(-1)
    if (!last || last.writing === 'vertical') continue
    const leg = module.legs.find((one) => isIn(last, one))
    const goesOn = others.some(
      (line) =>
        line.yPt > last.yPt && Math.abs(line.xPt - last.xPt) < last.widthPt
    )
    if (!leg || goesOn) continue
    note(
      file,
      orphanCrosshead,
      `Unexpected crosshead \`${readLines([last])}\` at the foot of a column on page \`${page.pageNumber}\`, expected lines under it`,
      {
        ancestors: [page, module, head],
        place: head.position ?? module.position,
        fix: `Add or cut a line of \`${module.slug}\` before the crosshead.`
      }
    )
  }
}

function isIn(line: Line, rect: Rect): boolean {
  return (
    line.xPt >= rect.xPt - 1 &&
    line.xPt <= rect.xPt + rect.widthPt &&
    line.yPt >= rect.yPt &&
    line.yPt <= rect.yPt + rect.depthPt + 1
  )
}
