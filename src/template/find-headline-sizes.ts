// Which headline sizes a shape can take: the ladder's for its width, then the
// smaller ones of narrower widths, for copy that must not be as large as its
// width allows; in a frame that briefs share, those of one column.

import type {StoryShape} from '../model/plan.ts'
import type {HeadlineRules} from './template.ts'

/** Find the sizes of a shape's headline, largest first. */
export function findHeadlineSizes(
  {ladder}: Pick<HeadlineRules, 'ladder'>,
  shape: Pick<StoryShape, 'block' | 'columnCount'>
): ReadonlyArray<number> {
  const width = shape.block ? 1 : shape.columnCount
  const sizes = [...(ladder.get(width) ?? [])]
  for (let narrower = width - 1; narrower > 0; narrower--) {
    const least = sizes.at(-1) ?? Infinity
    sizes.push(...(ladder.get(narrower) ?? []).filter((size) => size < least))
  }
  return sizes
}
