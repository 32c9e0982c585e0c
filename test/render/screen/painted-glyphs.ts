// Glyphs as a PDF paints them: read from the content streams that Chromium
// writes, so that places can be compared with what was planned. Glyphs that
// stand in one `Tj` follow each other by the widths that the PDF says.

import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFPage
} from '@cantoo/pdf-lib'
import {readContent} from '../read-content.ts'

/** A glyph on paper. */
export interface PaintedGlyph {
  id: number
  /** Origin, from the top left of the page. */
  xPt: number
  yPt: number
}

type Matrix = [number, number, number, number, number, number]

const operators =
  /(?<hex><[0-9a-f]+>) Tj|\/(?<font>\S+) (?<size>[\d.]+) Tf|(?<numbers>(?:-?[\d.]+ )+)(?<name>cm|Tm|Td)\b|(?<=^|\s)(?<state>[qQ])(?=\s|$)/gim

/** Read the glyphs of a page, in the order they are painted. */
export function readPaintedGlyphs(page: PDFPage): Array<PaintedGlyph> {
  const glyphs: Array<PaintedGlyph> = []
  const stack: Array<Matrix> = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let line: Matrix = matrix
  let widthOf: (id: number) => number = () => 0

  for (const {groups = {}} of readContent(page).matchAll(operators)) {
    const {font, hex, name, numbers = '', size, state} = groups
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
      .trim()
      .split(' ')
      .map(Number)
    if (state === 'q') stack.push(matrix)
    else if (state === 'Q') matrix = stack.pop() ?? matrix
    else if (name === 'cm') matrix = multiply([a, b, c, d, e, f], matrix)
    else if (name === 'Tm') line = [a, b, c, d, e, f]
    else if (name === 'Td') line = multiply([1, 0, 0, 1, a, b], line)
    else if (font) widthOf = readWidths(page, font, Number(size))
    else if (hex) {
      let along: Matrix = line
      for (const [code = ''] of hex.matchAll(/[\da-f]{4}/giu)) {
        const id = Number.parseInt(code, 16)
        const [, , , , xPt, yPt] = multiply(along, matrix)
        glyphs.push({id, xPt, yPt: page.getHeight() - yPt})
        along = multiply([1, 0, 0, 1, widthOf(id), 0], along)
      }
    }
  }

  return glyphs
}

/** Read the widths of a font (ISO 32000-1, 9.7.4.3). */
function readWidths(
  page: PDFPage,
  name: string,
  size: number
): (id: number) => number {
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
  const font = fonts
    ?.lookup(PDFName.of(name), PDFDict)
    .lookup(PDFName.of('DescendantFonts'), PDFArray)
    .lookup(0, PDFDict)
  const usual = font?.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber()
  const list = font?.lookupMaybe(PDFName.of('W'), PDFArray)
  const widths = new Map<number, number>()
  const end = list?.size() ?? 0
  for (let at = 0; at < end; at++) {
    if (!list) break
    const first = list.lookup(at, PDFNumber).asNumber()
    const next = list.lookup(++at)
    if (next instanceof PDFArray) {
      for (let index = 0; index < next.size(); index++) {
        widths.set(first + index, next.lookup(index, PDFNumber).asNumber())
      }
      continue
    }
    const last = next instanceof PDFNumber ? next.asNumber() : first
    const width = list.lookup(++at, PDFNumber).asNumber()
    for (let id = first; id <= last; id++) widths.set(id, width)
  }
  return (id) => ((widths.get(id) ?? usual ?? 1000) / 1000) * size
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5]
  ]
}
