// Files inside the PDF: what it was made of, and where everything stands, so
// that one file carries the whole issue into an archive (PDF/A-3, ISO 19005-3,
// annex E).

import {
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFObject,
  type PDFRef
} from '@cantoo/pdf-lib'
import type {Attachment} from '../renderer.ts'
import {toPdfDate} from './repair-metadata.ts'
import type {PrintedFacts} from './repair.ts'

/** Put the attachments into the document, in the order of their names. */
export function addAttachments(
  document: PDFDocument,
  facts: PrintedFacts
): void {
  const {catalog, context} = document
  const {attachments, modified} = facts
  if (attachments.length === 0) return

  const sorted = [...attachments].sort((a, b) => (a.path < b.path ? -1 : 1))
  const pairs = sorted.map(
    (attachment) =>
      [PDFHexString.fromText(attachment.path), toFile(attachment)] as const
  )
  pairs.sort(([a], [b]) => (a.asString() < b.asString() ? -1 : 1))
  const tree = context.obj({Names: toArray(pairs.flat())})
  catalog.set(
    PDFName.of('Names'),
    context.obj({EmbeddedFiles: context.register(tree)})
  )
  catalog.set(PDFName.of('AF'), toArray(pairs.map(([, ref]) => ref)))

  function toFile(attachment: Attachment): PDFRef {
    const {description, mediaType, path, relationship, value} = attachment
    const stream = context.flateStream(value, {
      Type: 'EmbeddedFile',
      Subtype: mediaType,
      Params: {Size: value.length, ModDate: PDFString.of(toPdfDate(modified))}
    })
    const streamRef = context.register(stream)
    const name = PDFHexString.fromText(path)
    const file = context.obj({
      Type: 'Filespec',
      F: name,
      UF: name,
      Desc: PDFHexString.fromText(description),
      AFRelationship: relationship,
      EF: {F: streamRef, UF: streamRef}
    })
    return context.register(file)
  }

  function toArray(values: ReadonlyArray<PDFObject>): PDFObject {
    const array = context.obj([])
    for (const value of values) array.push(value)
    return array
  }
}
