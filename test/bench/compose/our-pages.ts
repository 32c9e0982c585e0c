// The copy as we set it, painted by Chromium at the places we planned.

import {prepareText} from '../../../src/compose/prepare-text.ts'
import {
  breakPrepared,
  placeLine,
  type TextRequest
} from '../../../src/compose/set-text.ts'
import type {Block, ComposedPage} from '../../../src/model/page.ts'
import type {Sheet} from '../../../src/model/plant.ts'
import {toSheet} from '../../../src/render/sheet.ts'
import type {CompositionRules} from '../../../src/template/template.ts'
import {openFaces, type FaceTable} from '../../../src/type/type.ts'
import {leadingPt, pageDepthPt, pageWidthPt, type BenchCopy} from './copy.ts'

/** Open the face of a copy. */
export function openBenchFaces(copy: BenchCopy): Promise<FaceTable> {
  return openFaces(new Map([['body', {value: copy.font, fallback: []}]]))
}

/** Ask for a paragraph in a measure. */
export function toTextRequest(
  text: string,
  copy: BenchCopy,
  rules: CompositionRules,
  faces: FaceTable
): TextRequest {
  const {indentEm, lang, sizePt} = copy
  const style = {face: 'body', sizePt, color: 'black', trackingEm: 0, lang}
  return {
    texts: [{text, style, isCopy: true}],
    lang,
    measurePt: 0,
    align: 'justify',
    firstIndentPt: indentEm * sizePt,
    rules,
    faces
  }
}

/** Set the copy, one page for each measure. */
export async function setPages(
  copy: BenchCopy,
  rules: CompositionRules
): Promise<Array<ComposedPage>> {
  const faces = await openBenchFaces(copy)
  const texts = copy.paragraphs.map((text) => {
    const request = toTextRequest(text, copy, rules, faces)
    const {lang} = copy
    return {request, prepared: prepareText(request.texts, {faces, lang, rules})}
  })

  return copy.measuresEm.map((measureEm, index) => {
    const blocks: Array<Block> = []
    let yPt = leadingPt
    for (const [at, {prepared, request}] of texts.entries()) {
      const measurePt = measureEm * copy.sizePt
      const text = breakPrepared(prepared, {...request, measurePt})
      const block: Block = {
        type: 'block',
        role: 'paragraph',
        id: `copy/body/${at}`,
        children: []
      }
      for (const line of text.lines.keys()) {
        block.children.push(...placeLine(text, line, 0, yPt))
        yPt += leadingPt
      }
      blocks.push(block)
    }
    return toPage(blocks, index + 1, copy, faces)
  })
}

/** Lay composed pages out as a sheet to print. */
export function toBenchSheet(
  pages: ReadonlyArray<ComposedPage>,
  copy: BenchCopy
): Sheet {
  return toSheet(pages, {
    title: 'Lines',
    lang: copy.lang,
    fontFiles: new Map([['body', copy.font]]),
    templates: new Map()
  })
}

function toPage(
  blocks: ReadonlyArray<Block>,
  pageNumber: number,
  {lang}: BenchCopy,
  faces: FaceTable
): ComposedPage {
  const area = {xPt: 0, yPt: 0, widthPt: pageWidthPt, depthPt: pageDepthPt}
  return {
    type: 'composedPage',
    pageNumber,
    publication: 'Lines',
    date: '2026-01-01',
    lang,
    widthPt: pageWidthPt,
    depthPt: pageDepthPt,
    bleedPt: 0,
    typeArea: area,
    grid: {
      columnCount: 1,
      lineCount: 500,
      measurePt: pageWidthPt,
      gutterPt: 0,
      leadingPt
    },
    colors: {black: {cmyk: [0, 0, 0, 100], rgb: '#000000'}},
    faces: {
      body: {
        family: 'qianzi-body',
        fileKey: 'body',
        ...faces.metricsOf('body')
      }
    },
    children: [
      {
        type: 'furniture',
        name: 'copy',
        role: 'header',
        children: [...blocks]
      }
    ]
  }
}
