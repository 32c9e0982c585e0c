// Rule: the printed file has every page of the issue, and no more.

import type {VFile} from 'vfile'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** The rule. */
export const pageCount: RulePage = {
  id: 'page-count',
  level: 'error',
  what: 'The PDF has more or fewer pages than the issue.',
  why: 'A page that is missing, or parted in two, means that painting went wrong.',
  fix: 'Run `qianzi doctor`, then build again with `--no-cache`; if it stays, report it with the issue’s folder.'
}

/** Note a PDF with a wrong number of pages. */
export function checkPageCount(
  actual: number,
  expected: number,
  file: VFile
): void {
  if (actual === expected) return
  note(
    file,
    pageCount,
    `Unexpected \`${actual}\` pages in the PDF, expected \`${expected}\``,
    {actual: String(actual), expected: [String(expected)], fix: pageCount.fix}
  )
}
