// A table; its first row is the head, unless it is blank.

import {h} from 'hastscript'
import type {Element} from 'hast'
import {toString} from 'mdast-util-to-string'
import type {Table, TableCell} from 'mdast'
import {toPhrasing} from './article-phrasing.ts'
import type {ArticleState} from './article-state.ts'

/** Make a table; nothing, where there is no cell. */
export function toArticleTable(
  node: Table,
  state: ArticleState
): Array<Element> {
  const [head, ...rows] = node.children
  const columnCount = Math.max(
    0,
    ...node.children.map((row) => row.children.length)
  )
  if (!head || columnCount === 0) return []

  const toRow = (cells: ReadonlyArray<TableCell>, isHead: boolean) =>
    h(
      'tr',
      Array.from({length: columnCount}, (_, index) =>
        toCell(cells[index], {align: node.align?.[index], isHead, state})
      )
    )
  const hasHead = toString(head).trim() !== ''
  const body = rows.map((row) => toRow(row.children, false))
  return [
    h('table', [
      hasHead ? h('thead', toRow(head.children, true)) : undefined,
      body.length > 0 ? h('tbody', body) : undefined
    ])
  ]
}

interface CellOptions {
  align: 'center' | 'left' | 'right' | null | undefined
  isHead: boolean
  state: ArticleState
}

function toCell(cell: TableCell | undefined, options: CellOptions): Element {
  const {align, isHead, state} = options
  const content = toPhrasing(cell?.children ?? [], state)
  const className = align ? {className: [align]} : {}
  // A head without words would name nothing.
  const isNamed = isHead && toString(cell).trim() !== ''
  return isNamed
    ? h('th', {scope: 'col', ...className}, content)
    : h('td', className, content)
}
