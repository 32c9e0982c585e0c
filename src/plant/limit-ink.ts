// Ink on ink: newsprint takes only so much before it smears and sets off.

import type {InkPixels} from './write-cmyk-tiff.ts'

/** What the wettest pixel of a picture carries. */
export interface InkFacts {
  /** Sum of its plates, in per cent. */
  mostInkPercent: number
  /** The same without black. */
  mostColorPercent: number
}

/**
 * Take colour off where there is too much ink; black stays, and hue does. What
 * comes of it is written into `value`: pictures are large, and limited more
 * than once.
 */
export function limitInk(
  pixels: InkPixels,
  limitPercent: number,
  value: Uint8Array
): InkPixels {
  const limit = limitPercent * 2.55
  value.set(pixels.value)
  for (let at = 0; at < value.length; at += 4) {
    const [c, m, y] = [value[at] ?? 0, value[at + 1] ?? 0, value[at + 2] ?? 0]
    const k = value[at + 3] ?? 0
    const colour = c + m + y
    if (colour + k <= limit) continue
    const ratio = Math.max(0, limit - k) / colour
    value[at] = Math.floor(c * ratio)
    value[at + 1] = Math.floor(m * ratio)
    value[at + 2] = Math.floor(y * ratio)
  }
  return {...pixels, value}
}

/** Find the most ink in a picture. */
export function measureInk({value}: InkPixels): InkFacts {
  let most = 0
  let mostColor = 0
  for (let at = 0; at < value.length; at += 4) {
    const colour =
      (value[at] ?? 0) + (value[at + 1] ?? 0) + (value[at + 2] ?? 0)
    most = Math.max(most, colour + (value[at + 3] ?? 0))
    mostColor = Math.max(mostColor, colour)
  }
  return {mostInkPercent: most / 2.55, mostColorPercent: mostColor / 2.55}
}
