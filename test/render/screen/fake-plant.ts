// A plant without machines: it prints paper as Chromium does, with its faults,
// and no more on it than the repairs look at.

import {PDFDocument, PDFName, PDFString, type PDFObject} from '@cantoo/pdf-lib'
import type {Plant} from '../../../src/model/plant.ts'

/** What the fake plant is to get wrong, besides what Chromium always does. */
export interface FakePlantOptions {
  /** Size of each page of paper. */
  sizesPt: ReadonlyArray<readonly [number, number]>
  /** Destinations by name, all at the corner of the first page. */
  names?: ReadonlyArray<string>
  /** Names of fonts in the document. */
  fontNames?: ReadonlyArray<string>
  /** Counter that table cells are named after. */
  firstNode?: number
}

/** Make a plant that prints what it is told to. */
export function makeFakePlant(options: FakePlantOptions): Plant {
  return {
    printPdf: () => printPdf(options),
    convertPicture: async () => new Uint8Array([0xff, 0xd8]),
    inspectPicture: () => Promise.reject(new Error('Unexpected call')),
    rasterizePdf: () => Promise.reject(new Error('Unexpected call')),
    separatePicture: () => Promise.reject(new Error('Unexpected call'))
  }
}

async function printPdf(options: FakePlantOptions): Promise<Uint8Array> {
  const {firstNode = 100, fontNames = [], names = [], sizesPt} = options
  const document = await PDFDocument.create({updateMetadata: false})
  const {catalog, context} = document

  for (const [widthPt, depthPt] of sizesPt) {
    const page = document.addPage([widthPt, depthPt])
    const content = `.24 0 0 -.24 0 ${depthPt} cm\nq\n0 0 10 10 re\nf\nQ\n`
    const link = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [10, 700, 20, 710],
      Dest: 'part-lead-rest'
    })
    page.node.set(
      PDFName.of('Contents'),
      context.register(context.flateStream(content))
    )
    page.node.set(PDFName.of('Annots'), context.obj([context.register(link)]))
  }

  const corner = context.obj([
    document.getPage(0).ref,
    PDFName.of('XYZ'),
    0,
    0,
    0
  ])
  const dests: Record<string, PDFObject> = {}
  for (const name of names) dests[name] = corner
  catalog.set(PDFName.of('Dests'), context.register(context.obj(dests)))
  for (const name of fontNames) context.register(context.obj({FontName: name}))

  const cells = [0, 1].map((index) =>
    context.register(
      context.obj({S: 'TH', ID: PDFString.of(`node0000${firstNode + index}`)})
    )
  )
  const pairs = cells.flatMap((cell, index) => [
    PDFString.of(`node0000${firstNode + index}`),
    cell
  ])
  catalog.set(
    PDFName.of('StructTreeRoot'),
    context.obj({IDTree: {Kids: [{Names: pairs}]}, K: cells})
  )
  context.trailerInfo.Info = context.register(
    context.obj({CreationDate: PDFString.of(`D:2026${firstNode}`)})
  )
  return document.save({useObjectStreams: false})
}
