// The colophon: the paper, its staff, its imprint.

import {h} from 'hastscript'
import type {Element} from 'hast'
import {toImprintLines} from '../imprint-lines.ts'
import {toDocument, type EpubDocument} from './document.ts'
import type {Edition} from './edition.ts'

/** Make the colophon. */
export function toColophonDocument(edition: Edition): EpubDocument {
  const {issue, words} = edition
  const {date, imprint, issueNumber, lang, publication, rights} = issue
  const number = issueNumber === undefined ? '' : words.issueNumber(issueNumber)
  const lines = toImprintLines(imprint, lang)
  return toDocument(
    {id: 'colophon', title: words.colophon, lang, className: 'colophon'},
    [
      h(
        'section',
        {
          'epub:type': 'colophon',
          role: 'doc-colophon',
          ariaLabelledBy: ['colophon-title']
        },
        [
          h('h1', {id: 'colophon-title'}, words.colophon),
          h('p', [publication, h('br'), words.date(date)]),
          number ? h('p', number) : undefined,
          ...toStaff(edition),
          ...(lines.length > 0 ? [h('h2', words.imprint)] : []),
          ...lines.map(({label, value}) => h('p', label + words.colon + value)),
          rights ? h('p.rights', rights) : undefined
        ]
      )
    ]
  )
}

function toStaff({pages, words}: Edition): Array<Element> {
  const lines = pages.flatMap(({page, title}) => {
    if (page.staff.length === 0) return []
    const names = page.staff.map(({name, role}) => role + words.colon + name)
    return [h('p', [h('strong', title), h('br'), names.join('\u3000')])]
  })
  return lines.length > 0 ? [h('h2', words.staff), ...lines] : []
}
