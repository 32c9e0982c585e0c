// What an issue is called: by its day, and its edition where there are several.

import {longDate} from '../../model/calendar.ts'
import type {Issue} from '../../model/issue.ts'
import {findSiteWords} from './site-words.ts'

/** Name an issue: `2026年6月2日`, `2026年6月2日 第2次版`. */
export function nameIssue(
  {date, edition = 1}: Pick<Issue, 'date' | 'edition'>,
  lang: string
): string {
  const day = longDate(date, lang)
  return edition > 1 ? `${day} ${findSiteWords(lang).editionOf(edition)}` : day
}
