// Tables of the report.

import {toHtml, type HtmlElement} from './write-html.ts'

/** Make a table; numbers stand at the right. */
export function toTable(
  heads: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<number | string>>
): HtmlElement {
  return toHtml('table', {}, [
    toHtml('thead', {}, [
      toHtml(
        'tr',
        {},
        heads.map((head) => toHtml('th', {scope: 'col'}, head))
      )
    ]),
    toHtml(
      'tbody',
      {},
      rows.map((row) =>
        toHtml(
          'tr',
          {},
          row.map((cell) =>
            typeof cell === 'number'
              ? toHtml('td', {class: 'n'}, String(cell))
              : toHtml('td', {}, cell)
          )
        )
      )
    )
  ])
}
