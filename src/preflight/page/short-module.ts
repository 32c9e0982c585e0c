// Rule: no story leaves more white under it than readers take for design.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** The rule. */
export const shortModule: RulePage = {
  id: 'short-module',
  level: 'warning',
  what: 'A story is shorter than the room it has, and leaves white.',
  why: 'A hole in the page looks like a mistake. The template says how many blank lines pass, as `limits.shortLines`.',
  fix: 'Add the lines the note names, give the story less room with `at`, or put a filler under it.'
}

/** Blank lines that pass where the template names no limit. */
const usualLimit = 8

/** Note a module with too many blank lines. */
export function checkShortModule(
  module: ComposedModule,
  page: ComposedPage,
  file: VFile,
  limits: Readonly<Record<string, number>>
): void {
  const {shortCharacterCount, shortLineCount} = module.facts
  const limit = limits['shortLines'] ?? usualLimit
  if (shortLineCount <= limit) return

  const {slug} = module
  note(
    file,
    shortModule,
    `Unexpected \`${shortLineCount} lines\` of white in \`${slug}\` on page \`${page.pageNumber}\`, expected \`${limit} lines\` or fewer`,
    {
      ancestors: [page, module],
      actual: `${shortLineCount} lines`,
      expected: [`${limit} lines`],
      fix: `Add ${shortLineCount} lines (about ${shortCharacterCount} characters) to \`${slug}\`, or give it less room.`
    }
  )
}
