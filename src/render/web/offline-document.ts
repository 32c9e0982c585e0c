// What the worker shows where a document is asked for that is not kept and there
// is no network. A script lists the issues that are kept.

import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {toBar, type Paper} from './bar.ts'
import {toDocument} from './document.ts'
import {toFoot} from './foot.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

const path = 'offline/index.html'

/** Write the document. */
export function toOfflineDocument(paper: Paper, shell: Shell): OutputFile {
  const {lang, publication} = paper
  const words = findSiteWords(lang)
  return toDocument({
    path,
    lang,
    title: `${words.offline} - ${publication}`,
    kind: 'about',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [h('meta', {name: 'robots', content: 'noindex'})],
    body: [
      ...toBar(paper, path, [], shell),
      h('main#main.wrap', {tabIndex: -1}, [
        h('div.column', [
          h('h1.plain-head', words.offline),
          h('p.lede', words.offlineNote),
          h('div', {dataIssues: ''})
        ])
      ]),
      toFoot(paper, path, shell)
    ],
    script: 'offline',
    shell
  })
}
