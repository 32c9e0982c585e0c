// Lists and tables.

import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  Table
} from 'mdast'
import type {BodyContent} from '../model/story.ts'
import type {Copy} from './copy.ts'
import {toPhrasing} from './to-phrasing.ts'

/** Turns blocks that are within a block. */
export type ToNested = (
  nodes: ReadonlyArray<BlockContent | DefinitionContent>,
  copy: Copy
) => Array<BodyContent>

/** Turn a list; check boxes stay the text they are typed as. */
export function toList(
  node: List,
  copy: Copy,
  toNested: ToNested
): Array<List> {
  const children = node.children.map((item): ListItem => {
    const blocks = toNested(item.children, copy)
    const {checked, ...others} = item
    const [first] = blocks
    if (typeof checked === 'boolean' && first?.type === 'paragraph') {
      const box: PhrasingContent = {
        type: 'text',
        value: checked ? '[x] ' : '[ ] '
      }
      if (item.position) box.position = item.position
      first.children.unshift(box)
    }
    return {...others, children: blocks}
  })
  return [{...node, children}]
}

/** Turn a table. */
export function toTable(node: Table, copy: Copy): Array<Table> {
  const children = node.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({
      ...cell,
      children: toPhrasing(cell.children, copy)
    }))
  }))
  return [{...node, children}]
}
