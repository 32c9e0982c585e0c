// A spread 通版: an even, left-hand page and the odd page at its right, which
// is not listed, for both are one page to make up.

import type {IssueSettings} from '../config/config.ts'

/**
 * Find the number of the right-hand page of a spread.
 *
 * `undefined` where the page is no spread, or says it is one and can't be:
 * `checkIssue` notes that.
 */
export function findFacingNumber(
  settings: IssueSettings,
  pageIndex: number
): number | undefined {
  const page = settings.pages[pageIndex]
  if (!page?.spread || page.number === 'unknown') return undefined
  const facing = page.number + 1
  const isListed = settings.pages.some(({number}) => number === facing)
  return page.number % 2 === 0 && !isListed ? facing : undefined
}
