import {PDFDocument} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import type {Tint} from '../../../src/model/page.ts'
import {openFaces, subsetFace} from '../../../src/type/type.ts'
import {readContent} from '../read-content.ts'
import {makeSheet, readPackageFile, setText, writeSheet} from './made-sheet.ts'

const hei = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'

/** With black over it, more ink than newsprint takes. */
const blue: Tint = {
  type: 'tint',
  color: 'blue',
  xPt: 10,
  yPt: 20,
  widthPt: 10,
  depthPt: 100
}

// The blank half of a mark that opens a row stands in the gutter, where the
// frame of a neighbour may run: there is no ink to knock out for.
test.for([
  ['“云', 10, 'overprints'],
  ['云”', 10, 'knocks out'],
  ['云”', -20, 'overprints'],
  ['“云', -20, 'knocks out']
] as const)(
  'should count the ink of `%s` at %i where it is',
  async ([text, xPt, expected]) => {
    const font = await subsetFace(await readPackageFile(hei), '05云“”')
    const faces = await openFaces(
      new Map([['face', {value: font, fallback: []}]])
    )
    const line = setText(text, {xPt, yPt: 60, sizePt: 20}, faces)
    const {notes, totalInk, value} = await writeSheet(
      makeSheet([blue, line]),
      font
    )

    expect(notes).toEqual([])
    expect(totalInk.percent).toBeLessThanOrEqual(240)
    const document = await PDFDocument.load(value, {updateMetadata: false})
    const content = readContent(document.getPage(0))
    const before = content.slice(0, content.indexOf('BT'))
    const isOver = before.lastIndexOf('/Over gs') > before.lastIndexOf('/Knock')
    expect(isOver ? 'overprints' : 'knocks out').toBe(expected)
  }
)
