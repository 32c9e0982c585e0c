// Photos of an article in every size there is: `img` becomes `picture`.

import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {toLink} from './document.ts'
import type {SizedPhoto} from './sized-pictures.ts'
import {toSrcSet} from './src-set.ts'

/** Give the pictures of an article in the document at `from` their sizes. */
export function toPhotos(
  article: Element,
  photos: ReadonlyMap<string, SizedPhoto>,
  from: string
): Element {
  const byLink = new Map(
    [...photos.values()].map((photo) => [
      toLink(from, photo.fallback.path),
      photo
    ])
  )

  return {...article, children: article.children.map(toSized)}

  function toSized(node: ElementContent): ElementContent {
    if (node.type !== 'element') return node
    const photo = byLink.get(String(node.properties.src))
    if (node.tagName !== 'img' || !photo) {
      return {...node, children: node.children.map(toSized)}
    }
    const sizes = '(min-width: 46rem) 42rem, 92vw'
    return h('picture', [
      h('source', {
        type: 'image/webp',
        srcSet: toSrcSet(photo.sizes, from),
        sizes
      }),
      {...node, properties: {...node.properties, loading: 'lazy'}}
    ])
  }
}
