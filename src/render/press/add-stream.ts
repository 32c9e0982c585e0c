// Streams of a press file, packed by zlib.

import {deflateSync} from 'node:zlib'
import type {PDFContext, PDFRef} from '@cantoo/pdf-lib'

/** Add a stream to a file; packed, unless it says by what it is coded. */
export function addStream(
  value: Uint8Array,
  entries: Parameters<PDFContext['obj']>[0] & object,
  context: PDFContext
): PDFRef {
  if ('Filter' in entries) return context.register(context.stream(value, entries))
  const packed = deflateSync(value)
  const all = {...entries, Filter: 'FlateDecode'}
  return context.register(context.stream(packed, all))
}
