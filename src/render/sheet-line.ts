// A line of type to HTML: every run cut into segments at absolute places.
//
// A browser puts text on its baseline by the ascent of the face, rounded to
// whole pixels of its own grid, and moves it where the descent was rounded down.
// So the faces of a sheet are declared to rise one em and to fall none; what is
// left is one rounding, done here alike.

import type {Line, Run} from '../model/page.ts'
import {hangUpright, levelType} from './hang-upright.ts'
import {cutSegments, type Segment} from './cut-segments.ts'
import {
  enterLang,
  findFace,
  findRgb,
  pxPerPt,
  toFaceKey,
  toPx,
  type SheetPage
} from './sheet-page.ts'
import type {AdvanceOf} from './read-advances.ts'
import {showHyphen} from './show-hyphen.ts'
import {toHtml, type HtmlElement, type HtmlNode} from './write-html.ts'

/**
 * How much larger a sheet is laid out than it is printed.
 *
 * Browsers place on a grid of whole pixels, and 1/96 inch is coarse for type.
 */
export const sheetScale = 8

/**
 * Below this size half a pixel shows: type is laid out larger, and made small
 * and moved to its place afterwards, which browsers do exactly.
 */
const fineSizePt = 6
const fineZoom = 4

/** Marks and digits alone don't tell a browser their script. */
const hasScript = /[\p{L}]/u
const isHan = /^(?:zh|ja)\b/u

/**
 * Paint a line; `joins` tells whether a space joins it to the next one, `lang`
 * is the language of its block, where it has one of its own.
 */
export function toLine(
  line: Line,
  joins: boolean,
  lang: string | undefined,
  context: SheetPage
): Array<HtmlElement> {
  const runs = showHyphen(line).filter((run) => run.glyphs.length > 0)
  return runs.map((run, index) => {
    const joint = joins && index === runs.length - 1 ? ' ' : ''
    return toRun(run, line, joint, lang, context)
  })
}

function toRun(
  truly: Run,
  trueLine: Line,
  joint: string,
  blockLang: string | undefined,
  context: SheetPage
): HtmlElement {
  const zoom = truly.sizePt < fineSizePt ? fineZoom : 1
  const {line, run} = enlarge(truly, trueLine, zoom)
  const face = findFace(context.page, run.face)
  const declared = context.faces.get(toFaceKey(face, line.writing))
  if (!declared) {
    throw new TypeError(`Unexpected font \`${face.fileKey}\`, expected a file`)
  }

  const {sizePt} = run
  const isVertical = line.writing === 'vertical'
  const level = levelType(sizePt, pxPerPt * sheetScale)
  const isUpright = isVertical && !run.isTurned
  const glyphs = isUpright
    ? hangUpright(run.glyphs, sizePt, level, declared.originOf)
    : run.glyphs
  const paintedEm = paintedSizePt(sizePt) / sizePt
  const advanceOf: AdvanceOf = isUpright
    ? () => level.advanceEm
    : (id) => declared.advanceOf(id) * paintedEm
  const segments = cutSegments({glyphs, sizePt, advanceOf, isVertical})
  const place = toPlace({...run, glyphs}, line, level.middleEm)
  const style = [
    ...toPlaceStyle(place, zoom),
    `font-family:${declared.family}`,
    `font-size:${toPx(sizePt)}`,
    `line-height:${toPx(place.depthPt)}`,
    `color:${findRgb(context.page, run.color)}`
  ]
  if (isVertical) {
    const orientation = run.isTurned ? 'sideways' : 'upright'
    style.push('writing-mode:vertical-rl', `text-orientation:${orientation}`)
  }
  const content = segments.map(toSegment)
  const {attribute: lang, inside} = enterLang(context, run.lang ?? blockLang)
  const isLost =
    isHan.test(inside.lang) &&
    segments.some(({isShaped}) => isShaped) &&
    !segments.some(({text}) => hasScript.test(text))
  const attributes = {
    ...(isLost ? {class: 'han'} : {}),
    style: style.join(';'),
    ...(lang === undefined ? {} : {lang})
  }
  return toHtml('span', attributes, [...content, joint])
}

function toSegment(segment: Segment): HtmlNode {
  const style = toSpacing(segment).join(';')
  return style ? toHtml('i', {style}, segment.text) : segment.text
}

function toSpacing(segment: Segment): Array<string> {
  const shift = toPx(segment.shiftPt)
  const letterSpacing = toPx(segment.letterSpacingPt)
  const wordSpacing = toPx(segment.wordSpacingPt)
  const styles: Array<string> = []
  if (shift !== '0px') styles.push(`margin-inline-start:${shift}`)
  if (letterSpacing !== '0px') styles.push(`letter-spacing:${letterSpacing}`)
  if (wordSpacing !== '0px') styles.push(`word-spacing:${wordSpacing}`)
  if (segment.isShaped) styles.push('font-variant-ligatures:normal')
  return styles
}

function enlarge(run: Run, line: Line, zoom: number): {run: Run; line: Line} {
  if (zoom === 1) return {run, line}
  const {risePt} = run
  return {
    line: {...line, xPt: line.xPt * zoom, yPt: line.yPt * zoom},
    run: {
      ...run,
      sizePt: run.sizePt * zoom,
      ...(risePt === undefined ? {} : {risePt: risePt * zoom}),
      glyphs: run.glyphs.map((glyph) => ({
        ...glyph,
        xPt: glyph.xPt * zoom,
        advancePt: glyph.advancePt * zoom,
        ...(glyph.yPt === undefined ? {} : {yPt: glyph.yPt * zoom})
      }))
    }
  }
}

function toPlaceStyle(
  {leftPt, topPt}: {leftPt: number; topPt: number},
  zoom: number
): Array<string> {
  const left = toPx(leftPt)
  const top = toPx(topPt)
  if (zoom === 1) return [`left:${left}`, `top:${top}`]
  const transform = `scale(${1 / zoom}) translate(${left},${top})`
  return ['left:0', 'top:0', 'transform-origin:0 0', `transform:${transform}`]
}

// Top left of the line box. In vertical lines the origin of a glyph is the
// middle of its upper edge, and the box stands centred on it.
function toPlace(
  run: Run,
  line: Line,
  middleEm: number
): {leftPt: number; topPt: number; depthPt: number} {
  const {risePt = 0, sizePt} = run
  const [first] = run.glyphs
  const {xPt = line.xPt, yPt = line.yPt} = first ?? {}
  const depthPt = roundToGrid(sizePt)

  if (line.writing === 'vertical') {
    // Turned glyphs have a baseline; the middle of their em is right of it.
    const axisPt = run.isTurned ? xPt + middleEm * sizePt : xPt
    const leftPt = axisPt + risePt - depthPt / 2
    return {leftPt, topPt: yPt, depthPt}
  }
  return {leftPt: xPt, topPt: line.yPt - risePt - depthPt, depthPt}
}

/** Browsers keep sizes in whole 64ths of a pixel, and round them down. */
function paintedSizePt(sizePt: number): number {
  const perPt = pxPerPt * sheetScale * 64
  return Math.floor(sizePt * perPt + 1e-6) / perPt
}

function roundToGrid(pt: number): number {
  const gridPt = 1 / (pxPerPt * sheetScale)
  return Math.round(pt / gridPt) * gridPt
}
