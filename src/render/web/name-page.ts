// What a page is called: by its number and section, or by the placeholder that
// is printed where nobody can tell its number.

import type {Page} from '../../model/issue.ts'
import {unknownText} from '../../model/unknown.ts'
import {findWords} from '../words.ts'

/** Names of a page. */
export interface PageName {
  /** `第05版`. */
  number: string
  /** `第05版 乡村振兴`. */
  full: string
  /** What its picture is called. */
  picture: string
}

/** Name a page in a language (BCP 47). */
export function namePage(page: Page, lang: string): PageName {
  const {facingPageNumber, isNumberUnknown = false, pageNumber, section} = page
  const words = findWords(lang)
  if (isNumberUnknown) {
    const number = unknownText('pageNumber', lang)
    const full = section ? `${number} ${section}` : number
    return {number, full, picture: full}
  }
  return {
    number: words.page(pageNumber, undefined, facingPageNumber),
    full: words.page(pageNumber, section, facingPageNumber),
    picture: words.pagePicture(pageNumber)
  }
}
