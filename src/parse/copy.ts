// Copy on the desk: a manuscript while it is being read.

import type {Definition} from 'mdast'
import type {Node, Position} from 'unist'
import type {VFile} from 'vfile'
import type {Figure} from '../model/story.ts'
import {note, type Details, type Rule} from '../note/note.ts'

/** A manuscript, or a line of one, while it is being read. */
export interface Copy {
  /** File that gets the notes. */
  file: VFile
  /** Text that the offsets of its nodes count in. */
  text: string
  /** Where all of it is, when its nodes can't know (a line of YAML). */
  place?: Position | undefined
  /** Picture files there are. */
  pictures: ReadonlySet<string>
  /** Addresses that links and pictures refer to, by identifier. */
  definitions: ReadonlyMap<string, Definition>
  /** Paragraphs too long to be read as Markdown. */
  longParagraphs: ReadonlyArray<string>
  /** Figures found within text, for the block around it to place. */
  lifted: Array<Figure>
}

/** Add a note on a node of the copy. */
export function noteCopy(
  copy: Copy,
  rule: Rule,
  reason: string,
  details: Details & {node: Node}
): void {
  const {node, ...others} = details
  const place = copy.place ?? node.position
  note(copy.file, rule, reason, {ancestors: [node], place, ...others})
}

/** Give the Markdown a node was made of. */
export function sourceOf(copy: Copy, node: Node): string {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return ''
  return copy.text.slice(start, end)
}
