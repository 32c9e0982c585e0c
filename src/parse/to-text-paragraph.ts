// Paragraphs of plain text: what is copy, and no Markdown.

import type {Paragraph, PhrasingContent} from 'mdast'
import type {Node} from 'unist'
import {withLeadIn} from './find-lead-in.ts'
import {joinText} from './join-lines.ts'

/** Make a paragraph of plain text; none of nothing. */
export function toTextParagraph(value: string, node: Node): Array<Paragraph> {
  const text = joinText(value.trim())
  if (text === '') return []
  const position = node.position ? {position: node.position} : {}
  const children: Array<PhrasingContent> = [
    {type: 'text', value: text, ...position}
  ]
  return [{type: 'paragraph', children: withLeadIn(children), ...position}]
}
