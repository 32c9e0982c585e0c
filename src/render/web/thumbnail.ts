// A small picture of a page that leads to the page.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toLink} from './document.ts'
import {namePage} from './name-page.ts'
import type {SitePage} from './site.ts'
import type {IssuePictures} from './sized-pictures.ts'
import {toSrcSet} from './src-set.ts'

/** What a thumbnail has to know. */
export interface ThumbnailOptions {
  lang: string
  pictures: IssuePictures
}

/** Make the thumbnail of a page for the document at `from`, if it has one. */
export function toThumbnail(
  {folder, page}: SitePage,
  from: string,
  {lang, pictures}: ThumbnailOptions
): Element | undefined {
  const [small, large] = pictures.pages.get(page.pageNumber) ?? []
  if (!small) return undefined
  const alt = namePage(page, lang).picture
  const sizes = large ? [small, large] : [small]
  return h(
    'a.thumb',
    {href: toLink(from, `${folder}/index.html`)},
    h('img', {
      src: toLink(from, small.path),
      srcSet: toSrcSet(sizes, from),
      sizes: '15rem',
      width: small.widthPx,
      height: small.depthPx,
      loading: 'lazy',
      alt
    })
  )
}
