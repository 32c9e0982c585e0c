// Repair: pages of exactly the trimmed size.
//
// Chromium takes paper in whole pixels and puts what it paints at its top left,
// while a PDF counts from the bottom left: so the boxes are cut and everything
// that has a place moves down by what was too much.

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFDocument,
  type PDFPage
} from '@cantoo/pdf-lib'
import type {PrintedFacts} from './repair.ts'

// First operators of every page: pixels of 300 to the inch, y down.
const pageMatrix = /^(\S+ 0 0 \S+ 0 )(\S+)( cm)/

/** Set all boxes of every page to the trim. */
export function repairBoxes(document: PDFDocument, facts: PrintedFacts): void {
  for (const [index, page] of document.getPages().entries()) {
    const composed = facts.pages[index]
    if (!composed) continue
    const widthPt = round(composed.widthPt)
    const depthPt = round(composed.depthPt)
    const shiftPt = depthPt - page.getMediaBox().height

    shiftContent(page, depthPt)
    shiftLinks(page, shiftPt)
    page.setMediaBox(0, 0, widthPt, depthPt)
    page.setCropBox(0, 0, widthPt, depthPt)
    page.setBleedBox(0, 0, widthPt, depthPt)
    page.setTrimBox(0, 0, widthPt, depthPt)
  }
}

function shiftContent(page: PDFPage, depthPt: number): void {
  const {context} = page.doc
  const contents = page.node.get(PDFName.of('Contents'))
  const stream = context.lookup(contents)
  if (!(stream instanceof PDFRawStream)) {
    throw new TypeError('Unexpected page without one stream, expected one')
  }

  const bytes = decodePDFRawStream(stream).decode()
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 80))
  const found = pageMatrix.exec(start)
  if (!found) {
    throw new TypeError(
      `Unexpected start of page \`${start.slice(0, 40)}\`, expected a matrix`
    )
  }

  const [whole, before, , after] = found
  const head = new TextEncoder().encode(`${before}${depthPt}${after}`)
  const tail = bytes.subarray(whole.length)
  const value = new Uint8Array(head.length + tail.length)
  value.set(head)
  value.set(tail, head.length)
  const ref = context.register(context.flateStream(value))
  page.node.set(PDFName.of('Contents'), ref)
  const oldRef = context.getObjectRef(stream)
  if (oldRef) context.delete(oldRef)
}

function shiftLinks(page: PDFPage, shiftPt: number): void {
  const annotations = page.node.Annots()
  for (let index = 0; index < (annotations?.size() ?? 0); index++) {
    const annotation = annotations?.lookup(index, PDFDict)
    const rect = annotation?.lookupMaybe(PDFName.of('Rect'), PDFArray)
    if (!rect) continue
    for (const at of [1, 3]) {
      const y = rect.lookup(at, PDFNumber).asNumber()
      rect.set(at, PDFNumber.of(round(y + shiftPt)))
    }
  }
}

function round(pt: number): number {
  return Math.round(pt * 1000) / 1000
}
