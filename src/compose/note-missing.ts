// Rule: every character has a glyph.
//
// A character that none of the template's faces has would print as a box, or
// not at all. It is printed as 〓, the printers' mark for a missing sort, and
// the press stops until the copy or the template is changed.

import type {Node} from 'unist'
import type {VFile} from 'vfile'
import {note} from '../note/note.ts'
import type {RulePage} from '../note/rule-page.ts'
import {plainText} from '../model/plain-text.ts'

/** The rule. */
export const missingGlyph: RulePage = {
  id: 'missing-glyph',
  level: 'error',
  what: 'Every character of the copy is in one of the template’s faces.',
  why: 'A character without a glyph prints as a box, or not at all.',
  fix: 'Use another character, or add a face that has it to the template’s fallbacks.'
}

/** Rules of the composing room. */
export const composeRules: ReadonlyArray<RulePage> = [missingGlyph]

/** Note a character that no face has. */
export function noteMissing(
  character: string,
  blockId: string,
  ancestors: ReadonlyArray<Node>,
  file: VFile
): void {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  const story = ancestors.at(-1)
  const place = story ? findHolder(story, character) : undefined
  note(
    file,
    missingGlyph,
    `Unexpected character \`${character}\` (U+${code.padStart(4, '0')}) in \`${blockId}\`, expected one that the template’s faces have`,
    {
      ancestors: place ? [...ancestors, place] : ancestors,
      actual: character,
      fix: missingGlyph.fix
    }
  )
}

/** Find the smallest node that holds a character. */
function findHolder(node: Node, character: string): Node | undefined {
  if (!('children' in node) || !Array.isArray(node.children)) return undefined
  const children: ReadonlyArray<Node> = node.children
  for (const child of children) {
    if (!plainText(child).includes(character)) continue
    return findHolder(child, character) ?? child
  }
  return undefined
}
