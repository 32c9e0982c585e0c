// Footnotes are numbered in the order their marks stand in the copy; notes that
// are never called come last, as in the outputs that reflow.

import type {Node} from 'unist'
import type {Story} from '../model/story.ts'

/** Number the footnotes of a story, by identifier. */
export function numberNotes(story: Story): Map<string, number> {
  const numbers = new Map<string, number>()
  visit(story, 'footnoteReference')
  visit(story, 'footnoteDefinition')
  return numbers

  function visit(node: Node, type: string): void {
    if (
      node.type === type &&
      'identifier' in node &&
      typeof node.identifier === 'string' &&
      !numbers.has(node.identifier)
    ) {
      numbers.set(node.identifier, numbers.size + 1)
    }
    if ('children' in node && Array.isArray(node.children)) {
      const children: ReadonlyArray<Node> = node.children
      for (const child of children) visit(child, type)
    }
  }
}
