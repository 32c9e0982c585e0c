// Rule: no line is wider than its story.
//
// A headline that no size and no number of rows makes fit, or a word that can't
// be parted in a narrow leg, would stand in the story beside it.

import type {VFile} from 'vfile'
import type {
  Block,
  ComposedModule,
  ComposedPage,
  Line
} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {formatPt} from '../../unit/length.ts'
import {findLines, readLines} from './read-blocks.ts'

/** The rule. */
export const wideLine: RulePage = {
  id: 'wide-line',
  level: 'error',
  what: 'A line is wider than the room of its story.',
  why: 'A headline that is far too long, or a word that can’t be parted, stands in its neighbour or beside the page.',
  fix: 'Shorten the headline, or put a space where it may be split; part the word, or give the story more columns.'
}

/** Note the lines of a module that leave it at the right, once for each block. */
export function checkWideLines(
  module: ComposedModule,
  page: ComposedPage,
  file: VFile
): void {
  const rightPt = module.area.xPt + module.area.widthPt
  for (const child of module.children) {
    if (child.type !== 'block') continue
    const wide = findLines([child]).find(
      (line) => findExcessPt(line, rightPt) > findEmPt(line)
    )
    if (!wide) continue
    const words = readLines([wide])
    const excess = formatPt(findExcessPt(wide, rightPt))
    note(
      file,
      wideLine,
      `Unexpected line \`${toShort(words)}\` of \`${module.slug}\` on page \`${page.pageNumber}\`, \`${excess}\` wider than its story, expected it to fit`,
      {
        ancestors: [page, module],
        actual: excess,
        expected: ['0pt'],
        fix: isHead(child)
          ? 'Shorten the headline, or put a space where it may be split.'
          : 'Part the word, or give the story more columns.'
      }
    )
  }
}

function isHead({role}: Block): boolean {
  return role === 'headline' || role === 'kicker' || role === 'deck'
}

/** How far type is out at the right; marks may hang by an em. */
function findExcessPt(line: Line, rightPt: number): number {
  if (line.writing === 'vertical') return 0
  const glyph = line.children.at(-1)?.glyphs.at(-1)
  return glyph ? glyph.xPt + glyph.advancePt - rightPt : 0
}

function findEmPt(line: Line): number {
  return line.children.at(-1)?.sizePt ?? 0
}

function toShort(words: string): string {
  const characters = [...words]
  return characters.length > 16 ? `${characters.slice(0, 15).join('')}…` : words
}
