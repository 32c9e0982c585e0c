// What a press file calls its sheet: one page, or both of a spread. A plant
// gets a spread 通版 as one file of two pages' width, for type and pictures
// run across the fold and cannot be cut there without being printed twice.

import {listPageNumbers} from '../../model/list-page-numbers.ts'

/** Write the numbers of a sheet: `05`; `04-05` for a spread. */
export function formatSheetNumber(
  page: Parameters<typeof listPageNumbers>[0]
): string {
  return listPageNumbers(page)
    .map((number) => String(number).padStart(2, '0'))
    .join('-')
}
