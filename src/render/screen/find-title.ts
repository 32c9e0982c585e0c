// What a story is called in bookmarks, and where a picture says nothing of
// itself.

import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {readText} from '../read-text.ts'
import {findModules} from '../sheet.ts'
import {findBlocks} from './find-blocks.ts'

// Characters of a story without a headline that stand for it.
const openingLength = 16

/** Find the title of a story: its headline, else how it begins. */
export function findTitle(
  module: ComposedModule,
  pages: ReadonlyArray<ComposedPage>
): string {
  const parts = pages
    .flatMap((page) => findModules(page))
    .filter(({slug}) => slug === module.slug)
  const headline = [module, ...parts]
    .flatMap((part) => findBlocks(part.children))
    .find((block) => block.role === 'headline')
  if (headline) return tidy(readText([headline]))

  const blocks = findBlocks(module.children)
  const opening =
    blocks.find((block) => block.role === 'paragraph') ?? blocks.at(0)
  const text = [...tidy(opening ? readText([opening]) : '')]
  if (text.length === 0) return module.slug
  const start = text.slice(0, openingLength).join('')
  return text.length > openingLength ? start + '…' : start
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
