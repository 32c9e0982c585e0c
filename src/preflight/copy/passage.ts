// Passages: the copy of a story as stretches of plain text, each of which knows
// where in the manuscript its characters are.

import type {Node, Position} from 'unist'
import type {VFile} from 'vfile'
import type {Story} from '../../model/story.ts'

/** What a passage is in its story. */
export type PassageRole =
  | 'byline'
  | 'cell'
  | 'crosshead'
  | 'cutline'
  | 'deck'
  | 'footnote'
  | 'headline'
  | 'item'
  | 'kicker'
  | 'paragraph'
  | 'quote'
  | 'summary'

/** One paragraph, headline, cell, … */
export interface Passage {
  role: PassageRole
  text: string
  /** Its node, for places. */
  node: Node
  /** Language, as in BCP 47. */
  lang: string
  leaves: ReadonlyArray<Leaf>
}

/** Characters of a passage that stand together in the manuscript. */
export interface Leaf {
  /** Where in the passage it begins. */
  start: number
  value: string
  node: Node
  /** Whether the copy says that it is meant like that, or it is no prose. */
  isAccepted: boolean
}

/** Something a rule found in a passage. */
export interface Finding {
  start: number
  end: number
  reason: string
  fix: string
}

/** List the passages of a story, in reading order. */
export function toPassages(story: Story): Array<Passage> {
  const passages: Array<Passage> = []
  for (const part of story.children) {
    if (part.type !== 'body') add(part, part.type)
    else for (const block of part.children) visit(block, 'paragraph')
  }
  return passages

  function visit(node: Node, role: PassageRole): void {
    switch (node.type) {
      case 'paragraph':
        return add(node, role)
      case 'crosshead':
        return add(node, 'crosshead')
      case 'figure':
        return add(node, 'cutline')
      case 'tableCell':
        return add(node, 'cell')
      case 'blockquote':
      case 'pullQuote':
        return visitAll(node, 'quote')
      case 'footnoteDefinition':
        return visitAll(node, 'footnote')
      case 'list':
        return visitAll(node, 'item')
      default:
        return visitAll(node, role)
    }
  }

  function visitAll(node: Node, role: PassageRole): void {
    for (const child of childrenOf(node)) visit(child, role)
  }

  function add(node: Node, role: PassageRole): void {
    const leaves = findLeaves(node)
    const text = leaves.map((leaf) => leaf.value).join('')
    if (text === '') return
    passages.push({role, text, node, lang: story.lang, leaves})
  }
}

function findLeaves(root: Node): Array<Leaf> {
  const leaves: Array<Leaf> = []
  let start = 0
  visit(root, false)
  return leaves

  function visit(node: Node, isInside: boolean): void {
    const isAccepted = isInside || isMeant(node)
    for (const child of childrenOf(node)) visit(child, isAccepted)
    if (!('value' in node) || typeof node.value !== 'string') return
    if (node.type === 'html') return
    leaves.push({start, value: node.value, node, isAccepted})
    start += node.value.length
  }
}

function isMeant(node: Node): boolean {
  return node.type === 'sic' || node.type === 'inlineCode'
}

function childrenOf(node: Node): ReadonlyArray<Node> {
  return 'children' in node && Array.isArray(node.children) ? node.children : []
}

/** Tell whether the copy itself says that a stretch is meant like that. */
export function isMeantSo(
  passage: Passage,
  start: number,
  end: number
): boolean {
  return passage.leaves.some(
    (leaf) =>
      leaf.isAccepted &&
      leaf.start < Math.max(end, start + 1) &&
      leaf.start + leaf.value.length > start
  )
}

/** Find where in the manuscript a stretch of a passage is. */
export function findPlace(
  passage: Passage,
  start: number,
  file: VFile
): Position | undefined {
  const leaf = passage.leaves.findLast((one) => one.start <= start)
  const position = leaf?.node.position ?? passage.node.position
  const from = leaf?.node.position?.start.offset
  const to = leaf?.node.position?.end.offset
  if (!leaf || from === undefined || to === undefined) return position
  const source = readSource(file)
  // Source and text differ by escapes and by ends of lines: walk along both.
  let at = from
  for (let index = 0; index <= start - leaf.start; index++) {
    at = source.indexOf(leaf.value[index] ?? '', index === 0 ? at : at + 1)
    if (at < 0 || at >= to) return position
  }
  const point = toPoint(source, at)
  return {start: point, end: point}
}

function readSource({value}: VFile): string {
  return typeof value === 'string' ? value : new TextDecoder().decode(value)
}

function toPoint(source: string, offset: number): Position['start'] {
  const before = source.slice(0, offset)
  const line = before.split('\n').length
  return {line, column: offset - before.lastIndexOf('\n'), offset}
}
