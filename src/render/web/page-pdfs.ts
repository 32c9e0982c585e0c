// Every page as a PDF of its own, taken out of the PDF of the issue.

import {PDFDocument, PDFHexString} from '@cantoo/pdf-lib'
import {createHash} from 'node:crypto'

/** Take each page of a PDF out of it, in order. */
export async function toPagePdfs(
  pdf: Uint8Array,
  titles: ReadonlyArray<string>
): Promise<Array<Uint8Array>> {
  const whole = await PDFDocument.load(pdf, {updateMetadata: false})
  const pages: Array<Uint8Array> = []
  for (const index of whole.getPageIndices()) {
    const one = await PDFDocument.create({updateMetadata: false})
    const [page] = await one.copyPages(whole, [index])
    if (!page) continue
    one.addPage(page)
    one.setTitle(titles[index] ?? '', {showInWindowTitleBar: true})
    const hash = createHash('sha256')
      .update(pdf)
      .update(String(index))
      .digest('hex')
    const id = PDFHexString.of(hash.slice(0, 32))
    one.context.trailerInfo.ID = one.context.obj([id, id])
    pages.push(
      await one.save({addDefaultPage: false, objectsPerTick: Infinity})
    )
  }
  return pages
}
