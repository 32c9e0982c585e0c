// Sizes of a picture, as `srcset` wants them: `a-320.webp 320w, a-800.webp 800w`.

import type {SizedPicture} from './sized-pictures.ts'

/** Offer the sizes of a picture; `toFile` leads to it from a document. */
export function toSrcSet(
  sizes: ReadonlyArray<SizedPicture>,
  toFile: (path: string) => string
): string {
  return sizes
    .map(({path, widthPx}) => `${toFile(path)} ${widthPx}w`)
    .join(', ')
}
