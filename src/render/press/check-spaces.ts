// Colour spaces of a press file: spot inks say what prints where the press has
// no such ink, and profiles inside of the page are none of RGB.

import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFObject
} from '@cantoo/pdf-lib'

/** Find what is wrong with the colour spaces among some arrays. */
export function checkSpaces(arrays: ReadonlyArray<PDFArray>): Array<string> {
  return arrays.flatMap((array) => {
    const family = array.size() > 0 ? array.lookup(0) : undefined
    if (family === PDFName.of('Separation')) return checkSpot(array)
    if (family === PDFName.of('ICCBased')) return checkProfile(array)
    return []
  })
}

function checkSpot(array: PDFArray): Array<string> {
  const [, name, alternate, tint] = array
    .asArray()
    .map((_, index) => array.lookup(index))
  const ink = name instanceof PDFName ? name.decodeText() : 'unknown'
  const faults: Array<string> = []
  if (alternate !== PDFName.of('DeviceCMYK')) {
    faults.push(`spot ink \`${ink}\` without an alternate in process inks`)
  }
  if (!isFunction(tint)) {
    faults.push(`spot ink \`${ink}\` without a function for its tints`)
  }
  return faults
}

function isFunction(object: PDFObject | undefined): boolean {
  const dict = object instanceof PDFStream ? object.dict : object
  return dict instanceof PDFDict && dict.has(PDFName.of('FunctionType'))
}

function checkProfile(array: PDFArray): Array<string> {
  const profile = array.size() > 1 ? array.lookup(1) : undefined
  const count =
    profile instanceof PDFStream
      ? profile.dict.lookup(PDFName.of('N'))
      : undefined
  const isRgb = !(count instanceof PDFNumber) || count.asNumber() === 3
  return isRgb ? ['colour space `ICCBased` of RGB'] : []
}
