// Numbers of footnotes: by where they are first called, as readers meet them;
// notes that are never called come last.

import {visitParents} from 'unist-util-visit-parents'
import type {FootnoteDefinition, FootnoteReference} from 'mdast'
import type {Node} from 'unist'
import type {Story} from '../model/story.ts'

/** Number the footnotes of a story, from 1, by identifier. */
export function numberNotes(story: Story): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const type of ['footnoteReference', 'footnoteDefinition'] as const) {
    visitParents(story, (node: Node) => {
      if (!isNote(node) || node.type !== type) return
      if (numbers.has(node.identifier)) return
      numbers.set(node.identifier, numbers.size + 1)
    })
  }
  return numbers
}

function isNote(node: Node): node is FootnoteDefinition | FootnoteReference {
  return node.type === 'footnoteReference' || node.type === 'footnoteDefinition'
}
