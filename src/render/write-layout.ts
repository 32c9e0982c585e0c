// The layout of an issue as a file: `layout.json`, page by page.

import type {ComposedPage} from '../model/page.ts'
import {joinJson} from './join-json.ts'
import {toLayout, toLayoutPage} from './layout-json.ts'

/**
 * Write the layout of some pages: numbers of a list stand on one line. It is long,
 * and is bytes page by page.
 */
export function writeLayout(pages: ReadonlyArray<ComposedPage>): Uint8Array {
  return joinJson({
    value: {...toLayout([])},
    name: 'pages',
    indentCount: 1,
    items: Iterator.from(pages).map(writeLayoutPage)
  })
}

// A line feed in JSON is never within a string.
function writeLayoutPage(page: ComposedPage): string {
  const text = JSON.stringify(toLayoutPage(page), undefined, 1)
  return text.replace(
    /\[\n\s*(?:-?[\d.e-]+,\n\s*)*-?[\d.e-]+\n\s*\]/g,
    (list) => list.replace(/\s+/g, '')
  )
}
