// The structure of a finished PDF as a program for those who listen gets it:
// the tree by pdf-lib, the words of its marked content by pdf.js.

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFObject
} from '@cantoo/pdf-lib'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One element as it was read. */
export interface ReadElement {
  kind: string
  lang?: string
  alt?: string
  id?: string
  /** Its attributes, as PDF writes them. */
  attributes: string
  /** Elements and words, in order. */
  children: Array<ReadElement | string>
  /** What its annotations say and where they lead. */
  links: Array<ReadLink>
}

/** A link as it was read. */
export interface ReadLink {
  says: string
  /** Page it leads to, from 0, and its place; or an address. */
  pageIndex?: number
  place?: readonly [number, number]
  address?: string
}

/** Read the structure of a document. */
export async function readStructure(value: Uint8Array): Promise<ReadElement> {
  const document = await PDFDocument.load(value)
  const words = await readWords(value)
  const pageRefs = document.getPages().map((page) => page.ref)
  const tree = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  return readElement(tree.lookup(PDFName.of('K'), PDFDict), 0)

  function readElement(dict: PDFDict, outer: number): ReadElement {
    const pageIndex = findPage(dict, outer)
    const lang = toText(dict.lookup(PDFName.of('Lang')))
    const alt = toText(dict.lookup(PDFName.of('Alt')))
    const id = toText(dict.lookup(PDFName.of('ID')))
    const element: ReadElement = {
      kind: dict.lookup(PDFName.of('S'), PDFName).decodeText(),
      attributes: String(dict.lookup(PDFName.of('A')) ?? ''),
      children: [],
      links: [],
      ...(lang === undefined ? {} : {lang}),
      ...(alt === undefined ? {} : {alt}),
      ...(id === undefined ? {} : {id})
    }
    const kids = dict.lookup(PDFName.of('K'), PDFArray)
    for (let index = 0; index < kids.size(); index++) {
      readKid(kids.lookup(index), pageIndex, element)
    }
    return element
  }

  function readKid(
    kid: PDFObject | undefined,
    pageIndex: number,
    element: ReadElement
  ): void {
    if (kid instanceof PDFNumber) {
      element.children.push(words[pageIndex]?.get(kid.asNumber()) ?? '')
    } else if (kid instanceof PDFDict && kid.has(PDFName.of('MCID'))) {
      const number = kid.lookup(PDFName.of('MCID'), PDFNumber).asNumber()
      element.children.push(words[findPage(kid, pageIndex)]?.get(number) ?? '')
    } else if (kid instanceof PDFDict && kid.has(PDFName.of('Obj'))) {
      element.links.push(readLink(kid.lookup(PDFName.of('Obj'), PDFDict)))
    } else if (kid instanceof PDFDict) {
      element.children.push(readElement(kid, pageIndex))
    }
  }

  function findPage(dict: PDFDict, outer: number): number {
    const ref = dict.get(PDFName.of('Pg'))
    return ref instanceof PDFRef ? pageRefs.indexOf(ref) : outer
  }

  function readLink(annotation: PDFDict): ReadLink {
    const says = toText(annotation.lookup(PDFName.of('Contents'))) ?? ''
    const place = annotation.lookupMaybe(PDFName.of('Dest'), PDFArray)
    if (!place) {
      const action = annotation.lookup(PDFName.of('A'), PDFDict)
      return {says, address: toText(action.lookup(PDFName.of('URI'))) ?? ''}
    }
    const ref = place.get(0)
    return {
      says,
      pageIndex: ref instanceof PDFRef ? pageRefs.indexOf(ref) : -1,
      place: [
        place.lookup(2, PDFNumber).asNumber(),
        place.lookup(3, PDFNumber).asNumber()
      ]
    }
  }
}

/** Words of an element and of all in it. */
export function readWordsOf(element: ReadElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : readWordsOf(child)))
    .join('')
}

/** Find all elements of a kind, in the order they are read. */
export function findElements(
  element: ReadElement,
  kind: string
): Array<ReadElement> {
  const inside = element.children.flatMap((child) =>
    typeof child === 'string' ? [] : findElements(child, kind)
  )
  return element.kind === kind ? [element, ...inside] : inside
}

/** Words of every marked sequence, by page and number. */
async function readWords(
  value: Uint8Array
): Promise<Array<Map<number, string>>> {
  const task = getDocument({data: new Uint8Array(value), verbosity: 0})
  const document = await task.promise
  const pages: Array<Map<number, string>> = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({includeMarkedContent: true})
    const words = new Map<number, string>()
    const open: Array<number | undefined> = []
    for (const item of content.items) {
      if ('str' in item) {
        const id = open.at(-1)
        const text = item.str + (item.hasEOL ? '\n' : '')
        if (id !== undefined) words.set(id, (words.get(id) ?? '') + text)
      } else if (item.type === 'endMarkedContent') {
        open.pop()
      } else {
        const id = /_mc(\d+)$/.exec('id' in item ? String(item.id) : '')?.[1]
        open.push(id === undefined ? undefined : Number(id))
      }
    }
    pages.push(words)
  }
  await task.destroy()
  return pages
}

function toText(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFHexString || value instanceof PDFString
    ? value.decodeText()
    : undefined
}
