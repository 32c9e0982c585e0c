// How many characters make a line of a base column: the page's own copy tells,
// as Latin letters are narrow.

import {isHanLanguage} from '../model/is-han-language.ts'
import type {Template} from '../template/template.ts'
import type {Arrangement} from './arrange-page.ts'

/** Widths of a character of Latin type and of a Han character, in ems. */
const latinEm = 0.45
const hanEm = 1

/** Count characters to a line of a base column, about. */
export function countPerLine(
  {placed}: Pick<Arrangement, 'placed'>,
  {grid, lang}: Pick<Template, 'grid' | 'lang'>
): number {
  let characterCount = 0
  let lineCount = 0
  for (const {candidate, unit} of placed) {
    const {bodyLineCount, shape} = candidate
    if (unit.facts.size || unit.members) continue
    characterCount += unit.facts.characterCount
    lineCount += (bodyLineCount * shape.columnCount) / shape.legCount
  }
  const em = isHanLanguage(lang) ? hanEm : latinEm
  const usual = grid.measurePt / grid.bodySizePt / em
  // The last lines of short pieces are not full.
  const least = 0.85 * usual
  return lineCount > 0 ? Math.max(least, characterCount / lineCount) : usual
}
