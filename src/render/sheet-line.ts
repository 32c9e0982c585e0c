// A line of type to hast: every run cut into segments at absolute places.
//
// A browser puts text on its baseline by the ascent of the face, rounded to
// whole pixels of its own grid. The faces of a sheet are declared with the
// page's ascent and descent, so the same rounding here gives the same baseline.

import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Line, LinkTarget, PageFace, Run} from '../model/page.ts'
import {cutSegments, type Segment} from './cut-segments.ts'
import {
  findFace,
  findRgb,
  pxPerPt,
  toFaceKey,
  toPx,
  type SheetPage
} from './sheet-page.ts'

/**
 * How much larger a sheet is laid out than it is printed.
 *
 * Browsers place on a grid of whole pixels, and 1/96 inch is coarse for type.
 */
export const sheetScale = 8

/** What stands before the next line of the block. */
export interface LineOptions {
  /** Whether a line follows in the same block. */
  isLast: boolean
  /** Whether all of it is inside a link already. */
  isLinked: boolean
}

/** Paint a line. */
export function toLine(
  line: Line,
  options: LineOptions,
  context: SheetPage
): Array<ElementContent> {
  const runs = showHyphen(line).filter((run) => run.glyphs.length > 0)
  const joins = line.join === ' ' && !options.isLast

  return runs.flatMap((run, index) => {
    const joint = joins && index === runs.length - 1 ? ' ' : ''
    const content = toRun(run, line, joint, context)
    const href = options.isLinked ? undefined : toHref(run.link, context)
    return href === undefined ? content : [h('a', {href}, content)]
  })
}

/** Find where a link leads, if it leads anywhere and is safe. */
export function toHref(
  target: LinkTarget | undefined,
  context: SheetPage
): string | undefined {
  if (target?.type === 'part') {
    const id = toPartId(target.slug, target.part)
    return context.partIds.has(id) ? `#${id}` : undefined
  }
  if (!target || !URL.canParse(target.url)) return undefined
  const {href, protocol} = new URL(target.url)
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined
}

/** Name a part of a story, as a place to link to. */
export function toPartId(slug: string, part: string): string {
  return `part-${slug}-${part}`
}

// A hyphen that composition added stands for no copy, but has to be painted.
function showHyphen(line: Line): Array<Run> {
  const run = line.children.at(-1)
  const glyph = run?.glyphs.at(-1)
  if (line.join !== '-' || !run || glyph?.text !== '') return line.children
  const glyphs = [...run.glyphs.slice(0, -1), {...glyph, text: '-'}]
  return [...line.children.slice(0, -1), {...run, glyphs}]
}

function toRun(
  run: Run,
  line: Line,
  joint: string,
  context: SheetPage
): Array<Element> {
  const face = findFace(context.page, run.face)
  const declared = context.faces.get(toFaceKey(face))
  if (!declared) {
    throw new TypeError(`Unexpected font \`${face.fileKey}\`, expected a file`)
  }

  const {advanceOf, family} = declared
  const {glyphs, sizePt} = run
  const isVertical = line.writing === 'vertical'
  const segments = cutSegments({glyphs, sizePt, advanceOf, isVertical})
  return segments.map((segment, index) => {
    const isEnd = index === segments.length - 1
    const text = isEnd ? segment.text + joint : segment.text
    const place = toPlace(segment, run, line, face)
    const style = [
      `left:${toPx(place.leftPt)}`,
      `top:${toPx(place.topPt)}`,
      `font:${toPx(run.sizePt)}/${toPx(place.depthPt)} ${family}`,
      `color:${findRgb(context.page, run.color)}`,
      ...toSpacing(segment, line)
    ].join(';')
    return h('span', {style, lang: run.lang}, text)
  })
}

function toSpacing(segment: Segment, line: Line): Array<string> {
  const letterSpacing = toPx(segment.letterSpacingPt)
  const wordSpacing = toPx(segment.wordSpacingPt)
  const styles: Array<string> = []
  if (letterSpacing !== '0px') styles.push(`letter-spacing:${letterSpacing}`)
  if (wordSpacing !== '0px') styles.push(`word-spacing:${wordSpacing}`)
  if (segment.isShaped) styles.push('font-variant-ligatures:normal')
  if (line.writing === 'vertical') styles.push('writing-mode:vertical-rl')
  return styles
}

// Top left of the line box. In vertical lines the origin of a glyph is the
// middle of its upper edge, and the box stands centred on it.
function toPlace(
  segment: Segment,
  run: Run,
  line: Line,
  face: PageFace
): {leftPt: number; topPt: number; depthPt: number} {
  const {risePt = 0, sizePt} = run
  const {xPt, yPt} = segment
  const ascentPt = roundToGrid(sizePt * face.ascentRatio)
  const depthPt = ascentPt + roundToGrid(sizePt * face.descentRatio)

  if (line.writing === 'vertical') {
    const leftPt = xPt + risePt - depthPt / 2
    return {leftPt, topPt: yPt ?? line.yPt, depthPt}
  }
  return {leftPt: xPt, topPt: line.yPt - risePt - ascentPt, depthPt}
}

function roundToGrid(pt: number): number {
  const gridPt = 1 / (pxPerPt * sheetScale)
  return Math.round(pt / gridPt) * gridPt
}
