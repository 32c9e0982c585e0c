// The photo of a page's first story, over its headline where issues are listed
// page by page. It says nothing that the headline does not.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toLink} from './document.ts'
import type {PlannedPage} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'
import {toSrcSet} from './src-set.ts'

/** Make the picture, for the document at `from`; none where none is wide. */
export function toLeadPicture(
  page: PlannedPage,
  from: string,
  {pictures, plan, shell}: IssueView
): Element | undefined {
  const [first] = page.entries
  if (!first || first.part === 'rest') return undefined
  const photos = pictures.photos.get(first.site.folder)
  // What stands upright would push everything else away.
  const photo = [...(photos?.values() ?? [])].find(
    ({fallback: {depthPx, widthPx}}) => widthPx >= depthPx * 1.2
  )
  if (!photo) return undefined
  const {depthPx, path, widthPx} = photo.fallback
  const toFile = (file: string) => toLink(from, shell.toIssue + file)
  return h('picture', [
    h('source', {
      type: 'image/webp',
      srcSet: toSrcSet(photo.sizes, toFile),
      sizes: '(min-width: 64rem) 28rem, (min-width: 40rem) 60vw, 92vw'
    }),
    h('img', {
      src: toFile(path),
      width: widthPx,
      height: depthPx,
      // What is seen first is not waited for.
      ...(page === plan.pages[0] ? {fetchPriority: 'high'} : {loading: 'lazy'}),
      alt: ''
    })
  ])
}
