// Footnotes are numbered in the order their marks stand in the copy.

import type {Node} from 'unist'
import type {Story} from '../model/story.ts'

/** Number the footnotes of a story, by identifier. */
export function numberNotes(story: Story): Map<string, number> {
  const numbers = new Map<string, number>()
  visit(story)
  return numbers

  function visit(node: Node): void {
    if (
      node.type === 'footnoteReference' &&
      'identifier' in node &&
      typeof node.identifier === 'string' &&
      !numbers.has(node.identifier)
    ) {
      numbers.set(node.identifier, numbers.size + 1)
    }
    if ('children' in node && Array.isArray(node.children)) {
      const children: ReadonlyArray<Node> = node.children
      for (const child of children) visit(child)
    }
  }
}
