// Shield paragraphs that are too long to be read as Markdown.
//
// Some constructs take time that grows with the square of a paragraph's length
// or marks. Nobody writes paragraphs of 20,000 characters, or with a thousand
// marks, so those are set as plain text: a placeholder of noncharacters (which `cleanCopy` has removed
// everywhere else) stands in for them.

import type {VFile} from 'vfile'
import {note} from '../note/note.ts'
import type {RulePage} from '../note/rule-page.ts'

/** Rule: paragraphs have an end. */
export const longParagraph: RulePage = {
  id: 'long-paragraph',
  level: 'warning',
  what: 'A paragraph is far too long, or has far too many marks; it is set as plain text, and Markdown in it is not read.',
  why: 'Most often the ends of its paragraphs were lost, or it is no copy at all.',
  fix: 'Part the paragraph with blank lines.'
}

/** A manuscript with placeholders. */
export interface Shielded {
  text: string
  /** What the placeholders stand for. */
  longParagraphs: Array<string>
}

const maxCharacterCount = 20_000
const maxMarkCount = 1000
const nested = /^[ \t]*(?:>[ \t]*|[*+-][ \t]+|\d{1,9}[.)][ \t]+){20}/m

/** Put placeholders for paragraphs that are too long; lines keep their numbers. */
export function shieldLongParagraphs(text: string, file: VFile): Shielded {
  const longParagraphs: Array<string> = []
  const lines = text.split('\n')
  const result: Array<string> = []
  let block: Array<string> = []

  function endBlock(): void {
    const value = block.join('\n')
    const isFirst = result.length === 0 && value.startsWith('---')
    if (!isFirst && isTooLong(value)) {
      const line = result.length + 1
      note(
        file,
        longParagraph,
        `Unexpected paragraph of \`${value.length}\` characters, expected \`${maxCharacterCount}\` at most, and \`${maxMarkCount}\` marks; it is set as plain text`,
        {
          place: {start: {line, column: 1}, end: {line, column: 1}},
          actual: `${value.length} characters`,
          fix: longParagraph.fix
        }
      )
      block = [
        `\ufdd0${longParagraphs.length}\ufdd0`,
        ...block.slice(1).map(() => '')
      ]
      longParagraphs.push(value)
    }
    for (const line of block) result.push(line)
    block = []
  }

  for (const line of lines) {
    if (line.trim() === '') {
      endBlock()
      result.push(line)
    } else {
      block.push(line)
    }
  }
  endBlock()
  return {text: result.join('\n'), longParagraphs}
}

function isTooLong(value: string): boolean {
  if (value.length > maxCharacterCount) return true
  if (value.length < maxMarkCount) return nested.test(value)
  const marks = value.match(/[*_[\]<>`{~:!&@]/g)
  return (marks?.length ?? 0) > maxMarkCount || nested.test(value)
}
