// Tables of the report.

import {h} from 'hastscript'
import type {Element} from 'hast'

/** Make a table; numbers stand at the right. */
export function toTable(
  heads: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<number | string>>
): Element {
  return h('table', [
    h(
      'thead',
      h(
        'tr',
        heads.map((head) => h('th', {scope: 'col'}, head))
      )
    ),
    h(
      'tbody',
      rows.map((row) =>
        h(
          'tr',
          row.map((cell) =>
            typeof cell === 'number'
              ? h('td', {className: ['n']}, String(cell))
              : h('td', cell)
          )
        )
      )
    )
  ])
}
