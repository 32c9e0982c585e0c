// A small picture of a page that leads to the page.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toLink} from './document.ts'
import {namePage} from './name-page.ts'
import type {PlannedPage} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'
import {toSrcSet} from './src-set.ts'

/** Make the thumbnail of a page for the document at `from`, if it has one. */
export function toThumbnail(
  {folder, page}: PlannedPage,
  from: string,
  {pictures, plan, shell}: IssueView
): Element | undefined {
  const {lang} = plan.issue
  const toFile = (path: string) => toLink(from, shell.toIssue + path)
  const [small, large] = pictures.pages.get(page.pageNumber) ?? []
  if (!small) return undefined
  const alt = namePage(page, lang).picture
  const sizes = large ? [small, large] : [small]
  return h(
    'a.thumb',
    {href: toFile(`${folder}/index.html`)},
    h('img', {
      src: toFile(small.path),
      srcSet: toSrcSet(sizes, toFile),
      sizes: '15rem',
      width: small.widthPx,
      height: small.depthPx,
      loading: 'lazy',
      alt
    })
  )
}
