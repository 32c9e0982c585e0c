// Repair: pages of exactly the trimmed size; Chromium takes paper in whole
// pixels.

import type {PDFDocument} from '@cantoo/pdf-lib'
import type {ComposedPage} from '../../model/page.ts'
import type {PrintedFacts} from './repair.ts'

/** Set all boxes of every page to the trim. */
export function repairBoxes(document: PDFDocument, facts: PrintedFacts): void {
  for (const [index, page] of document.getPages().entries()) {
    const composed = facts.pages[index]
    if (!composed) continue
    const widthPt = round(composed.widthPt)
    const depthPt = round(composed.depthPt)
    checkPaper(page.getSize(), composed)
    page.setMediaBox(0, 0, widthPt, depthPt)
    page.setCropBox(0, 0, widthPt, depthPt)
    page.setBleedBox(0, 0, widthPt, depthPt)
    page.setTrimBox(0, 0, widthPt, depthPt)
  }
}

/** Paper comes in whole points, then in whole pixels; no page is on another's. */
const spareAtMostPt = 2

function checkPaper(
  printed: {width: number; height: number},
  {depthPt, pageNumber, widthPt}: ComposedPage
): void {
  const spares = [printed.width - widthPt, printed.height - depthPt]
  if (spares.every((pt) => pt > -1 && pt < spareAtMostPt)) return
  throw new Error(
    `Unexpected page \`${pageNumber}\` printed on \`${printed.width} × ${printed.height} pt\`, expected \`${round(widthPt)} × ${round(depthPt)} pt\``
  )
}

function round(pt: number): number {
  return Math.round(pt * 1000) / 1000
}
