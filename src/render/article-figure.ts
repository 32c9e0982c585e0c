// A figure: picture, cutline, credit. A picture that is not there leaves an
// honest box, never a broken image.

import {h} from 'hastscript'
import type {Element} from 'hast'
import {toString} from 'mdast-util-to-string'
import type {Figure} from '../model/story.ts'
import {toPhrasing} from './article-phrasing.ts'
import type {ArticleState} from './article-state.ts'

const fileName = /^\S+\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)$/i

/** Make a figure. */
export function toArticleFigure(node: Figure, state: ArticleState): Element {
  const picture =
    node.src && !node.isMissing ? state.figure(node.src) : undefined
  const shown = picture
    ? h('img', {
        src: picture.href,
        alt: describeFigure(node, state),
        width: picture.widthPx,
        height: picture.depthPx
      })
    : h('p.picture-missing', state.words.pictureMissing)
  const caption = toCaption(node, state)
  return h(picture ? 'figure' : 'figure.missing', [
    shown,
    caption.length > 0 ? h('figcaption', caption) : undefined
  ])
}

// Never empty, never a file's name: those who can't see the picture get at
// least its cutline.
function describeFigure(node: Figure, state: ArticleState): string {
  const candidates = [node.alt ?? '', toString(node.children)]
  const found = candidates
    .map((value) => value.replace(/\s+/g, ' ').trim())
    .find((value) => value && !fileName.test(value))
  return found ?? state.words.picture(state.title)
}

function toCaption(node: Figure, state: ArticleState): Element['children'] {
  const cutline = toPhrasing(node.children, state)
  if (!node.credit) return cutline
  const separator = cutline.length > 0 ? state.words.creditSeparator : ''
  return [
    ...cutline,
    ...(separator ? [{type: 'text' as const, value: separator}] : []),
    h('span.credit', node.credit)
  ]
}
