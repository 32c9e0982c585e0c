// Which headline sizes a shape can take: the ladder's for its width; in a frame
// that briefs share, those of one column, whatever the width.

import type {StoryShape} from '../model/plan.ts'
import type {HeadlineRules} from './template.ts'

/** Find the sizes of a shape's headline, largest first. */
export function findHeadlineSizes(
  {ladder}: Pick<HeadlineRules, 'ladder'>,
  shape: Pick<StoryShape, 'block' | 'columnCount'>
): ReadonlyArray<number> {
  return ladder.get(shape.block ? 1 : shape.columnCount) ?? []
}
