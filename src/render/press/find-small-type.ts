// Small type in many inks: where plates are a tenth of a millimetre out of
// register, as they are in coldset, its strokes fall apart into their inks.

import type {Line} from '../../model/page.ts'
import type {Ink} from './ink-table.ts'

/** Smallest type that takes more than two inks, in points. */
export const leastSizePt = 10

const mostInkCount = 2
/** A tone below which nobody sees it beside the others, in per cent. */
const leastTonePercent = 10

/** Type that is too small for its inks. */
export interface SmallType {
  color: string
  sizePt: number
  inkCount: number
  /** The first words of it. */
  text: string
}

/** Find small type in many inks; each colour once, where it is smallest. */
export function findSmallType(
  lines: ReadonlyArray<Line>,
  findInk: (color: string) => Ink
): Array<SmallType> {
  const found = new Map<string, SmallType>()
  for (const {children} of lines) {
    for (const {color, glyphs, sizePt} of children) {
      const text = glyphs
        .map((glyph) => glyph.text)
        .join('')
        .trim()
      if (sizePt >= leastSizePt || text === '') continue
      const inkCount = countInks(findInk(color))
      const known = found.get(color)
      if (inkCount <= mostInkCount || (known && known.sizePt <= sizePt))
        continue
      found.set(color, {
        color,
        sizePt,
        inkCount,
        text: [...text].slice(0, 12).join('')
      })
    }
  }
  return [...found.values()]
}

function countInks({cmyk, spot}: Ink): number {
  if (spot !== undefined) return 1
  return cmyk.filter((percent) => percent >= leastTonePercent).length
}
