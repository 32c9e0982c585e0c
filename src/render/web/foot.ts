// The foot of every document: who makes the paper, as far as the paper says so.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Imprint, Issue} from '../../model/issue.ts'
import {findWords} from '../words.ts'
import {findWebWords} from './web-words.ts'

// In the order papers print it.
const fields = [
  'authority',
  'publisher',
  'cn',
  'issn',
  'address',
  'postalCode',
  'phone',
  'email',
  'printer',
  'price'
] as const satisfies ReadonlyArray<keyof Imprint>

/** Make the foot of a document. */
export function toFoot({imprint, lang, rights}: Issue): Element {
  const {colon} = findWords(lang)
  const words = findWebWords(lang)
  const known = fields.flatMap((field) => {
    const value = imprint[field]
    if (!value) return []
    const name = h('dt', words.imprint[field] + colon)
    return [h('div', [name, h('dd', value)])]
  })
  return h(
    'footer.foot.small',
    h('div.wrap', [
      known.length > 0 ? h('dl', known) : undefined,
      imprint.note ? h('p', imprint.note) : undefined,
      rights ? h('p', rights) : undefined
    ])
  )
}
