// The layout of an issue as a file: `layout.json`, page by page.

import type {ComposedPage} from '../model/page.ts'
import {joinJson, toJsonItem} from './join-json.ts'
import {toLayout, toLayoutPage} from './layout-json.ts'

/**
 * Write the layout of some pages: numbers of a list stand on one line. It is long,
 * and is bytes page by page.
 */
export function writeLayout(pages: ReadonlyArray<ComposedPage>): Uint8Array {
  return joinLayout(pages.map(writeLayoutPage))
}

/** Join the layouts of pages. */
export function joinLayout(items: Iterable<Uint8Array>): Uint8Array {
  const value = {...toLayout([])}
  return joinJson({value, name: 'pages', indentCount: 1, items})
}

/** Write the layout of a page, to be joined with others. */
export function writeLayoutPage(page: ComposedPage): Uint8Array {
  const text = JSON.stringify(toLayoutPage(page), undefined, 1)
  // A line feed in JSON is never within a string.
  const inLines = text.replace(
    /\[\n\s*(?:-?[\d.e-]+,\n\s*)*-?[\d.e-]+\n\s*\]/g,
    (list) => list.replace(/\s+/g, '')
  )
  return toJsonItem(inLines, 1)
}
