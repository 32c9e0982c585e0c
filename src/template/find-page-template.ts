// The design of one page: its template as it is on a right-hand page, mirrored
// on a left-hand one, spread over two, or as page one has it.

import type {Page} from '../model/issue.ts'
import {toFrontTemplate} from './to-front-template.ts'
import {toLeftTemplate, toSpreadTemplate} from './turn-template.ts'
import type {Template} from './template.ts'

/** Find the design a page is made up with. */
export function findPageTemplate(
  templates: ReadonlyMap<string, Template>,
  page: Pick<Page, 'facingPageNumber' | 'pageNumber' | 'template'>
): Template | undefined {
  const template = templates.get(page.template)
  if (!template) return undefined
  if (page.facingPageNumber !== undefined) return toSpreadTemplate(template)
  if (page.pageNumber === 1) return toFrontTemplate(template)
  return page.pageNumber % 2 === 0 ? toLeftTemplate(template) : template
}
