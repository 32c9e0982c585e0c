// The file of a page while it is made: one sheet, and nothing that the press does
// not need. The library's own document knows forms, scripts and fonts of its own
// too, and takes longer to load than a page to be written; this is made of the
// parts that it is made of.

import {createHash} from 'node:crypto'
import {
  PDFCatalog,
  PDFContext,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFPageLeaf,
  PDFPageTree,
  PDFParser,
  PDFWriter
} from '@cantoo/pdf-lib'

/** A file that is being made. */
export interface PressDocument {
  context: PDFContext
  catalog: PDFCatalog
  /** Add its only sheet. */
  addSheet(widthPt: number, depthPt: number): PDFPageLeaf
}

/** Open a file of a version: `4` is PDF 1.4. */
export function openPressDocument(minorVersion: number): PressDocument {
  const context = PDFContext.create()
  context.header = PDFHeader.forVersion(1, minorVersion)
  const tree = PDFPageTree.withContext(context)
  const treeRef = context.register(tree)
  const catalog = PDFCatalog.withContextAndPages(context, treeRef)
  context.trailerInfo.Root = context.register(catalog)
  return {context, catalog, addSheet}

  function addSheet(widthPt: number, depthPt: number): PDFPageLeaf {
    const sheet = PDFPageLeaf.withContextAndParent(context, treeRef)
    sheet.set(PDFName.of('MediaBox'), context.obj([0, 0, widthPt, depthPt]))
    catalog.insertLeafNode(context.register(sheet), 0)
    return sheet
  }
}

/**
 * Write a file. The name of a file is what is in it: it is written with a name
 * of noughts, and named when it is there.
 */
export async function writePressDocument({
  context
}: PressDocument): Promise<Uint8Array> {
  const nought = '0'.repeat(32)
  const id = PDFHexString.of(nought)
  context.trailerInfo.ID = context.obj([id, id])
  const writer = PDFWriter.forContext(context, Infinity)
  const value = Buffer.from(await writer.serializeToBuffer())
  const name = createHash('sha256').update(value).digest('hex').slice(0, 32)
  // The trailer is last: nothing before it is touched.
  const second = value.lastIndexOf(nought)
  const first = value.lastIndexOf(nought, second - 1)
  for (const at of [first, second]) value.write(name, at, 'latin1')
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
}

/** A file that was read, with all sheets in it. */
export interface ReadDocument {
  context: PDFContext
  catalog: PDFCatalog
  sheets: ReadonlyArray<PDFPageLeaf>
}

/** Read a file. */
export async function readPressDocument(
  value: Uint8Array
): Promise<ReadDocument> {
  const parser = PDFParser.forBytesWithOptions(value, Infinity)
  const context = await parser.parseDocument()
  const catalog = context.lookup(context.trailerInfo.Root)
  if (!(catalog instanceof PDFCatalog)) {
    throw new TypeError('Unexpected file without a catalog, expected one')
  }
  const sheets: Array<PDFPageLeaf> = []
  catalog.Pages().traverse((node) => {
    if (node instanceof PDFPageLeaf) sheets.push(node)
  })
  return {context, catalog, sheets}
}
