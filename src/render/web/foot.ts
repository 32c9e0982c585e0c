// The foot of every document: who makes the paper, as far as the paper says so,
// and on a site the feeds and a choice of looks.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Imprint} from '../../model/issue.ts'
import {findWords} from '../words.ts'
import type {Paper} from './bar.ts'
import {toPartial, toRoot} from './document.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
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

/** Make the foot of the document at `from`. */
export function toFoot(paper: Paper, from: string, shell: Shell): Element {
  const {imprint, rights} = paper
  return h(
    'footer.foot.small',
    h('div.wrap', [
      toImprint(paper),
      imprint.note ? h('p', imprint.note) : undefined,
      rights ? h('p', rights) : undefined,
      ...(shell.site ? toSiteFoot(paper, from, shell) : []),
      ...toPartial('foot', from, shell)
    ])
  )
}

/** List what the imprint says, if it says anything. */
export function toImprint({imprint, lang}: Paper): Element | undefined {
  const {colon} = findWords(lang)
  const words = findWebWords(lang)
  const known = fields.flatMap((field) => {
    const value = imprint[field]
    if (!value) return []
    const name = h('dt', words.imprint[field] + colon)
    return [h('div', [name, h('dd', value)])]
  })
  return known.length > 0 ? h('dl', known) : undefined
}

function toSiteFoot({lang}: Paper, from: string, shell: Shell): Array<Element> {
  const words = findSiteWords(lang)
  const root = toRoot(from, shell)
  const feeds = [
    ['Atom', 'feed.atom'],
    ['RSS', 'feed.xml'],
    ['JSON', 'feed.json'],
    ['OPDS', 'opds/index.json']
  ] as const
  const looks = ['auto', 'light', 'dark', 'contrast'] as const
  return [
    h('nav.feeds', {ariaLabel: words.feeds}, [
      h('span', words.feeds),
      ' ',
      h(
        'ul',
        feeds.map(([text, path]) => h('li', h('a', {href: root + path}, text)))
      )
    ]),
    // Scripts show it: without them the system's choice holds.
    h('fieldset.looks', {hidden: true, dataLooks: ''}, [
      h('legend', words.theme),
      ...looks.map((look) =>
        h('label', [
          h('input', {
            type: 'radio',
            name: 'look',
            value: look,
            checked: look === 'auto'
          }),
          words.themes[look]
        ])
      )
    ]),
    // A key alone that does something has to be one that can do nothing.
    h('p.looks', {hidden: true, dataShortcut: ''}, [
      h('label', [
        h('input', {type: 'checkbox', name: 'shortcut', checked: true}),
        words.shortcut
      ])
    ]),
    h('p.kept', {hidden: true, dataKept: '', role: 'status'}, words.kept)
  ]
}
