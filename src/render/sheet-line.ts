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
  roundPx,
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
  const runs = line.children.filter((run) => run.glyphs.length > 0)
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

function toRun(
  run: Run,
  line: Line,
  joint: string,
  context: SheetPage
): Array<Element> {
  const face = findFace(context.page, run.face)
  const advanceOf = context.advances.get(face.fileKey)
  if (!advanceOf) {
    throw new TypeError(
      `Unexpected missing font \`${face.fileKey}\`, expected a file`
    )
  }

  const {glyphs, sizePt} = run
  const isVertical = line.writing === 'vertical'
  const segments = cutSegments({glyphs, sizePt, advanceOf, isVertical})
  return segments.map((segment, index) => {
    const isEnd = index === segments.length - 1
    const text = isEnd ? segment.text + joint : segment.text
    const style = toStyle(segment, run, line, face, context)
    return h('span', {style, lang: run.lang}, text)
  })
}

function toStyle(
  segment: Segment,
  run: Run,
  line: Line,
  face: PageFace,
  context: SheetPage
): string {
  const place = toPlace(segment, run, line, face)
  const styles = [
    `left:${roundPx(place.leftPx)}px`,
    `top:${roundPx(place.topPx)}px`,
    `font:${toPx(run.sizePt)}/${roundPx(place.depthPx)}px ${face.family}`,
    `color:${findRgb(context.page, run.color)}`
  ]
  const {letterSpacingPt, wordSpacingPt} = segment
  if (toPx(letterSpacingPt) !== '0px') {
    styles.push(`letter-spacing:${toPx(letterSpacingPt)}`)
  }
  if (toPx(wordSpacingPt) !== '0px') {
    styles.push(`word-spacing:${toPx(wordSpacingPt)}`)
  }
  if (segment.isShaped) styles.push('font-variant-ligatures:normal')
  if (line.writing === 'vertical') styles.push('writing-mode:vertical-rl')
  return styles.join(';')
}

// Top left of the line box. In vertical lines the origin of a glyph is the
// middle of its upper edge, and the box stands centred on it.
function toPlace(
  segment: Segment,
  run: Run,
  line: Line,
  face: PageFace
): {leftPx: number; topPx: number; depthPx: number} {
  const ascentPx = roundToGrid(run.sizePt * pxPerPt * face.ascentRatio)
  const descentPx = roundToGrid(run.sizePt * pxPerPt * face.descentRatio)
  const depthPx = ascentPx + descentPx
  const xPx = segment.xPt * pxPerPt
  const risePx = (run.risePt ?? 0) * pxPerPt

  if (line.writing === 'vertical') {
    const topPx = (segment.yPt ?? line.yPt) * pxPerPt
    return {leftPx: xPx + risePx - depthPx / 2, topPx, depthPx}
  }
  return {leftPx: xPx, topPx: line.yPt * pxPerPt - risePx - ascentPx, depthPx}
}

function roundToGrid(px: number): number {
  return Math.round(px * sheetScale) / sheetScale
}
