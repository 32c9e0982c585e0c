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

/**
 * Add a stream to a file; packed, here or before, unless it says by what it is
 * coded.
 */
export function addStream(
  value: Uint8Array,
  entries: Readonly<Record<string, PdfValue>>,
  context: PDFContext,
  packed?: Uint8Array
): PDFRef {
  if ('Filter' in entries) {
    return context.register(context.stream(value, {...entries}))
  }
  const all = {...entries, Filter: 'FlateDecode'}
  return context.register(context.stream(packed ?? deflateSync(value), all))
}
