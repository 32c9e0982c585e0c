// What reaches which plate, as Ghostscript separates it: tokens to the per cent,
// spot inks on plates of their own, black over what lies under it, gradients.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {ComposedPage, Ornament} from '../../../src/model/page.ts'
import type {PressStandard} from '../../../src/model/press.ts'
import {separatePicture} from '../../../src/plant/separate-picture.ts'
import {toPictureKey} from '../../../src/render/press/paint-page.ts'
import {toMarginPt} from '../../../src/render/press/press-page.ts'
import {flattenSvg} from '../../../src/render/press/svg/flatten-svg.ts'
import {openFaces, subsetFace} from '../../../src/type/type.ts'
import {hasProgram} from '../../end-to-end/has-program.ts'
import {makeTemporaryFolder} from '../../end-to-end/press.ts'
import {readPlates, type Plate} from '../../end-to-end/read-plates.ts'
import {
  makeSheet,
  plainMarks,
  readPackageFile,
  readPagePress,
  setText,
  writeSheet
} from './made-sheet.ts'

const serif =
  '@expo-google-fonts/source-serif-4/900Black/SourceSerif4_900Black.ttf'
const ornament: Ornament = {
  type: 'ornament',
  src: 'fade.svg',
  xPt: 100,
  yPt: 60,
  widthPt: 80,
  depthPt: 40
}
const drawing = `<svg viewBox="0 0 80 40"><defs><linearGradient id="g">
<stop stop-color="#ffffff"/><stop offset="1" stop-color="#c5161d"/></linearGradient></defs>
<rect width="80" height="20" fill="url(#g)"/>
<rect y="20" width="40" height="20" fill="#8a7040"/>
<rect x="40" y="20" width="40" height="20" fill="#c5161d" opacity=".5"/></svg>`
const spotted = `<svg viewBox="0 0 80 40"><defs><linearGradient id="g">
<stop stop-color="#ffffff"/><stop offset="1" stop-color="#8a7040"/></linearGradient></defs>
<rect width="80" height="20" fill="url(#g)"/>
<rect y="20" width="80" height="20" fill="#8a7040" opacity=".5"/></svg>`

let folder = ''

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(() => fs.rm(folder, {recursive: true, force: true}))

async function separate(standard: PressStandard, drawn = drawing) {
  const font = await subsetFace(await readPackageFile(serif), 'H05')
  const faces = await openFaces(
    new Map([['face', {value: font, fallback: []}]])
  )
  const svg = flattenSvg(drawn)
  const page = makeSheet([
    plainMarks.tint,
    plainMarks.rule,
    plainMarks.frame,
    {
      ...plainMarks.tint,
      color: 'paper',
      xPt: 30,
      yPt: 175,
      widthPt: 20,
      depthPt: 10
    },
    ornament,
    setText('HHHH', {xPt: 20, yPt: 40, sizePt: 30}, faces)
  ])
  const ornaments = new Map(svg ? [['fade.svg', svg] as const] : [])
  const written = await writeSheet(page, font, standard, ornaments)
  const work = await fs.mkdtemp(path.join(folder, standard))
  const file = path.join(work, 'sheet.pdf')
  await fs.writeFile(file, written.value)
  return {page, plates: await readPlates(file, 144, work), written}
}

/** Ink at a place of the page, in per cent, by plate. */
function readInks(
  plates: ReadonlyMap<string, Plate>,
  page: ComposedPage,
  xPt: number,
  yPt: number
): Record<string, number> {
  const inks: Record<string, number> = {}
  for (const [name, {value, widthPx}] of plates) {
    const [x, y] = [xPt, yPt].map((pt) =>
      Math.round((pt + toMarginPt(page)) * 2)
    )
    const tone = value[(y ?? 0) * widthPx + (x ?? 0)] ?? 255
    const percent = Math.round((255 - tone) / 2.55)
    if (percent > 0) inks[name] = percent
  }
  return inks
}

