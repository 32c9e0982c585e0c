// Teasers 导读 in the ear 报眼 beside the flag: lines with a page's number
// and a headline. What has no room is left out, never cut in a word.

import type {Line, Mark} from '../model/page.ts'
import type {Template, TypeStyle} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import type {Rect} from '../unit/rect.ts'
import {toStyledText} from './inline.ts'
import type {Teaser} from './list-teasers.ts'
import {emAscentRatio} from './set-line.ts'
import {breakText, listMissing, placeLine} from './set-text.ts'

/** Where teasers stand, and how they look. */
export interface TeaserPlace extends Rect {
  style: string
  numberStyle: string
}

/** What teasers are set with. */
export interface TeaserRequest {
  issue: {lang: string}
  template: Template
  faces: FaceTable
  /** Called for characters no face has. */
  onMissing(characters: ReadonlyArray<string>, styleName: string): void
}

// Room of two figures and a blank, in em of the number.
const numberEm = 2

/** Paint as many teasers as there is room for, in the middle of it. */
export function paintTeasers(
  place: TeaserPlace,
  teasers: ReadonlyArray<Teaser>,
  request: TeaserRequest
): Array<Mark> {
  const {styles} = request.template
  const style = styles[place.style]
  const numberStyle = styles[place.numberStyle]
  if (!style || !numberStyle) return []
  const rightPt = place.xPt + place.widthPt
  const headPt = place.xPt + numberStyle.sizePt * numberEm
  const found = teasers
    .flatMap((teaser) => {
      const {heads, pageNumber} = teaser
      const head = heads
        .map((words) => ({words, name: place.style, style, xPt: headPt}))
        .find((one) => {
          const [line] = setWords(one, 0, request)
          return line?.type === 'line' && findRight(line) <= rightPt
        })
      const number = {
        words: String(pageNumber).padStart(2, '0'),
        name: place.numberStyle,
        style: numberStyle,
        xPt: place.xPt
      }
      return head ? [{...teaser, parts: [number, head]}] : []
    })
    .slice(0, Math.floor(place.depthPt / style.leadingPt))
    .sort((a, b) => a.pageNumber - b.pageNumber || a.rank - b.rank)
  const topPt = place.yPt + (place.depthPt - found.length * style.leadingPt) / 2
  return found.flatMap(({parts}, index) => {
    const middlePt = topPt + (index + 0.5) * style.leadingPt
    return parts.flatMap((part) => setWords(part, middlePt, request))
  })
}

/** Words in one line. */
interface Words {
  words: string
  /** Name of their style. */
  name: string
  style: TypeStyle
  xPt: number
}

function setWords(
  {name, style, words, xPt}: Words,
  middlePt: number,
  request: TeaserRequest
): Array<Mark> {
  const {faces, issue, template} = request
  const text = breakText({
    texts: [toStyledText(words, style, issue.lang)],
    lang: issue.lang,
    measurePt: 1e5,
    align: 'left',
    rules: template.composition,
    faces
  })
  const missing = listMissing(text.atoms)
  if (missing.length > 0) request.onMissing(missing, name)
  const baselinePt = middlePt + style.sizePt * (emAscentRatio - 0.5)
  return placeLine(text, 0, xPt, baselinePt)
}

/** Find where the type of a line ends. */
export function findRight(line: Line): number {
  const glyph = line.children.at(-1)?.glyphs.at(-1)
  return glyph ? glyph.xPt + glyph.advancePt : line.xPt
}
