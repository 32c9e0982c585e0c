// The design of one page: its template as it is on a right-hand page, mirrored
// on a left-hand one, or spread over two.

import type {Page} from '../model/issue.ts'
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
  return page.pageNumber % 2 === 0 ? toLeftTemplate(template) : template
}
