// The structure as PDF has it: elements, the tree that leads from marked
// content back to them, and the links (ISO 32000-1, 14.7 and 14.8).

import {
  PDFHexString,
  PDFName,
  PDFString,
  type PDFArray,
  type PDFDict,
  type PDFDocument,
  type PDFObject,
  type PDFRef
} from '@cantoo/pdf-lib'
import {boundRects} from '../../unit/rect.ts'
import type {MarkedContent} from './mark-content.ts'
import type {PrintedFacts} from './repair.ts'
import {
  findFirstLeaf,
  findLeaves,
  isElement,
  type StructureElement,
  type StructureLeaf
} from './structure.ts'
import {toLinks} from './to-links.ts'

/** Write the structure of a document whose pages are marked. */
export function writeStructure(
  document: PDFDocument,
  facts: PrintedFacts,
  root: StructureElement,
  marked: ReadonlyArray<MarkedContent<StructureElement>>
): void {
  const {catalog, context} = document
  const pages = document.getPages()
  const treeRef = context.nextRef()
  const refs = new Map<StructureElement, PDFRef>()
  const ids: Array<[string, PDFRef]> = []
  // Parents of annotations follow those of pages.
  const annotationParents: Array<PDFRef> = []
  const annotations = new Map<number, Array<PDFRef>>()

  const named = nameElements(root, new Map<string, StructureElement>())
  const rootRef = writeElement(root, treeRef)
  const tree = context.obj({
    Type: 'StructTreeRoot',
    K: rootRef,
    ParentTree: context.register(toParentTree()),
    ParentTreeNextKey: pages.length + annotationParents.length
  })
  if (ids.length > 0) tree.set(PDFName.of('IDTree'), toIdTree())
  context.assign(treeRef, tree)
  catalog.set(PDFName.of('StructTreeRoot'), treeRef)
  catalog.set(PDFName.of('MarkInfo'), context.obj({Marked: true}))
  for (const [index, page] of pages.entries()) {
    page.node.set(PDFName.of('StructParents'), context.obj(index))
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    const links = annotations.get(index)
    if (links) page.node.set(PDFName.of('Annots'), toArray(links))
  }

  function writeElement(element: StructureElement, parent: PDFRef): PDFRef {
    const ref = context.nextRef()
    refs.set(element, ref)
    const dict = context.obj({Type: 'StructElem', S: element.kind, P: parent})
    const pageIndex = findFirstLeaf(element)?.pageIndex
    const page = pageIndex === undefined ? undefined : pages[pageIndex]
    if (page) dict.set(PDFName.of('Pg'), page.ref)
    addFacts(dict, element, ref)

    const kids: Array<PDFObject> = []
    const seen = new Set<string>()
    for (const child of element.children) {
      if (isElement(child)) {
        kids.push(writeElement(child, ref))
        continue
      }
      const number = marked[child.pageIndex]?.numbers.get(child.mark)
      const key = `${child.pageIndex} ${number}`
      if (number === undefined || number < 0 || seen.has(key)) continue
      seen.add(key)
      kids.push(toContentKid(child, number, pageIndex))
    }
    if (element.kind === 'Link') kids.push(...writeLinks(element, ref))
    dict.set(PDFName.of('K'), toArray(kids))
    context.assign(ref, dict)
    return ref
  }

  function addFacts(
    dict: PDFDict,
    element: StructureElement,
    ref: PDFRef
  ): void {
    const {alt, headerIds, id, kind, lang, numbering, title} = element
    const set = (name: string, value: PDFObject): void => {
      dict.set(PDFName.of(name), value)
    }
    if (title) set('T', PDFHexString.fromText(title))
    if (lang) set('Lang', PDFString.of(lang))
    if (alt) set('Alt', PDFHexString.fromText(alt))
    if (id) {
      set('ID', PDFHexString.fromText(id))
      ids.push([id, ref])
    }
    if (kind === 'TH') set('A', context.obj({O: 'Table', Scope: 'Column'}))
    if (numbering) set('A', context.obj({O: 'List', ListNumbering: numbering}))
    if (headerIds) {
      const headers = headerIds.map((one) => PDFHexString.fromText(one))
      set('A', context.obj({O: 'Table', Headers: toArray(headers)}))
    }
    if (kind === 'Figure') {
      const box = toBox(element)
      if (box)
        set('A', context.obj({O: 'Layout', Placement: 'Block', BBox: box}))
    }
  }

  function toBox(element: StructureElement): Array<number> | undefined {
    const leaves = findLeaves(element)
    const page = facts.pages[leaves.at(0)?.pageIndex ?? 0]
    const rect = boundRects(
      leaves.flatMap(({mark}) => (mark.type === 'picture' ? [mark] : []))
    )
    if (!page || !rect) return undefined
    const {depthPt, widthPt, xPt, yPt} = rect
    const bottom = page.depthPt - yPt - depthPt
    return [xPt, bottom, xPt + widthPt, bottom + depthPt].map(round)
  }

  function toContentKid(
    leaf: StructureLeaf,
    number: number,
    pageIndex: number | undefined
  ): PDFObject {
    if (leaf.pageIndex === pageIndex) return context.obj(number)
    const page = pages[leaf.pageIndex]
    return context.obj({Type: 'MCR', MCID: number, ...(page && {Pg: page.ref})})
  }

  function writeLinks(element: StructureElement, ref: PDFRef): Array<PDFDict> {
    return toLinks(document, facts, element, named).map(
      ({annotation, pageIndex}) => {
        const key = pages.length + annotationParents.length
        annotation.set(PDFName.of('StructParent'), context.obj(key))
        annotationParents.push(ref)
        const annotationRef = context.register(annotation)
        const page = pages[pageIndex]
        const others = annotations.get(pageIndex) ?? []
        annotations.set(pageIndex, [...others, annotationRef])
        return context.obj({
          Type: 'OBJR',
          Obj: annotationRef,
          ...(page && {Pg: page.ref})
        })
      }
    )
  }

  function toParentTree(): PDFDict {
    const numbers: Array<PDFObject> = []
    for (const [index, {owners}] of marked.entries()) {
      const parents = owners.flatMap((owner) => refs.get(owner) ?? [])
      numbers.push(context.obj(index), context.register(toArray(parents)))
    }
    for (const [index, ref] of annotationParents.entries()) {
      numbers.push(context.obj(pages.length + index), ref)
    }
    return context.obj({Nums: toArray(numbers)})
  }

  // Names are sorted by their bytes.
  function toIdTree(): PDFRef {
    const pairs = ids
      .map(([id, ref]) => [PDFHexString.fromText(id), ref] as const)
      .sort(([a], [b]) => (a.asString() < b.asString() ? -1 : 1))
    return context.register(context.obj({Names: toArray(pairs.flat())}))
  }

  function toArray(values: ReadonlyArray<PDFObject>): PDFArray {
    const array = context.obj([])
    for (const value of values) array.push(value)
    return array
  }
}

function nameElements(
  element: StructureElement,
  named: Map<string, StructureElement>
): ReadonlyMap<string, StructureElement> {
  if (element.id !== undefined) named.set(element.id, element)
  for (const child of element.children) {
    if (isElement(child)) nameElements(child, named)
  }
  return named
}

function round(pt: number): number {
  return Math.round(pt * 1000) / 1000
}
