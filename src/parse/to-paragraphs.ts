// The paragraphs in some blocks.

import type {Paragraph} from 'mdast'
import type {Node} from 'unist'

/** Give the paragraphs in some blocks, however deep they are. */
export function toParagraphs(nodes: ReadonlyArray<Node>): Array<Paragraph> {
  return nodes.flatMap((node): Array<Paragraph> => {
    if (isParagraph(node)) return [node]
    if (!('children' in node) || !Array.isArray(node.children)) return []
    const children: ReadonlyArray<Node> = node.children
    return toParagraphs(children)
  })
}

function isParagraph(node: Node): node is Paragraph {
  return node.type === 'paragraph'
}
