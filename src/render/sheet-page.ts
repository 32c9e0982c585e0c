// What the parts of a sheet have to know of the page they are painted on.

import type {Color, ComposedPage, Line, PageFace} from '../model/page.ts'
import type {Rect} from '../unit/rect.ts'
import type {AdvanceOf} from './read-advances.ts'
import type {VerticalOriginOf} from './vertical-origin.ts'

/** A page being painted. */
export interface SheetPage {
  page: ComposedPage
  /** Faces of the sheet, by `toFaceKey`. */
  faces: ReadonlyMap<string, SheetFace>
  /** Language of what is around: fonts have other forms for other languages. */
  lang: string
  /** Name of the page's template, for its ornaments. */
  template: string
}

/** A face of the sheet. */
export interface SheetFace {
  /** Family it is declared as. */
  family: string
  advanceOf: AdvanceOf
  /** Where upright glyphs hang, in faces of lines that run down. */
  originOf: VerticalOriginOf
}

/** Pixels in a point: CSS has 96 to the inch. */
export const pxPerPt: number = 96 / 72

/** Write points as pixels. */
export function toPx(pt: number): string {
  // Far below a browser's own grid; and without minus zero.
  return `${Math.round(pt * pxPerPt * 10_000) / 10_000 + 0}px`
}

/** Write the place and the size of a box. */
export function toBox(rect: Rect): string {
  const {depthPt, widthPt, xPt, yPt} = rect
  return `left:${toPx(xPt)};top:${toPx(yPt)};width:${toPx(widthPt)};height:${toPx(depthPt)}`
}

/** Find what a colour token looks like on a screen. */
export function findRgb(page: ComposedPage, token: string): string {
  const color: Color | undefined = page.colors[token]
  if (color) return color.rgb
  throw new TypeError(
    `Unexpected color \`${token}\` on page \`${page.pageNumber}\`, expected one of its tokens`
  )
}

/** Find the face of a run. */
export function findFace(page: ComposedPage, id: string): PageFace {
  const face: PageFace | undefined = page.faces[id]
  if (face) return face
  throw new TypeError(
    `Unexpected face \`${id}\` on page \`${page.pageNumber}\`, expected one of its faces`
  )
}

/** Tell faces of a sheet apart; pages may give one name to two files. */
export function toFaceKey(face: PageFace, writing: Line['writing']): string {
  return `${writing} ${face.fileKey}`
}

/** Go into a part that may be in another language. */
export function enterLang(
  context: SheetPage,
  lang: string | undefined
): {attribute: string | undefined; inside: SheetPage} {
  return lang === undefined || lang === context.lang
    ? {attribute: undefined, inside: context}
    : {attribute: lang, inside: {...context, lang}}
}
