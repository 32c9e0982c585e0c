// Rules: every page has its number, in its order, and page one says who makes
// the paper (《报纸期刊质量管理规定》, annex on 出版形式差错).

import type {VFile} from 'vfile'
import type {Issue} from '../../model/issue.ts'
import {listPageNumbers} from '../../model/list-page-numbers.ts'
import type {ComposedPage} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {findLines, readLines} from './read-blocks.ts'

/** Rule: page numbers. */
export const folioSequence: RulePage = {
  id: 'folio-sequence',
  level: 'warning',
  what: 'A page’s number is not printed on it, or does not follow the page before.',
  why: 'Every page but the first, which has the flag, needs its 版序 in the folio; a gap looks like a page that was lost.',
  fix: 'Number the pages in `issue.yaml` in order, and let the template’s folio print `{page}`.'
}

/** Rule: the imprint on page one. */
export const imprintOnFront: RulePage = {
  id: 'imprint-on-front',
  level: 'warning',
  what: 'Page one lacks a part of the imprint.',
  why: 'Readers and the regulator look there for the 统一刊号, who publishes, the address, the printer and the price; each that is missing counts as an error of form.',
  fix: 'Add what is missing to `imprint` in `issue.yaml`, and let the template of page one print it.'
}

const asked = ['cn', 'publisher', 'address', 'printer', 'price'] as const

/** Note numbers and the imprint, on the file of the issue. */
export function checkFolios(
  issue: Issue,
  pages: ReadonlyArray<ComposedPage>,
  file: VFile
): void {
  let before: number | undefined
  for (const page of pages) {
    const {pageNumber} = page
    const source = issue.children.find((one) => one.pageNumber === pageNumber)
    if (source?.isNumberUnknown) continue
    const text = readFurniture(page)
    const printed = (text.match(/\d+/g) ?? []).map(Number)
    // Page one is known by the flag.
    const isPrinted =
      pageNumber === 1 ||
      listPageNumbers(page).every((number) => printed.includes(number))
    const follows = before === undefined || pageNumber === before + 1
    before = page.facingPageNumber ?? pageNumber
    if (isPrinted && follows) continue
    note(
      file,
      folioSequence,
      isPrinted
        ? `Unexpected page \`${pageNumber}\`, expected the number after the page before`
        : `Unexpected page \`${pageNumber}\` without its number, expected it in the folio`,
      {place: source?.position, fix: folioSequence.fix}
    )
  }

  const front = pages.find(({pageNumber}) => pageNumber === 1)
  if (front) checkImprint(issue, front, file)
}

function checkImprint(issue: Issue, front: ComposedPage, file: VFile): void {
  const text = readFurniture(front).replaceAll(/\s/g, '')
  const missing = asked.filter((field) => {
    const value = issue.imprint[field]?.replaceAll(/\s/g, '')
    return !value || !text.includes(value)
  })
  if (missing.length === 0) return
  note(
    file,
    imprintOnFront,
    `Unexpected page \`1\` without ${missing.map((field) => `\`${field}\``).join(', ')}, expected the whole imprint`,
    {fix: imprintOnFront.fix}
  )
}

function readFurniture(page: ComposedPage): string {
  return page.children
    .filter((child) => child.type === 'furniture')
    .map((furniture) =>
      // A space keeps numbers of two lines apart.
      findLines([furniture])
        .map((line) => readLines([line]))
        .join(' ')
    )
    .join(' ')
}
