// About the paper: its imprint, as far as it says anything, and how the site
// works.

import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {toBar, type Paper} from './bar.ts'
import {toDocument, toPartial} from './document.ts'
import {toFoot, toImprint} from './foot.ts'
import type {Shell} from './shell.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

const path = 'about/index.html'

/** Write the document. */
export function toAboutDocument(
  paper: Paper,
  description: string | undefined,
  shell: Shell
): OutputFile {
  const {lang, publication, rights} = paper
  const words = findSiteWords(lang)
  return toDocument({
    path,
    lang,
    title: `${words.about} - ${publication}`,
    kind: 'about',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [],
    body: [
      ...toBar(paper, path, [{text: words.about, path}], shell),
      h('main#main.wrap', {tabIndex: -1}, [
        h('div.column', [
          h('h1.plain-head', publication),
          description ? h('p.lede', description) : undefined,
          toImprint(paper),
          paper.imprint.note ? h('p', paper.imprint.note) : undefined,
          rights ? h('p', rights) : undefined,
          h('p', words.madeWith),
          h('p', words.aboutSearch),
          ...toPartial('about', path, shell)
        ])
      ]),
      toFoot(paper, path, shell)
    ],
    shell
  })
}
