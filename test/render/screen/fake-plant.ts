// A plant without machines: it prints paper as Chromium does, with its faults,
// and no more on it than the repairs look at.

import {PDFDocument, PDFName, PDFString} from '@cantoo/pdf-lib'
import type {ComposedPage, Mark} from '../../../src/model/page.ts'
import type {Plant} from '../../../src/model/plant.ts'
import {findMarks} from '../../../src/render/find-marks.ts'

/** What the fake plant is to get wrong, besides what Chromium always does. */
export interface FakePlantOptions {
  /** Size of each page of paper. */
  sizesPt: ReadonlyArray<readonly [number, number]>
  /** Pages to paint; what is left out is not painted. */
  pages: ReadonlyArray<ComposedPage>
  /** Names of fonts in the document. */
  fontNames?: ReadonlyArray<string>
  /** What the browser's clock says. */
  clock?: string
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
  const {clock = '20260601', fontNames = [], pages, sizesPt} = options
  const document = await PDFDocument.create({updateMetadata: false})
  const {context} = document

  for (const [index, [widthPt, depthPt]] of sizesPt.entries()) {
    const page = document.addPage([widthPt, depthPt])
    const composed = pages[index]
    const content = composed ? findMarks(composed.children).map(paint) : []
    page.node.set(
      PDFName.of('Contents'),
      context.register(
        context.flateStream(
          `1 0 0 -1 0 ${depthPt} cm\nq\n${content.join('')}Q\n`
        )
      )
    )
  }

  for (const name of fontNames) context.register(context.obj({FontName: name}))
  context.trailerInfo.Info = context.register(
    context.obj({CreationDate: PDFString.of(`D:${clock}`)})
  )
  return document.save({useObjectStreams: false})
}

function paint(mark: Mark): string {
  if (mark.type === 'picture') {
    const {depthPt, widthPt, xPt, yPt} = mark
    const matrix = `${widthPt} 0 0 ${-depthPt} ${xPt} ${yPt + depthPt}`
    return `q\n${matrix} cm\n/X1 Do\nQ\n`
  }
  if (mark.type !== 'line') return '0 0 10 10 re\nf\n'
  const isDown = mark.writing === 'vertical'
  return mark.children
    .map(({glyphs, risePt = 0, sizePt}) => {
      const {xPt = 0, yPt = 0} = glyphs[0] ?? {}
      const x = isDown ? xPt - sizePt / 2 : xPt
      const y = isDown ? yPt + sizePt * 0.88 : mark.yPt - risePt
      return `BT\n/F1 ${sizePt} Tf\n1 0 0 -1 ${x} ${y} Tm\n<0001> Tj\nET\n`
    })
    .join('')
}
