// Clean copy of what can't be seen: control characters, bidi overrides, marks
// without width. They are taken out, each kind with a note that names it.
//
// Line ends become `\n` and a byte order mark goes silently. Nothing visible
// is changed: compatibility ideographs and Kangxi radicals stay as typed.

import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {note} from '../note/note.ts'
import type {RulePage} from '../note/rule-page.ts'

/** Rule: copy has no characters that can't be seen. */
export const invisibleCharacter: RulePage = {
  id: 'invisible-character',
  level: 'warning',
  what: 'The copy has a character that can’t be seen: a control, a bidi override, a mark without width.',
  why: 'Such characters reorder or part what readers see, or hide what they copy.',
  fix: 'Delete the character; it is left out of the paper.'
}

/** Rule: copy has lost no character on its way. */
export const lostCharacter: RulePage = {
  id: 'lost-character',
  level: 'error',
  what: 'The copy has a replacement character (U+FFFD): something was lost before it was filed.',
  why: 'A character is missing from the text, and nobody here knows which.',
  fix: 'Write the character that belongs here.'
}

const invisible =
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]/g

// Marks that are spaces or line ends in disguise.
const spaces = new Set(['\u000b', '\u000c', '\u0085', '\u2028', '\u2029'])

const names: Readonly<Record<string, string>> = {
  '\0': 'null',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'pop directional formatting',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
  '\ufeff': 'zero width no-break space'
}

/** Clean the text of a manuscript, adding notes on what was taken out. */
export function cleanCopy(value: string, file: VFile): string {
  const text = value
    .toWellFormed()
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  noteLost(text, file)

  const found = new Map<string, {count: number; index: number}>()
  const clean = text.replace(invisible, (character, index: number) => {
    if (character === '\u200d' && joinsEmoji(text, index)) return character
    const entry = found.get(character) ?? {count: 0, index}
    entry.count++
    found.set(character, entry)
    return spaces.has(character) ? ' ' : ''
  })

  for (const [character, {count, index}] of found) {
    const name = nameOf(character)
    note(
      file,
      invisibleCharacter,
      `Unexpected \`${name}\`${count === 1 ? '' : ` \`${count}\` times, first here`}, expected none; it is left out`,
      {place: placeOf(text, index), actual: name, fix: `Delete \`${name}\`.`}
    )
  }
  return clean
}

function noteLost(text: string, file: VFile): void {
  const index = text.indexOf('\ufffd')
  if (index === -1) return
  note(
    file,
    lostCharacter,
    'Unexpected `U+FFFD` (replacement character), expected the character that was there',
    {place: placeOf(text, index), actual: 'U+FFFD', fix: lostCharacter.fix}
  )
}

function joinsEmoji(text: string, index: number): boolean {
  return /[\p{Extended_Pictographic}\ufe0f]$/u.test(
    text.slice(Math.max(0, index - 2), index)
  )
}

function nameOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase()
  const name = names[character] ?? 'control character'
  return `U+${code.padStart(4, '0')} (${name})`
}

function placeOf(text: string, index: number): Position {
  const before = text.slice(0, index)
  const line = before.split('\n').length
  const column = index - before.lastIndexOf('\n')
  return {start: {line, column}, end: {line, column: column + 1}}
}
