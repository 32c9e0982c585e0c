// Bookmarks of a PDF as text: one line each, indented, with page and place.

import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFDocument
} from '@cantoo/pdf-lib'

/** Read the bookmarks of a document. */
export function readOutline(document: PDFDocument): string {
  const root = document.catalog.lookup(PDFName.of('Outlines'), PDFDict)
  return readItems(document, root, '')
}

function readItems(
  document: PDFDocument,
  parent: PDFDict,
  indent: string
): string {
  let text = ''
  let item = parent.lookupMaybe(PDFName.of('First'), PDFDict)
  while (item) {
    const title = item.lookup(PDFName.of('Title'), PDFHexString).decodeText()
    const place = item.lookup(PDFName.of('Dest'), PDFArray)
    const refs = document.getPages().map((page) => page.ref)
    const pageIndex = refs.findIndex((ref) => ref === place.get(0))
    const x = place.lookup(2, PDFNumber).asNumber()
    const y = place.lookup(3, PDFNumber).asNumber()
    text += `${indent}${title} → ${pageIndex + 1} ${x} ${y}\n`
    text += readItems(document, item, indent + '  ')
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return text
}
