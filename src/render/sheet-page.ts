// What the parts of a sheet have to know of the page they are painted on.

import type {Color, ComposedPage, PageFace} from '../model/page.ts'
import type {AdvanceOf} from './read-advances.ts'

/** A page being painted. */
export interface SheetPage {
  page: ComposedPage
  /** Faces of the sheet, by `toFaceKey`. */
  faces: ReadonlyMap<string, SheetFace>
  /** Ids of the parts of stories that are in the issue: where links may go. */
  partIds: ReadonlySet<string>
  /** Name of the page's template, for its ornaments. */
  template: string
}

/** A face of the sheet: a file and the extent it is declared with. */
export interface SheetFace {
  /** Family it is declared as. */
  family: string
  advanceOf: AdvanceOf
}

/** Pixels in a point: CSS has 96 to the inch. */
export const pxPerPt = 96 / 72

/** Write points as pixels. */
export function toPx(pt: number): string {
  // Far below a browser's own grid; and without minus zero.
  return `${Math.round(pt * pxPerPt * 10_000) / 10_000 + 0}px`
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

/** Tell faces apart; pages may give one name to two files. */
export function toFaceKey(face: PageFace): string {
  return JSON.stringify([face.fileKey, face.ascentRatio, face.descentRatio])
}
