// The structure of one page, cut out of the structure of a document: elements
// that have something on the page stay, in their order, with what of them is on
// it (ISO 32000-1, 14.7).

import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFDocument,
  type PDFObject,
  type PDFPage
} from '@cantoo/pdf-lib'

/** Whether something is on the page; `empty` where there is nothing at all. */
type Presence = 'away' | 'empty' | 'here'

const pageKey = PDFName.of('Pg')
const kidsKey = PDFName.of('K')

/** Cut the structure of a document down to one page and its annotations. */
export function cutStructure(
  {catalog, context}: PDFDocument,
  page: PDFPage,
  annotations: ReadonlySet<PDFObject>
): void {
  const tree = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!tree) return
  const kept = new Set<PDFObject>()
  cutKids(tree)
  cutParents(tree)
  cutIds(tree)

  function cutKids(element: PDFDict): Presence {
    const value = element.get(kidsKey)
    const list = context.lookup(value)
    const all = list instanceof PDFArray ? list.asArray() : value ? [value] : []
    if (all.length === 0) return 'empty'
    const found = all.map((kid) => [kid, findPresence(kid, element)] as const)
    const isHere = found.some(([, presence]) => presence === 'here')
    // Empty cells stay in their row.
    const stay = found
      .filter(([, presence]) => presence !== 'away')
      .map(([kid]) => kid)
    element.set(kidsKey, context.obj(stay))
    // What remains says itself which page it is on.
    if (element.get(pageKey) !== page.ref) element.delete(pageKey)
    if (isHere) return 'here'
    return stay.length > 0 ? 'empty' : 'away'
  }

  function findPresence(kid: PDFObject, parent: PDFDict): Presence {
    const one = context.lookup(kid)
    if (one instanceof PDFNumber) return toPresence(parent.get(pageKey))
    if (!(one instanceof PDFDict)) return 'away'
    const type = one.get(PDFName.of('Type'))
    if (type === PDFName.of('MCR')) {
      return toPresence(one.get(pageKey) ?? parent.get(pageKey))
    }
    if (type === PDFName.of('OBJR')) {
      const object = one.get(PDFName.of('Obj'))
      return object && annotations.has(object) ? 'here' : 'away'
    }
    const presence = cutKids(one)
    if (presence !== 'away') kept.add(kid)
    return presence
  }

  function toPresence(ref: PDFObject | undefined): Presence {
    return ref === page.ref ? 'here' : 'away'
  }

  // Numbers of the page and of its annotations lead back to elements.
  function cutParents(root: PDFDict): void {
    const name = PDFName.of('ParentTree')
    const pairs = root
      .lookupMaybe(name, PDFDict)
      ?.lookupMaybe(PDFName.of('Nums'), PDFArray)
    if (!pairs) return
    const keys = new Set([
      readNumber(page.node, 'StructParents'),
      ...[...annotations].map((ref) => {
        const annotation = context.lookup(ref)
        return annotation instanceof PDFDict
          ? readNumber(annotation, 'StructParent')
          : undefined
      })
    ])
    const stay: Array<PDFObject> = []
    for (let at = 0; at + 1 < pairs.size(); at += 2) {
      const key = pairs.lookup(at)
      const isKept = key instanceof PDFNumber && keys.has(key.asNumber())
      if (isKept) stay.push(key, pairs.get(at + 1))
    }
    root.set(name, context.register(context.obj({Nums: stay})))
  }

  function cutIds(root: PDFDict): void {
    const name = PDFName.of('IDTree')
    const pairs = root
      .lookupMaybe(name, PDFDict)
      ?.lookupMaybe(PDFName.of('Names'), PDFArray)
    if (!pairs) return
    const stay: Array<PDFObject> = []
    for (let at = 0; at + 1 < pairs.size(); at += 2) {
      const element = pairs.get(at + 1)
      if (element instanceof PDFRef && kept.has(element)) {
        stay.push(pairs.get(at), element)
      }
    }
    if (stay.length > 0) {
      root.set(name, context.register(context.obj({Names: stay})))
    } else root.delete(name)
  }
}

function readNumber(dict: PDFDict, name: string): number | undefined {
  const value = dict.lookup(PDFName.of(name))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}
