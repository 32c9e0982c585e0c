// Repair: names of structure elements that do not depend on the browser's day.
//
// Chromium names table cells after its nodes, which it counts as long as it
// runs: the second printing would differ from the first.

import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib'

const nodeName = /^node\d+$/

/** Number the names of structure elements in the order they are filed. */
export function repairNames(document: PDFDocument): void {
  const names = new Map<string, string>()
  const dicts = document.context
    .enumerateIndirectObjects()
    .map(([, value]) => value)

  for (const dict of dicts) {
    if (!(dict instanceof PDFDict)) continue
    const name = readName(dict.get(PDFName.of('ID')))
    if (name && !names.has(name)) names.set(name, `cell-${names.size + 1}`)
  }

  for (const value of dicts) rename(value, names)
  sortNames(document)
}

// A name tree is sorted by name, and the names are new.
function sortNames(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(
    PDFName.of('StructTreeRoot'),
    PDFDict
  )
  const tree = root?.lookupMaybe(PDFName.of('IDTree'), PDFDict)
  if (!root || !tree) return
  const pairs = collectPairs(tree).sort(([a], [b]) =>
    a.asString() < b.asString() ? -1 : 1
  )
  const names = document.context.obj(pairs.flat())
  const leaf = document.context.obj({Names: names})
  const first = pairs.at(0)?.[0]
  const last = pairs.at(-1)?.[0]
  if (first && last)
    leaf.set(PDFName.of('Limits'), toArray(document, first, last))
  const kids = toArray(document, document.context.register(leaf))
  root.set(
    PDFName.of('IDTree'),
    document.context.register(document.context.obj({Kids: kids}))
  )
}

function toArray(
  document: PDFDocument,
  ...values: ReadonlyArray<PDFObject>
): PDFArray {
  const array = document.context.obj([])
  for (const value of values) array.push(value)
  return array
}

function collectPairs(tree: PDFDict): Array<[PDFString, PDFObject]> {
  const pairs: Array<[PDFString, PDFObject]> = []
  const names = tree.lookupMaybe(PDFName.of('Names'), PDFArray)
  for (let index = 0; index + 1 < (names?.size() ?? 0); index += 2) {
    const key = names?.lookup(index)
    const value = names?.get(index + 1)
    if (key instanceof PDFString && value) pairs.push([key, value])
  }
  const kids = tree.lookupMaybe(PDFName.of('Kids'), PDFArray)
  for (let index = 0; index < (kids?.size() ?? 0); index++) {
    const kid = kids?.lookup(index, PDFDict)
    if (kid) pairs.push(...collectPairs(kid))
  }
  return pairs
}

function rename(value: PDFObject, names: ReadonlyMap<string, string>): void {
  if (value instanceof PDFDict) {
    for (const [key, child] of value.entries()) {
      const name = toNewName(child, names)
      if (name) value.set(key, name)
      else rename(child, names)
    }
  }
  if (value instanceof PDFArray) {
    for (const [index, child] of value.asArray().entries()) {
      const name = toNewName(child, names)
      if (name) value.set(index, name)
      else rename(child, names)
    }
  }
}

function toNewName(
  value: PDFObject,
  names: ReadonlyMap<string, string>
): PDFString | undefined {
  const name = names.get(readName(value) ?? '')
  return name ? PDFString.of(name) : undefined
}

function readName(value: PDFObject | undefined): string | undefined {
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return
  const text = value.decodeText()
  return nodeName.test(text) ? text : undefined
}
