// Objects of a PDF that nothing leads to any more, taken out of it.

import {
  PDFArray,
  PDFDict,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject
} from '@cantoo/pdf-lib'

/** Take out what can't be reached from the trailer. */
export function collectUnused(context: PDFContext): void {
  const reached = new Set<PDFRef>()
  const {Encrypt, ID, Info, Root} = context.trailerInfo
  const queue: Array<PDFObject | undefined> = [Root, Info, ID, Encrypt]
  while (queue.length > 0) {
    const one = queue.pop()
    if (one instanceof PDFRef) {
      if (reached.has(one)) continue
      reached.add(one)
      queue.push(context.lookup(one))
    } else if (one instanceof PDFDict) queue.push(...one.values())
    else if (one instanceof PDFArray) queue.push(...one.asArray())
    else if (one instanceof PDFStream) queue.push(one.dict)
  }
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) context.delete(ref)
  }
}
