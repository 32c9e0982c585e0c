// Upright glyphs of lines that run down, as a browser hangs them: by the ascent
// of a levelled face, rounded to whole pixels. What the rounding takes is given
// back here, so that they stand where they were composed.

import type {Glyph} from '../model/page.ts'
import {levelAscentEm, levelDescentEm} from './level-face.ts'
import type {VerticalOriginOf} from './vertical-origin.ts'

/** A levelled face at a size, over the em of that size. */
export interface LevelType {
  /** From the upper edge of a glyph's square to its baseline. */
  ascentEm: number
  /** From one upright glyph to the next. */
  advanceEm: number
  /** How far the middle of turned type is over its baseline. */
  middleEm: number
}

/**
 * Find what a browser makes of a levelled face: both are rounded, and where the
 * descent was rounded down a pixel is taken from the ascent for it.
 */
export function levelType(sizePt: number, pxPerPt: number): LevelType {
  const sizePx = sizePt * pxPerPt
  const descentPx = Math.round(levelDescentEm * sizePx)
  const lentPx = descentPx < levelDescentEm * sizePx ? 1 : 0
  const ascentEm = (Math.round(levelAscentEm * sizePx) - lentPx) / sizePx
  const descentEm = (descentPx + lentPx) / sizePx
  return {
    ascentEm,
    advanceEm: ascentEm + descentEm,
    middleEm: (ascentEm - descentEm) / 2
  }
}

/** Move upright glyphs to where they have to hang. */
export function hangUpright(
  glyphs: ReadonlyArray<Glyph>,
  sizePt: number,
  {ascentEm}: LevelType,
  originOf: VerticalOriginOf
): Array<Glyph> {
  return glyphs.map((glyph) => ({
    ...glyph,
    yPt: (glyph.yPt ?? 0) + (originOf(glyph.id) - ascentEm) * sizePt
  }))
}
