import {expect, test} from 'vitest'
import type {Tint} from '../../../src/model/page.ts'
import {openFaces, subsetFace} from '../../../src/type/type.ts'
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
// frame of a neighbour may run.
test.for([
  ['“云', 10, []],
  ['云”', 10, ['press-ink-limit']],
  ['云”', -20, []],
  ['“云', -20, ['press-ink-limit']]
] as const)(
  'should count the ink of `%s` at %i where it is',
  async ([text, xPt, rules]) => {
    const font = await subsetFace(await readPackageFile(hei), '05云“”')
    const faces = await openFaces(
      new Map([['face', {value: font, fallback: []}]])
    )
    const line = setText(text, {xPt, yPt: 60, sizePt: 20}, faces)
    const {notes} = await writeSheet(makeSheet([blue, line]), font)

    expect(notes.map(({rule}) => rule.id)).toEqual(rules)
  }
)