describe.skipIf(!hasProgram('gs'))('plates (need Ghostscript)', () => {
  test('should have every ink where it was meant', async () => {
    const {page, plates, written} = await separate('x-4')
    const at = (xPt: number, yPt: number) => readInks(plates, page, xPt, yPt)

    expect([...plates.keys()].sort()).toEqual([
      'Black',
      'Cyan',
      'Magenta',
      'PANTONE 871 C',
      'Yellow'
    ])
    expect(at(15, 145)).toEqual({Cyan: 100, Magenta: 70})
    // Black over blue leaves the blue; beside it, it is alone.
    expect(at(40, 160)).toEqual({Cyan: 100, Magenta: 70, Black: 100})
    expect(at(100, 160)).toEqual({Black: 100})
    // White takes out what lies under it.
    expect(at(40, 180)).toEqual({})
    expect(at(205, 150)).toEqual({'PANTONE 871 C': 100})
    expect(at(230, 155)).toEqual({})
    // That black over blue is more than the limit is said.
    expect(written.notes.map(({rule}) => rule.id)).toEqual(['press-ink-limit'])
  })

  test('should draw ornaments in inks of the template', async () => {
    const {page, plates} = await separate('x-1a')
    const at = (xPt: number, yPt: number) => readInks(plates, page, xPt, yPt)

    expect(at(101, 70).Magenta ?? 0).toBeLessThan(5)
    expect(at(140, 70)).toMatchObject({Magenta: expect.closeTo(50, -1)})
    expect(at(178, 70)).toMatchObject({
      Magenta: expect.closeTo(98, -1),
      Yellow: expect.closeTo(88, -1)
    })
    expect(at(120, 90)).toEqual({'PANTONE 871 C': 100})
    // Without transparency, half a tone is half of its ink.
    expect(at(160, 90)).toMatchObject({Magenta: 50, Yellow: 45})
  })

  test.for(['x-4', 'x-1a'] as const)(
    'should keep faded spot ink on its plate, as %s',
    async (standard) => {
      const {page, plates} = await separate(standard, spotted)
      const at = (xPt: number, yPt: number) => readInks(plates, page, xPt, yPt)
      const gold = 'PANTONE 871 C'

      expect(at(140, 70)).toEqual({[gold]: expect.closeTo(50, -1)})
      expect(at(178, 70)).toEqual({[gold]: expect.closeTo(98, -1)})
      expect(at(140, 90)).toEqual({[gold]: expect.closeTo(50, -0.5)})
    }
  )

  test('should let what lies under a drawing be seen where that is clear', async () => {
    const font = await subsetFace(await readPackageFile(serif), '05')
    const {profile} = await readPagePress()
    const picture = await separatePicture(
      new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160"><rect width="160" height="160" fill="#c03020"/></svg>'
      ),
      {
        widthPx: 320,
        lineArtWidthPx: 320,
        profilePath: profile.path,
        inkLimitPercent: 240,
        keepsClear: true
      }
    )
    const page = makeSheet([
      {
        ...plainMarks.tint,
        xPt: 90,
        yPt: 50,
        widthPt: 100,
        depthPt: 60
      },
      ornament
    ])
    const pictures = new Map([[toPictureKey(ornament), picture]])
    const written = await writeSheet(page, font, 'x-4', new Map(), pictures)
    const work = await fs.mkdtemp(path.join(folder, 'mask-'))
    const file = path.join(work, 'sheet.pdf')
    await fs.writeFile(file, written.value)
    const plates = await readPlates(file, 144, work)

    const blue = {Cyan: 100, Magenta: 70}
    expect(readInks(plates, page, 95, 55)).toEqual(blue)
    expect(readInks(plates, page, 160, 80)).toEqual(blue)
    const red = readInks(plates, page, 120, 80)
    expect(red['Cyan'] ?? 0).toBeLessThan(40)
    expect(red['Yellow']).toBeGreaterThan(50)
  })
})
