// What a page of a PDF paints, as operators.

import {PDFName, PDFRawStream, type PDFPage} from '@cantoo/pdf-lib'
import {unpackStream} from '../../src/render/unpack-stream.ts'

/** Read the content of a page, a byte a character. */
export function readContent(page: PDFPage): string {
  const contents = page.node.lookup(PDFName.of('Contents'))
  if (!(contents instanceof PDFRawStream)) {
    throw new TypeError('Unexpected page without a stream of content')
  }
  return Buffer.from(unpackStream(contents)).toString('latin1')
}
