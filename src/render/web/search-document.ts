// The search page: a form. The search itself is a script's, over the static
// files of the index; without scripts the page says what else there is.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {toBar, type Paper} from './bar.ts'
import {toDocument, toRoot} from './document.ts'
import {toFoot} from './foot.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

const path = 'search/index.html'

/** What can be chosen from. */
export interface SearchChoices {
  sections: ReadonlyArray<string>
  authors: ReadonlyArray<string>
  kinds: ReadonlyArray<string>
  /** Years that have issues, oldest first. */
  years: ReadonlyArray<string>
}

/** Write the document. */
export function toSearchDocument(
  paper: Paper,
  choices: SearchChoices,
  shell: Shell
): OutputFile {
  const {lang, publication} = paper
  const words = findSiteWords(lang)
  const root = toRoot(path, shell)
  return toDocument({
    path,
    lang,
    title: `${words.search} - ${publication}`,
    kind: 'search',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [],
    body: [
      ...toBar(paper, path, [{text: words.search, path}], shell),
      h('main#main.wrap', {tabIndex: -1}, [
        h('div.column.wide', [
          h('h1.plain-head', words.search),
          toForm(choices, lang),
          h('p.small', words.searchHint),
          h('noscript', [
            h('p.notice', [
              words.needsScript,
              ' ',
              h('a', {href: `${root}calendar/index.html`}, words.archive),
              ' ',
              h('a', {href: `${root}sections/index.html`}, words.sections),
              ' ',
              h('a', {href: `${root}authors/index.html`}, words.authors)
            ])
          ]),
          h('p#found', {role: 'status'}),
          h('ol#results.list.entries'),
          h('p.ways', [
            h(
              'button#more',
              {type: 'button', hidden: true},
              words.searchSays.more
            ),
            h(
              'button#older',
              {type: 'button', hidden: true},
              words.searchSays.older
            )
          ])
        ])
      ]),
      toFoot(paper, path, shell)
    ],
    script: 'search',
    data: {
      dataSays: JSON.stringify({...words.searchSays, page: toPageWord(lang)})
    },
    shell
  })
}

function toPageWord(lang: string): string {
  return lang.startsWith('zh') ? '第{n}版' : 'Page {n}'
}

function toForm(
  {authors, kinds, sections, years}: SearchChoices,
  lang: string
): Element {
  const words = findSiteWords(lang)
  return h(
    'form#query',
    {
      action: 'index.html',
      role: 'search',
      method: 'get',
      ariaLabel: words.search
    },
    [
      h('p.find', [
        h('label.unseen', {htmlFor: 'q'}, words.searchLabel),
        h('input#q', {
          type: 'search',
          name: 'q',
          autoComplete: 'off',
          enterKeyHint: 'search',
          spellCheck: 'false'
        }),
        h('button', {type: 'submit'}, words.search)
      ]),
      h('div.limits', [
        toField(
          'year',
          words.year,
          toSelect(
            'year',
            years
              .filter((year) => /^\d/.test(year))
              .toReversed()
              .map((year) => [year, words.yearName.replace('{year}', year)]),
            lang
          )
        ),
        toField(
          'from',
          words.from,
          h('input#from', {type: 'date', name: 'from'})
        ),
        toField('to', words.to, h('input#to', {type: 'date', name: 'to'})),
        toField(
          'order',
          words.order,
          h('select#order', {name: 'order'}, [
            h('option', {value: ''}, words.newest),
            h('option', {value: 'oldest'}, words.oldest),
            h('option', {value: 'hits'}, words.mostHits)
          ])
        ),
        toField(
          'section',
          words.section,
          toSelect(
            'section',
            sections.map((name) => [name, name]),
            lang
          )
        ),
        toField(
          'kind',
          words.kind,
          toSelect(
            'kind',
            kinds.map((kind) => [kind, words.kinds[kind] ?? kind]),
            lang
          )
        ),
        toField('author', words.author, [
          h('input#author', {type: 'text', name: 'author', list: 'authors'}),
          h(
            'datalist#authors',
            authors.map((value) => h('option', {value}))
          )
        ])
      ]),
      toFoldings(lang)
    ]
  )
}

// What counts as the same: readers choose. Scripts check what the site wants.
function toFoldings(lang: string): Element {
  const words = findSiteWords(lang)
  const names = [
    ...(lang.startsWith('zh') ? (['script'] as const) : []),
    'width',
    'case'
  ] as const
  return h('fieldset.foldings', [
    h('legend', words.foldings.legend),
    ...names.map((name) =>
      h('label', [
        h('input', {type: 'checkbox', name, value: '1', checked: true}),
        ' ',
        words.foldings[name]
      ])
    )
  ])
}

function toField(
  id: string,
  name: string,
  field: Array<Element> | Element
): Element {
  return h('p', [h('label', {htmlFor: id}, name), field])
}

function toSelect(
  id: string,
  options: ReadonlyArray<readonly [value: string, text: string]>,
  lang: string
): Element {
  return h('select', {id, name: id}, [
    h('option', {value: ''}, findSiteWords(lang).any),
    ...options.map(([value, text]) => h('option', {value}, text))
  ])
}
