// Repair: page numbers in a reader's window are those printed on the pages.

import {PDFHexString, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import {formatPageNumber} from './format-page.ts'
import type {PrintedFacts} from './repair.ts'

/** Label every page with its printed number. */
export function repairLabels(document: PDFDocument, facts: PrintedFacts): void {
  const {catalog, context} = document
  // A range for each page, all prefix: no style of numbers pads with zeros.
  const ranges = facts.pages.flatMap((page, index) => [
    context.obj(index),
    context.obj({P: PDFHexString.fromText(formatPageNumber(page))})
  ])
  catalog.set(PDFName.of('PageLabels'), context.obj({Nums: ranges}))
}
