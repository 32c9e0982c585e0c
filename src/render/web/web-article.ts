// An article fit for the site: photos in every size there is, and asides that
// are no landmarks. Within an article an unnamed `aside` means no more than a
// `div`, but some tools count it among the places to jump to.

import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {toLink} from './document.ts'
import type {SizedPhoto} from './sized-pictures.ts'
import {toSrcSet} from './src-set.ts'

/** Fit an article into the document at `from`; photos are by `src`. */
export function toWebArticle(
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

  // The first is seen first, and not waited for.
  let photoCount = 0
  return {...article, children: article.children.map(fit)}

  function fit(node: ElementContent): ElementContent {
    if (node.type !== 'element') return node
    const photo = byLink.get(String(node.properties.src))
    if (node.tagName === 'img' && photo) {
      photoCount++
      return toPicture(node, photo, {from, isFirst: photoCount === 1})
    }

    const {ariaLabel, role} = node.properties
    const isPlain = node.tagName === 'aside' && !ariaLabel && !role
    const tagName = isPlain ? 'div' : node.tagName
    return {...node, tagName, children: node.children.map(fit)}
  }
}

function toPicture(
  image: Element,
  photo: SizedPhoto,
  {from, isFirst}: {from: string; isFirst: boolean}
): Element {
  const sizes = '(min-width: 46rem) 42rem, 92vw'
  return h('picture', [
    h('source', {
      type: 'image/webp',
      srcSet: toSrcSet(photo.sizes, (path) => toLink(from, path)),
      sizes
    }),
    {
      ...image,
      properties: {
        ...image.properties,
        ...(isFirst ? {fetchPriority: 'high'} : {loading: 'lazy'})
      }
    }
  ])
}
