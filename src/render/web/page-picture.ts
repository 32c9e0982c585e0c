// The picture of a page beside words that already say which page it is.

import type {Element} from 'hast'
import {h} from 'hastscript'

/** Show the picture of a page; readers who can't see it miss nothing. */
export function toPagePicture(
  src: string,
  {depthPx, widthPx}: {depthPx: number; widthPx: number}
): Element {
  return h('img', {
    src,
    width: widthPx,
    height: depthPx,
    loading: 'lazy',
    alt: ''
  })
}
