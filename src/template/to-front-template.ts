// A template on page one, which has to be seen across a street: its lead may be
// wider, its headline larger than any inside.

import type {Template} from './template.ts'

/** Take what page one has otherwise; the same template if that is nothing. */
export function toFrontTemplate(template: Template): Template {
  const {costs, frontPage, headlines, limits} = template
  if (!frontPage) return template
  const ladder = new Map(headlines.ladder)
  for (const [columnCount, sizes] of Object.entries(frontPage.headlineSizes)) {
    ladder.set(Number(columnCount), sizes)
  }
  return {
    ...template,
    name: `${template.name}/front`,
    costs: {...costs, ...frontPage.costs},
    limits: {...limits, ...frontPage.limits},
    headlines: {...headlines, ladder}
  }
}
