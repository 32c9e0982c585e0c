// Marks without text to HTML: rules, tints, frames, pictures and ornaments.
//
// Vectors are drawn in one SVG from the page's corner, in points: a box of its
// own would be moved to whole pixels. They are decoration, and hidden from
// those who listen; a picture is not, when it has a description.

import {createHash} from 'node:crypto'
import type {
  ComposedPage,
  Frame,
  Line,
  Mark,
  Ornament,
  PaintedPicture,
  Rule,
  Tint
} from '../model/page.ts'
import {toFrameShapes, toRuleShapes, type Shape} from './rule-shapes.ts'
import {findRgb, toBox, type SheetPage} from './sheet-page.ts'
import {toTintShapes} from './tint-shapes.ts'
import {toHtml, type HtmlElement} from './write-html.ts'

/** Paint a mark that is not a line of type. */
export function toMark(
  mark: Exclude<Mark, Line>,
  context: SheetPage
): HtmlElement {
  switch (mark.type) {
    case 'frame':
      return toVector(toFrameShapes(mark), mark, context.page)
    case 'rule':
      return toVector(toRuleShapes(mark), mark, context.page)
    case 'tint':
      return toVector(toTintShapes(mark, context.page), mark, context.page)
    case 'ornament': {
      const src = toOrnamentPath(mark, context.template)
      return toHtml('img', {src, alt: '', style: toBox(mark)})
    }
    case 'picture':
      return toHtml('img', {
        src: toPicturePath(mark),
        alt: '',
        style: toBox(mark)
      })
  }
}

/** Name the copy of a picture that is cropped for one place. */
export function toPicturePath(picture: PaintedPicture): string {
  const {crop, depthPt, src, widthPt} = picture
  const {depthRatio, widthRatio, xRatio, yRatio} = crop
  const numbers = [xRatio, yRatio, widthRatio, depthRatio, widthPt, depthPt]
  return `picture/${toName([src, ...numbers])}.jpg`
}

/** Name an ornament of a template. */
export function toOrnamentPath(ornament: Ornament, template: string): string {
  return `ornament/${toName([template, ornament.src])}.svg`
}

// Names of files come from people; in a web address they need no care as hashes.
function toName(parts: ReadonlyArray<number | string>): string {
  const hash = createHash('sha256').update(JSON.stringify(parts))
  return hash.digest('hex').slice(0, 16)
}

function toVector(
  shapes: ReadonlyArray<Shape>,
  mark: Frame | Rule | Tint,
  page: ComposedPage
): HtmlElement {
  const {depthPt, widthPt} = page
  const color = findRgb(page, mark.color)
  const paths = shapes.map(({path, strokePt}) =>
    strokePt === undefined
      ? toHtml('path', {d: path, fill: color})
      : toHtml('path', {
          d: path,
          fill: 'none',
          stroke: color,
          'stroke-width': strokePt
        })
  )
  const style = toBox({xPt: 0, yPt: 0, widthPt, depthPt})
  const viewBox = `0 0 ${widthPt} ${depthPt}`
  return toHtml('svg', {style, viewBox}, paths)
}
