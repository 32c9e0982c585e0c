// Every page as a PDF of its own, cut out of the PDF of the issue: tagged as the
// whole is, with what belongs to other pages left out.

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFObject,
  type PDFRef
} from '@cantoo/pdf-lib'
import {createHash} from 'node:crypto'
import {collectUnused} from './collect-unused.ts'
import {cutStructure} from './cut-structure.ts'

/** Take each page of a PDF out of it, in order. */
export async function toPagePdfs(
  pdf: Uint8Array,
  titles: ReadonlyArray<string>
): Promise<Array<Uint8Array>> {
  const pages: Array<Uint8Array> = []
  for (const [index, title] of titles.entries()) {
    const document = await PDFDocument.load(pdf, {updateMetadata: false})
    if (index >= document.getPageCount()) continue
    cutPage(document, index, title)
    const hash = createHash('sha256')
      .update(pdf)
      .update(String(index))
      .digest('hex')
    const id = PDFHexString.of(hash.slice(0, 32))
    document.context.trailerInfo.ID = document.context.obj([id, id])
    pages.push(
      await document.save({addDefaultPage: false, objectsPerTick: Infinity})
    )
  }
  return pages
}

// Ways through the whole issue, and what is attached to it.
const issueKeys = [
  'AF',
  'Dests',
  'Names',
  'OpenAction',
  'Outlines',
  'PageMode',
  'Threads'
] as const

function cutPage(document: PDFDocument, index: number, title: string): void {
  const {catalog, context} = document
  const page = document.getPage(index)
  for (let other = document.getPageCount() - 1; other >= 0; other--) {
    if (other !== index) document.removePage(other)
  }
  for (const key of issueKeys) catalog.delete(PDFName.of(key))
  cutLabels(document, index)
  const annotations = cutAnnotations(page.node, page.ref)
  cutStructure(document, page, annotations)
  setTitle(document, title)
  collectUnused(context)
}

function cutLabels({catalog, context}: PDFDocument, index: number): void {
  const name = PDFName.of('PageLabels')
  const ranges = catalog
    .lookupMaybe(name, PDFDict)
    ?.lookupMaybe(PDFName.of('Nums'), PDFArray)
  if (!ranges) return
  // A range for each page (`screen/repair-labels.ts`).
  const label = ranges.lookup(index * 2 + 1)
  catalog.set(name, context.obj({Nums: [0, label ?? context.obj({})]}))
}

// Links to pages that are gone lead nowhere, and go.
function cutAnnotations(page: PDFDict, ref: PDFRef): ReadonlySet<PDFObject> {
  const name = PDFName.of('Annots')
  const all = page.lookupMaybe(name, PDFArray)?.asArray() ?? []
  const kept = all.filter((one) => {
    const annotation = page.context.lookup(one)
    return annotation instanceof PDFDict && leadsToNoOther(annotation, ref)
  })
  if (kept.length > 0) page.set(name, page.context.obj(kept))
  else page.delete(name)
  return new Set(kept)
}

function leadsToNoOther(annotation: PDFDict, ref: PDFRef): boolean {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  const destination =
    annotation.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D'))
  if (destination === undefined) return true
  return destination instanceof PDFArray && destination.get(0) === ref
}

function setTitle({catalog, context}: PDFDocument, title: string): void {
  const info = context.lookup(context.trailerInfo.Info)
  if (info instanceof PDFDict) {
    info.set(PDFName.of('Title'), PDFHexString.fromText(title))
  }
  const name = PDFName.of('Metadata')
  const packet = catalog.lookup(name)
  if (!(packet instanceof PDFRawStream)) return
  const text = new TextDecoder()
    .decode(packet.getContents())
    .replace(
      /(<dc:title>.*?<rdf:li[^>]*>)[^<]*/s,
      (_, head: string) => head + escape(title)
    )
  const type = {Type: PDFName.of('Metadata'), Subtype: PDFName.of('XML')}
  const stream = context.stream(new TextEncoder().encode(text), type)
  catalog.set(name, context.register(stream))
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
