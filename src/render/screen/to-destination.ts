// A place on a page that links and bookmarks of a PDF lead to.

import {PDFName, type PDFArray, type PDFDocument} from '@cantoo/pdf-lib'
import type {ComposedPage} from '../../model/page.ts'
import type {Point} from '../../unit/rect.ts'

// White left of and above the place, so that it does not stick to the window.
const marginPt = 6

/** Make a destination; the reader's zoom is kept. */
export function toDestination(
  document: PDFDocument,
  page: ComposedPage,
  pageIndex: number,
  place: Point
): PDFArray {
  const xPt = Math.max(0, place.xPt - marginPt)
  const yPt = Math.min(page.depthPt, page.depthPt - place.yPt + marginPt)
  const {ref} = document.getPage(pageIndex)
  return document.context.obj([
    ref,
    PDFName.of('XYZ'),
    Math.round(xPt * 100) / 100,
    Math.round(yPt * 100) / 100,
    null
  ])
}
