// Marks around sheets of every width: none of them runs into another.

import {beforeAll, expect, test} from 'vitest'
import {openInkTable} from '../../../src/render/press/ink-table.ts'
import {toMarginPt} from '../../../src/render/press/press-page.ts'
import {paintPrintersMarks} from '../../../src/render/press/printers-marks.ts'
import {setSlugLine, slugColors} from '../../../src/render/press/slug-line.ts'
import {openFaces, subsetFace, type FaceTable} from '../../../src/type/type.ts'
import {mmToPt} from '../../../src/unit/length.ts'
import {makeSheet, readPackageFile, readPagePress} from './made-sheet.ts'

const serif =
  '@expo-google-fonts/source-serif-4/900Black/SourceSerif4_900Black.ttf'
const registerPt = mmToPt(3.5)
let faces: FaceTable

beforeAll(async () => {
  const letters = 'ThePapr 2026-BlckCyanMgtYowANTO871C05'
  const value = await subsetFace(await readPackageFile(serif), letters)
  faces = await openFaces(new Map([['face', {value, fallback: []}]]))
})

test.for([70, 105, 148, 165, 210, 270, 365])(
  'should keep marks of a sheet of %i mm apart',
  async (widthMm) => {
    const sheet = makeSheet([])
    const page = {...sheet, widthPt: mmToPt(widthMm)}
    const left = toMarginPt(page)
    const middle = left + page.widthPt / 2
    const operators: Array<string> = []
    paintPrintersMarks({
      page,
      press: await readPagePress(),
      inks: openInkTable(page, slugColors),
      fonts: {
        files: new Map(),
        fonts: [],
        find: () => {
          throw new Error('Unexpected type')
        }
      },
      operators
    })
    const patches = operators.flatMap((one) => {
      const [x, , width] = one.split(' ').map(Number)
      return one.endsWith(' re f')
        ? [{from: x ?? 0, to: (x ?? 0) + (width ?? 0)}]
        : []
    })

    // Twelve tones and a spot ink, in their order.
    expect(patches).toHaveLength(13)
    let before = left
    for (const {from, to} of patches) {
      expect(to - from).toBeGreaterThan(mmToPt(2))
      expect(from).toBeGreaterThan(before - 0.001)
      expect(to).toBeLessThan(left + page.widthPt)
      expect(to < middle - registerPt || from > middle + registerPt).toBe(true)
      before = to
    }

    const slug = setSlugLine(page, faces)
    const half = page.widthPt / 2
    for (const {glyphs} of slug.children) {
      for (const {advancePt, text, xPt} of glyphs) {
        const isInMark =
          xPt < half + registerPt && xPt + advancePt > half - registerPt
        expect(isInMark && text.trim() !== '', `${text} in the mark`).toBe(
          false
        )
      }
    }
    // Type of four points is as small as it gets.
    if (widthMm >= 105) {
      expect(slug.xPt + slug.widthPt).toBeLessThan(page.widthPt)
    }
  }
)
