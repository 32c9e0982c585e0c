// Streams of a press file, packed by zlib.

import {deflateSync} from 'node:zlib'
import type {PDFContext, PDFObject, PDFRef} from '@cantoo/pdf-lib'

/** What a dictionary's entry can be; text is a name. */
export type PdfValue =
  | Array<PdfValue>
  | boolean
  | number
  | string
  | PDFObject
  | {[key: string]: PdfValue}

/** Pack a stream, and add it to a file. */
export function addStream(
  value: Uint8Array,
  entries: Readonly<Record<string, PdfValue>>,
  context: PDFContext
): PDFRef {
  return addPacked(deflateSync(value), entries, context)
}

/** Add a stream that is packed: by zlib, unless it has another `Filter`. */
export function addPacked(
  value: Uint8Array,
  entries: Readonly<Record<string, PdfValue>>,
  context: PDFContext
): PDFRef {
  const {Filter = 'FlateDecode'} = entries
  return context.register(context.stream(value, {...entries, Filter}))
}
