// What a page looks like, as a key: whatever is made of a page alone is made
// again only when its key is another.

import type {ComposedPage} from '../model/page.ts'
import type {CompleteDesk} from './desk.ts'
import {hashText} from './step-key.ts'

/**
 * Make the key of a composed page. Glyphs are named by their place and their
 * characters, or by the story they are of, not by their number in the issue's
 * font, which other pages have a say in.
 */
export function pageKey(
  page: ComposedPage,
  {looksOf}: Pick<CompleteDesk, 'looksOf'>
): string {
  const children = page.children.map((child) =>
    child.type === 'module' && looksOf ? looksOf(child) : child
  )
  const text = JSON.stringify({...page, children}, (key, value: unknown) =>
    key === 'id' && typeof value === 'number' ? undefined : value
  )
  return hashText(text)
}
