// Structure of a tagged PDF: the kinds of its elements, as they are filed.

import {PDFDict, PDFName, type PDFDocument} from '@cantoo/pdf-lib'

/** Read the kinds of all structure elements. */
export function readTags(document: PDFDocument): Array<string> {
  const tags: Array<string> = []
  for (const [, value] of document.context.enumerateIndirectObjects()) {
    if (!(value instanceof PDFDict)) continue
    const type = value.get(PDFName.of('Type'))
    const kind = value.get(PDFName.of('S'))
    if (type !== PDFName.of('StructElem')) continue
    if (kind instanceof PDFName) tags.push(kind.decodeText())
  }
  return tags
}
