// Print against plan: how far glyphs on paper are from where they were composed.

import {PDFDocument} from '@cantoo/pdf-lib'
import type {ComposedPage, Glyph, Line, Run} from '../../../src/model/page.ts'
import {findLines} from '../../../src/render/find-marks.ts'
import {readPaintedGlyphs, type PaintedGlyph} from './painted-glyphs.ts'

/** What came of it. */
export interface Comparison {
  /** Glyphs whose places could be read. */
  count: number
  /** Largest distance, in em of the glyph's size. */
  worstXEm: number
  worstYEm: number
  /** Glyphs that are not the planned ones, or are further away than is
   * allowed. */
  wrong: Array<string>
}

interface PlannedGlyph {
  id: number
  text: string
  xPt: number
  yPt: number
  sizePt: number
}

/** Compare the pages of a PDF with the composed ones. */
export async function comparePainted(
  pages: ReadonlyArray<ComposedPage>,
  pdf: Uint8Array | string,
  toleranceEm = 0.01
): Promise<Comparison> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false})
  const result: Comparison = {count: 0, worstXEm: 0, worstYEm: 0, wrong: []}

  for (const [index, page] of pages.entries()) {
    const planned = findLines(page.children).flatMap(toPlanned)
    let at = 0
    for (const painted of readPaintedGlyphs(document.getPage(index))) {
      // Spaces that only join lines are on paper and not in the plan.
      if (planned[at]?.id !== painted.id && isJoint(painted, planned)) continue
      compare(painted, planned[at], toleranceEm, result)
      at += painted.count
    }
    if (at !== planned.length) {
      result.wrong.push(`${at} glyphs painted, ${planned.length} planned`)
    }
  }

  return result
}

function toPlanned(line: Line): Array<PlannedGlyph> {
  return line.children.flatMap((run) =>
    run.glyphs.map((glyph) => toPlace(glyph, run, line))
  )
}

// Paper has the horizontal origin of upright glyphs, also in vertical lines.
function toPlace(glyph: Glyph, run: Run, line: Line): PlannedGlyph {
  const {id, text, xPt} = glyph
  const {risePt = 0, sizePt} = run
  if (line.writing === 'horizontal') {
    return {id, text, xPt, yPt: line.yPt - risePt, sizePt}
  }
  if (run.isTurned) return {id, text, xPt, yPt: glyph.yPt ?? line.yPt, sizePt}
  const yPt = (glyph.yPt ?? line.yPt) + sizePt * 0.88
  return {id, text, xPt: xPt - sizePt / 2, yPt, sizePt}
}

function isJoint(
  painted: PaintedGlyph,
  planned: ReadonlyArray<PlannedGlyph>
): boolean {
  const space = planned.find((glyph) => glyph.text === ' ')
  return painted.count === 1 && painted.id === space?.id
}

function compare(
  painted: PaintedGlyph,
  planned: PlannedGlyph | undefined,
  toleranceEm: number,
  result: Comparison
): void {
  // Browsers turn dashes by the font's own form, where it has one: they look
  // the same.
  if (planned?.text === '——' && planned.id !== painted.id) return
  if (planned?.id !== painted.id) {
    result.wrong.push(`glyph ${painted.id} for \`${planned?.text}\``)
    return
  }

  const xEm = Math.abs(painted.xPt - planned.xPt) / planned.sizePt
  const yEm = Math.abs(painted.yPt - planned.yPt) / planned.sizePt
  result.count++
  result.worstXEm = Math.max(result.worstXEm, xEm)
  result.worstYEm = Math.max(result.worstYEm, yEm)
  if (xEm > toleranceEm || yEm > toleranceEm) {
    result.wrong.push(
      `\`${planned.text}\` off by ${xEm.toFixed(4)}em, ${yEm.toFixed(4)}em`
    )
  }
}
