// A mask without transparency (ISO 32000-1, 8.9.6.3): every pixel is there or
// not. What is half clear becomes a fine screen, so that what lies under it is
// seen through it in the right measure (ordered dither: Bayer 1973).

import {inflateSync} from 'node:zlib'
import type {PDFContext, PDFRef} from '@cantoo/pdf-lib'
import type {SeparatedPicture} from '../../model/plant.ts'
import {addStream} from './add-stream.ts'

/** Side of the screen's cell, in pixels. */
const side = 8
const thresholds = makeThresholds()

/** Turn a soft mask into a stencil. */
export function toStencil(
  {depthPx, value, widthPx}: NonNullable<SeparatedPicture['mask']>,
  context: PDFContext
): PDFRef {
  const alphas = inflateSync(value)
  const rowLength = Math.ceil(widthPx / 8)
  const bits = new Uint8Array(rowLength * depthPx)
  for (let y = 0; y < depthPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const least = thresholds[(y % side) * side + (x % side)] ?? 0
      if ((alphas[y * widthPx + x] ?? 0) > least) continue
      // A bit that is set hides what it stands for.
      const at = y * rowLength + (x >> 3)
      bits[at] = (bits[at] ?? 0) | (128 >> (x & 7))
    }
  }
  return addStream(
    bits,
    {
      Type: 'XObject',
      Subtype: 'Image',
      Width: widthPx,
      Height: depthPx,
      ImageMask: true,
      BitsPerComponent: 1
    },
    context
  )
}

/** Thresholds from 0 to 255, spread as far from each other as they go. */
function makeThresholds(): Array<number> {
  let ranks = [0]
  for (let size = 1; size < side; size *= 2) {
    const next: Array<number> = []
    for (let y = 0; y < size * 2; y++) {
      for (let x = 0; x < size * 2; x++) {
        const rank = ranks[(y % size) * size + (x % size)] ?? 0
        const corner = y < size ? (x < size ? 0 : 2) : x < size ? 3 : 1
        next[y * size * 2 + x] = rank * 4 + corner
      }
    }
    ranks = next
  }
  return ranks.map((rank) => Math.floor(((rank + 0.5) * 255) / ranks.length))
}
