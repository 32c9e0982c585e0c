// How a page is called: its number as printed, and its name in a list.

import type {ComposedPage} from '../../model/page.ts'

/** Write a page's number as it is printed: `05` in Chinese papers. */
export function formatPageNumber(page: ComposedPage): string {
  const number = String(page.pageNumber)
  return isChinese(page) ? number.padStart(2, '0') : number
}

/** Write a page's name: `第05版 乡村振兴`, `Page 5 Country`. */
export function formatPageName(page: ComposedPage): string {
  const number = formatPageNumber(page)
  const name = isChinese(page) ? `第${number}版` : `Page ${number}`
  return page.section ? `${name} ${page.section}` : name
}

function isChinese(page: ComposedPage): boolean {
  return page.lang === 'zh' || page.lang.startsWith('zh-')
}
