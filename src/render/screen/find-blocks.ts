// All blocks of a module, outer before inner, in reading order.

import type {Block, ComposedModule} from '../../model/page.ts'

/** Find blocks at any depth. */
export function findBlocks(nodes: ComposedModule['children']): Array<Block> {
  return nodes.flatMap((node) =>
    node.type === 'block' ? [node, ...findBlocks(node.children)] : []
  )
}
