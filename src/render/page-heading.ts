// The heading of a page: the line of its furniture that names it.
//
// Nothing is read aloud that is not printed, so a page's heading is a line that
// stands on it: the one with the section, else the one with the page number.

import type {Block, ComposedPage, Line} from '../model/page.ts'
import {readText} from './read-text.ts'

/** Find the line or block that names the page, if there is one. */
export function findPageHeading(page: ComposedPage): Block | Line | undefined {
  const candidates = page.children
    .filter((child) => child.type === 'furniture' && child.role === 'header')
    .flatMap((child) => child.children)
    .filter((child) => child.type === 'block' || child.type === 'line')
  const names = [page.section, String(page.pageNumber)]

  for (const name of names) {
    if (!name) continue
    const found = candidates.find((child) => readText([child]).includes(name))
    if (found) return found
  }
  return undefined
}
