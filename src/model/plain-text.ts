// Plain text of a block: what is composed, copied and compared.
//
// Ruby counts with its base only, a split with the space it stands for; line
// breaks, footnote marks and pictures have no text. Offsets in a `BodyPoint`
// count the UTF-16 units of this text.

import type {Node} from 'unist'

/** Give the plain text of a node and all that is in it. */
export function plainText(node: Node): string {
  if (node.type === 'html') return ''
  if ('children' in node && Array.isArray(node.children)) {
    const children: ReadonlyArray<Node> = node.children
    return children.map(plainText).join('')
  }
  return 'value' in node && typeof node.value === 'string' ? node.value : ''
}
