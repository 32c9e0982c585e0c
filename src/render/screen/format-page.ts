// How a page is called: its number as printed, and its name in a list.

import type {ComposedPage} from '../../model/page.ts'
import {listPageNumbers} from '../../model/list-page-numbers.ts'

/**
 * Write a page's number as it is printed: `05` in Chinese papers; `04–05` on a
 * spread.
 */
export function formatPageNumber(page: ComposedPage): string {
  return listPageNumbers(page)
    .map((number) => String(number).padStart(isChinese(page) ? 2 : 1, '0'))
    .join('–')
}

/** Write a page's name: `第05版 乡村振兴`, `Page 5 Country`. */
export function formatPageName(page: ComposedPage): string {
  const number = formatPageNumber(page)
  const word = page.facingPageNumber === undefined ? 'Page' : 'Pages'
  const name = isChinese(page) ? `第${number}版` : `${word} ${number}`
  return page.section ? `${name} ${page.section}` : name
}

function isChinese(page: ComposedPage): boolean {
  return page.lang === 'zh' || page.lang.startsWith('zh-')
}
