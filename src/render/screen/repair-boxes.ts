// Repair: pages of exactly the trimmed size; Chromium takes paper in whole
// pixels.

import type {PDFDocument} from '@cantoo/pdf-lib'
import type {PrintedFacts} from './repair.ts'

/** Set all boxes of every page to the trim. */
export function repairBoxes(document: PDFDocument, facts: PrintedFacts): void {
  for (const [index, page] of document.getPages().entries()) {
    const composed = facts.pages[index]
    if (!composed) continue
    const widthPt = round(composed.widthPt)
    const depthPt = round(composed.depthPt)
    page.setMediaBox(0, 0, widthPt, depthPt)
    page.setCropBox(0, 0, widthPt, depthPt)
    page.setBleedBox(0, 0, widthPt, depthPt)
    page.setTrimBox(0, 0, widthPt, depthPt)
  }
}

function round(pt: number): number {
  return Math.round(pt * 1000) / 1000
}
