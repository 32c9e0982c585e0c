// The line that pins a whole layout, for `layout` of a page in `issue.yaml`.

import type {PagePlan} from '../model/plan.ts'

/** Write a plan as `slug@column,line+WIDTHxDEPTH/LEGS …`. */
export function toLayoutLine(plan: PagePlan): string {
  return plan.modules
    .map(({area, part, shape, slug}) => {
      const {columnCount, columnIndex, lineCount, lineIndex} = area
      const name = part === 'rest' ? `${slug}:rest` : slug
      return `${name}@${columnIndex + 1},${lineIndex + 1}+${columnCount}x${lineCount}/${shape.legCount}`
    })
    .join(' ')
}
