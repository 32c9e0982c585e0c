// The line that pins a whole layout, for `layout` of a page in `issue.yaml`.

import type {PagePlan} from '../model/plan.ts'

/**
 * Write a plan as `slug@column,line+WIDTHxDEPTH/LEGS …`. Gathered briefs are
 * pinned as one, by the first of them.
 */
export function toLayoutLine(plan: PagePlan): string {
  const blocks = plan.blocks ?? []
  return plan.modules
    .filter(({slug}) => !blocks.some(({slugs}) => slugs.indexOf(slug) > 0))
    .map(({area: own, part, shape, slug}) => {
      const block = blocks.find(({slugs}) => slugs[0] === slug)
      const area = block?.area ?? own
      const {columnCount, columnIndex, lineCount, lineIndex} = area
      const name = part === 'rest' ? `${slug}:rest` : slug
      return `${name}@${columnIndex + 1},${lineIndex + 1}+${columnCount}x${lineCount}/${shape.legCount}`
    })
    .join(' ')
}
