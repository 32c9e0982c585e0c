// Parse one line of copy as inline Markdown: a kicker, a deck, a cutline.

import type {PhrasingContent} from 'mdast'
import type {Node, Position} from 'unist'
import type {Copy} from './copy.ts'
import {parseMarkdown} from './parse-markdown.ts'

// A mark before the line: what follows it can't begin a block. It counts as
// punctuation, so emphasis may begin right after it.
const guard = '“'

/** Turns inline Markdown into inline copy. */
export type ToPhrasing = (
  nodes: ReadonlyArray<PhrasingContent>,
  copy: Copy
) => Array<PhrasingContent>

/** Parse a line; all of it is at `copy.place`. */
export function parseInline(
  line: string,
  copy: Copy,
  toPhrasing: ToPhrasing
): Array<PhrasingContent> {
  const text = guard + line.trim().replace(/\s*\n\s*/g, ' ')
  const [paragraph] = parseMarkdown(text).children
  if (paragraph?.type !== 'paragraph') return []

  const children = toPhrasing(paragraph.children, {...copy, text})
  const [first, ...others] = children
  if (first?.type !== 'text') return children
  const rest = first.value.slice(guard.length)
  const nodes = rest === '' ? others : [{...first, value: rest}, ...others]
  for (const node of nodes) move(node, copy.place)
  return nodes
}

function move(node: Node, place: Position | undefined): void {
  if (place) node.position = place
  else delete node.position
  if (!('children' in node) || !Array.isArray(node.children)) return
  const children: ReadonlyArray<Node> = node.children
  for (const child of children) move(child, place)
}
