// Glyphs as a PDF paints them: read from the content streams that Chromium
// writes, so that places can be compared with what was planned.
//
// Only the first glyph of every `Tj` is given: the others follow by the advances
// of the face, which are the same in the plan.

import {
  decodePDFRawStream,
  PDFName,
  PDFRawStream,
  type PDFPage
} from '@cantoo/pdf-lib'

/** A glyph on paper. */
export interface PaintedGlyph {
  id: number
  /** Origin, from the top left of the page. */
  xPt: number
  yPt: number
  /** Glyphs in the same `Tj`. */
  count: number
}

type Matrix = [number, number, number, number, number, number]

const operators =
  /(?<hex><[0-9a-f]+>) Tj|(?<numbers>(?:-?[\d.]+ )+)(?<name>cm|Tm|Td)\b|(?<=^|\s)(?<state>[qQ])(?=\s|$)/gim

/** Read the glyphs of a page, in the order they are painted. */
export function readPaintedGlyphs(page: PDFPage): Array<PaintedGlyph> {
  const glyphs: Array<PaintedGlyph> = []
  const stack: Array<Matrix> = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let line: Matrix = matrix

  for (const {groups = {}} of readContent(page).matchAll(operators)) {
    const {hex, name, numbers = '', state} = groups
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
      .trim()
      .split(' ')
      .map(Number)
    if (state === 'q') stack.push(matrix)
    else if (state === 'Q') matrix = stack.pop() ?? matrix
    else if (name === 'cm') matrix = multiply([a, b, c, d, e, f], matrix)
    else if (name === 'Tm') line = [a, b, c, d, e, f]
    else if (name === 'Td') line = multiply([1, 0, 0, 1, a, b], line)
    else if (hex) {
      const [, , , , xPt, yPt] = multiply(line, matrix)
      const id = Number.parseInt(hex.slice(1, 5), 16)
      const count = (hex.length - 2) / 4
      glyphs.push({id, xPt, yPt: page.getHeight() - yPt, count})
    }
  }

  return glyphs
}

function readContent(page: PDFPage): string {
  const contents = page.node.lookup(PDFName.of('Contents'))
  if (!(contents instanceof PDFRawStream))
    throw new TypeError('Unexpected page')
  const bytes = decodePDFRawStream(contents).decode()
  return new TextDecoder('latin1').decode(bytes)
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
