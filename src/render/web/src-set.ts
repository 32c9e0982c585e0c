// Sizes of a picture, as `srcset` wants them: `a-320.webp 320w, a-800.webp 800w`.

import {toLink} from './document.ts'
import type {SizedPicture} from './sized-pictures.ts'

/** Offer the sizes of a picture to the document at `from`. */
export function toSrcSet(
  sizes: ReadonlyArray<SizedPicture>,
  from: string
): string {
  return sizes
    .map(({path, widthPx}) => `${toLink(from, path)} ${widthPx}w`)
    .join(', ')
}
