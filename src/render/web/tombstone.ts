// What stands where a story stood that the paper has withdrawn: its address
// stays, and says so.

import {h} from 'hastscript'
import type {OutputFile} from '../renderer.ts'
import {toBar} from './bar.ts'
import {toDocument} from './document.ts'
import {toFoot} from './foot.ts'
import type {IssueView} from './issue-view.ts'
import {nameIssue} from './name-issue.ts'
import {findSiteWords} from './site-words.ts'
import {findWebWords} from './web-words.ts'

/** Write the document that stands in a folder of an issue. */
export function toTombstone(
  folder: string,
  {plan, shell}: IssueView
): OutputFile {
  const {issue} = plan
  const {lang, publication} = issue
  const path = `${folder}/index.html`
  const words = findSiteWords(lang)
  return toDocument({
    path,
    lang,
    title: `${words.withdrawn} - ${publication}`,
    kind: 'story',
    skips: [{href: '#main', text: findWebWords(lang).skipToContent}],
    head: [h('meta', {name: 'robots', content: 'noindex'})],
    body: [
      ...toBar(
        issue,
        path,
        [{text: nameIssue(issue, lang), path: 'index.html'}],
        shell
      ),
      h('main#main.wrap', {tabIndex: -1}, [
        h('div.column', [
          h('h1.plain-head', words.withdrawn),
          h('p.lede', words.withdrawnNote)
        ])
      ]),
      toFoot(issue, path, shell)
    ],
    shell
  })
}
