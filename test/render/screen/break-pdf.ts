// Files that are wrong on purpose, each in one way: a check that does not fail
// them does not bite.

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFString
} from '@cantoo/pdf-lib'

type Break = (document: PDFDocument) => void

/** What can be wrong with a file. */
export type Fault =
  | 'a figure without words'
  | 'a font without Unicode'
  | 'a font that is not inside'
  | 'a link that says nothing'
  | 'a skipped heading'
  | 'an unknown kind of element'
  | 'content that is not marked'
  | 'JavaScript'
  | 'no claim'
  | 'no colour space'
  | 'no language'
  | 'no structure'
  | 'no title shown'
  | 'notes of one name'
  | 'text of the wrong colour space'

const breaks: Readonly<Record<Fault, Break>> = {
  'a figure without words': (document) => {
    eachDict(document, (dict) => {
      if (isKind(dict, 'Figure')) dict.delete(PDFName.of('Alt'))
    })
  },
  'a font without Unicode': (document) => {
    eachDict(document, (dict) => dict.delete(PDFName.of('ToUnicode')))
  },
  'a font that is not inside': (document) => {
    eachDict(document, (dict) => dict.delete(PDFName.of('FontFile2')))
  },
  'a link that says nothing': (document) => {
    eachDict(document, (dict) => {
      if (dict.get(PDFName.of('Subtype')) === PDFName.of('Link')) {
        dict.delete(PDFName.of('Contents'))
      }
    })
  },
  'a skipped heading': (document) => {
    eachDict(document, (dict) => {
      if (isKind(dict, 'H2')) dict.set(PDFName.of('S'), PDFName.of('H5'))
    })
  },
  'an unknown kind of element': (document) => {
    eachDict(document, (dict) => {
      if (isKind(dict, 'P')) dict.set(PDFName.of('S'), PDFName.of('Story'))
    })
  },
  'content that is not marked': (document) => {
    rewrite(document, (content) =>
      content.replaceAll(/\/Artifact BMC|\/P <<[^>]*>> BDC|EMC/g, '')
    )
  },
  JavaScript: (document) => {
    const action = {S: 'JavaScript', JS: PDFString.of('app.alert(1)')}
    document.catalog.set(PDFName.of('OpenAction'), document.context.obj(action))
  },
  'no claim': (document) => document.catalog.delete(PDFName.of('Metadata')),
  'no colour space': (document) =>
    document.catalog.delete(PDFName.of('OutputIntents')),
  'no language': (document) => document.catalog.delete(PDFName.of('Lang')),
  'no structure': (document) => {
    document.catalog.delete(PDFName.of('StructTreeRoot'))
    document.catalog.delete(PDFName.of('MarkInfo'))
  },
  'no title shown': (document) =>
    document.catalog.delete(PDFName.of('ViewerPreferences')),
  'notes of one name': (document) => {
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const kid = root.lookup(PDFName.of('K'), PDFDict)
    for (let index = 0; index < 2; index++) {
      const note = document.context.obj({
        Type: 'StructElem',
        S: 'Note',
        P: root.get(PDFName.of('K')),
        ID: PDFString.of('same'),
        K: []
      })
      kid
        .lookup(PDFName.of('K'), PDFArray)
        .push(document.context.register(note))
    }
  },
  'text of the wrong colour space': (document) => {
    rewrite(document, (content) => `0 0 0 1 k\n${content}`)
  }
}

/** What can be wrong with a file, each. */
export const faultNames: ReadonlyArray<Fault> = Object.keys(breaks).filter(
  (name): name is Fault => Object.hasOwn(breaks, name)
)

/** Break a good PDF in one way. */
export async function breakPdf(
  pdf: Uint8Array,
  fault: Fault
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false})
  breaks[fault](document)
  return document.save({updateFieldAppearances: false})
}

function eachDict(document: PDFDocument, visit: (dict: PDFDict) => void): void {
  for (const [, value] of document.context.enumerateIndirectObjects()) {
    if (value instanceof PDFDict) visit(value)
  }
}

function isKind(dict: PDFDict, kind: string): boolean {
  return (
    dict.get(PDFName.of('Type')) === PDFName.of('StructElem') &&
    dict.get(PDFName.of('S')) === PDFName.of(kind)
  )
}

function rewrite(
  document: PDFDocument,
  change: (content: string) => string
): void {
  const page = document.getPage(0).node
  const stream = page.lookup(PDFName.of('Contents'))
  if (!(stream instanceof PDFRawStream)) throw new TypeError('No content')
  const content = Buffer.from(decodePDFRawStream(stream).decode())
  const value = Buffer.from(change(content.toString('latin1')), 'latin1')
  const made = document.context.flateStream(value)
  page.set(PDFName.of('Contents'), document.context.register(made))
}
