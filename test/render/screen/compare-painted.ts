// Print against plan: how far glyphs on paper are from where they were composed.

import {PDFDocument} from '@cantoo/pdf-lib'
import type {ComposedPage, Glyph, Line, Run} from '../../../src/model/page.ts'
import {findLines} from '../../../src/render/find-marks.ts'
import {
  readVerticalOrigins,
  type VerticalOriginOf
} from '../../../src/render/vertical-origin.ts'
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

/** What is compared. */
export interface Print {
  pages: ReadonlyArray<ComposedPage>
  pdf: Uint8Array | string
  /** Bytes of each font file, by `PageFace.fileKey`. */
  fontFiles: ReadonlyMap<string, Uint8Array>
}

/** Compare the pages of a PDF with the composed ones. */
export async function comparePainted(
  {fontFiles, pages, pdf}: Print,
  toleranceEm = 0.01
): Promise<Comparison> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false})
  const result: Comparison = {count: 0, worstXEm: 0, worstYEm: 0, wrong: []}

  for (const [index, page] of pages.entries()) {
    const planned = findLines(page.children).flatMap((line) =>
      toPlanned(line, page, fontFiles)
    )
    let at = 0
    for (const painted of readPaintedGlyphs(document.getPage(index))) {
      // Spaces that only join lines are on paper and not in the plan.
      if (planned[at]?.id !== painted.id && isJoint(painted, planned)) continue
      compare(painted, planned[at], toleranceEm, result)
      at++
    }
    if (at !== planned.length) {
      result.wrong.push(`${at} glyphs painted, ${planned.length} planned`)
    }
  }

  return result
}

function toPlanned(
  line: Line,
  page: ComposedPage,
  fontFiles: ReadonlyMap<string, Uint8Array>
): Array<PlannedGlyph> {
  return line.children.flatMap((run) => {
    const file = fontFiles.get(page.faces[run.face]?.fileKey ?? '')
    if (!file) throw new TypeError(`Unexpected face \`${run.face}\``)
    const originOf = readVerticalOrigins(file)
    return run.glyphs.map((glyph) => toPlace(glyph, run, line, originOf))
  })
}

// Paper has the horizontal origin of upright glyphs, also in vertical lines.
function toPlace(
  glyph: Glyph,
  run: Run,
  line: Line,
  originOf: VerticalOriginOf
): PlannedGlyph {
  const {id, text, xPt} = glyph
  const {risePt = 0, sizePt} = run
  if (line.writing === 'horizontal') {
    return {id, text, xPt, yPt: line.yPt - risePt, sizePt}
  }
  if (run.isTurned) return {id, text, xPt, yPt: glyph.yPt ?? line.yPt, sizePt}
  const yPt = (glyph.yPt ?? line.yPt) + sizePt * originOf(id)
  return {id, text, xPt: xPt - sizePt / 2, yPt, sizePt}
}

function isJoint(
  painted: PaintedGlyph,
  planned: ReadonlyArray<PlannedGlyph>
): boolean {
  const space = planned.find((glyph) => glyph.text === ' ')
  return painted.id === space?.id
}

function compare(
  painted: PaintedGlyph,
  planned: PlannedGlyph | undefined,
  toleranceEm: number,
  result: Comparison
): void {
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
