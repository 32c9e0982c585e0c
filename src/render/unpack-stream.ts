// What is in a stream of a file. zlib does in a few milliseconds what JavaScript
// takes long for; the library does the rest.

import {inflateSync} from 'node:zlib'
import {PDFName, decodePDFRawStream, type PDFRawStream} from '@cantoo/pdf-lib'

/** Unpack a stream. */
export function unpackStream(stream: PDFRawStream): Uint8Array {
  const {contents, dict} = stream
  const isDeflated =
    dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') &&
    !dict.has(PDFName.of('DecodeParms'))
  return isDeflated
    ? inflateSync(contents)
    : decodePDFRawStream(stream).decode()
}
