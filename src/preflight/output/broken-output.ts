// Rule: an output is what its name says: a file that is cut short, empty or of
// another kind is not published.

import type {VFile} from 'vfile'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** The rule. */
export const brokenOutput: RulePage = {
  id: 'broken-output',
  level: 'error',
  what: 'A finished file is empty, cut short, or of another kind than its name says.',
  why: 'Nobody could open it.',
  fix: 'Run `qianzi doctor`, then build again with `--no-cache`; if it stays, report it with the issue’s folder.'
}

/** How files of a kind begin, and how they end. */
const signatures: Readonly<Record<string, {start: string; end?: string}>> = {
  epub: {start: 'PK\u0003\u0004'},
  jpg: {start: '\u00ff\u00d8\u00ff', end: '\u00ff\u00d9'},
  pdf: {start: '%PDF-', end: '%%EOF'},
  png: {start: '\u0089PNG'},
  webp: {start: 'RIFF'}
}

/** Note an output that nobody could open. */
export function checkBrokenOutput(
  path: string,
  value: Uint8Array | string,
  file: VFile
): void {
  const extension = path.slice(path.lastIndexOf('.') + 1)
  const {end = '', start = ''} = signatures[extension] ?? {}
  const isWhole =
    value.length > 0 &&
    toLatin1(value.slice(0, start.length)) === start &&
    toLatin1(value.slice(-32)).trimEnd().endsWith(end)
  if (isWhole) return

  note(
    file,
    brokenOutput,
    `Unexpected \`${path}\` of \`${value.length}\` bytes, expected a whole \`${extension}\` file`,
    {fix: brokenOutput.fix}
  )
}

function toLatin1(value: Uint8Array | string): string {
  return typeof value === 'string' ? value : String.fromCharCode(...value)
}
