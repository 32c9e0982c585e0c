// What hosts show where there is nothing (`404.html`). It is shown at any
// address, so its own links are from the root of the host. A site that is in a
// folder of its host knows so by its address (`--url`); where it has none, a
// script finds the folder.

import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {toBar, type Paper} from './bar.ts'
import {toDocument} from './document.ts'
import {toFoot} from './foot.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

const path = '404.html'

/** Write the document. */
export function toMissingDocument(paper: Paper, shell: Shell): OutputFile {
  const {lang, publication} = paper
  const words = findSiteWords(lang)
  const url = shell.site?.url
  const toRoot = url === undefined ? '/' : `${new URL(url).pathname}/`
  const here = {...shell, toRoot: toRoot.replace(/\/+$/, '/')}
  const toWay = (text: string, to: string) =>
    h('li', h('a', {href: here.toRoot + to}, text))
  return toDocument({
    path,
    lang,
    title: `${words.missing} - ${publication}`,
    kind: 'about',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [h('meta', {name: 'robots', content: 'noindex'})],
    body: [
      ...toBar(paper, path, [], here),
      h('main#main.wrap', {tabIndex: -1}, [
        h('div.column', [
          h('h1.plain-head', words.missing),
          h('p.lede', words.missingNote),
          h('ul.ways', [
            toWay(words.latest, 'index.html'),
            toWay(words.archive, 'calendar/index.html'),
            toWay(words.search, 'search/index.html')
          ])
        ])
      ]),
      toFoot(paper, path, here)
    ],
    ...(url === undefined &&
      shell.site && {
        inlineScript: shell.site.findRoot,
        data: {dataPublication: publication}
      }),
    shell: here
  })
}
