// Rule: an advertisement says that it is one.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {findLines, readLines} from './read-blocks.ts'

/** The rule. */
export const unmarkedAdvertisement: RulePage = {
  id: 'unmarked-advertisement',
  level: 'error',
  what: 'An advertisement is printed without the word that says so.',
  why: 'Readers must be able to tell it from news: the law asks for the word (Advertising Law of China, article 14).',
  fix: 'Give the template a word for it: `words.advertisement`, such as 广告.'
}

const mark = /广告|廣告|advert|promotion|sponsored/i

/** Note an advertisement that is not marked. */
export function checkUnmarkedAdvertisement(
  module: ComposedModule,
  page: ComposedPage,
  file: VFile
): void {
  if (module.kind !== 'ad') return
  if (mark.test(readLines(findLines(module.children)))) return
  note(
    file,
    unmarkedAdvertisement,
    `Unexpected advertisement \`${module.slug}\` without a mark on page \`${page.pageNumber}\`, expected \`广告\``,
    {ancestors: [page, module], fix: unmarkedAdvertisement.fix}
  )
}
