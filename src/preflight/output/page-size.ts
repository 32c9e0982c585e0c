// Rule: a page of the printed file has the size it was composed for.

import type {VFile} from 'vfile'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** The rule. */
export const pageSize: RulePage = {
  id: 'page-size',
  level: 'error',
  what: 'A page of the PDF has other proportions than the page that was composed.',
  why: 'Something was cut off or squeezed when it was painted; what links and zones point at is elsewhere.',
  fix: 'Run `qianzi doctor`, then build again with `--no-cache`; if it stays, report it with the issue’s folder.'
}

/** How far sides may differ, over the page: a picture has whole pixels. */
const tolerance = 0.002

/** A page as it was composed, and as it came out. */
export interface SizedPage {
  pageNumber: number
  widthPt: number
  depthPt: number
  widthPx: number
  depthPx: number
}

/** Note a page that came out in another shape. */
export function checkPageSize(page: SizedPage, file: VFile): void {
  const {depthPt, depthPx, pageNumber, widthPt, widthPx} = page
  const expected = depthPt / widthPt
  const actual = depthPx / widthPx
  if (Math.abs(actual / expected - 1) <= tolerance) return
  note(
    file,
    pageSize,
    `Unexpected page \`${pageNumber}\` of \`${actual.toFixed(4)}\` depth to width, expected \`${expected.toFixed(4)}\``,
    {fix: pageSize.fix}
  )
}
