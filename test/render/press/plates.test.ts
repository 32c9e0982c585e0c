// What reaches which plate, as Ghostscript separates it: tokens to the per cent,
// spot inks on plates of their own, black over what lies under it, gradients.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {ComposedPage, Mark, Ornament} from '../../../src/model/page.ts'
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

const fading = `<svg viewBox="0 0 80 40"><defs><linearGradient id="g">
<stop stop-color="#c5161d" stop-opacity="0"/><stop offset="1" stop-color="#c5161d"/></linearGradient></defs>
<rect width="80" height="20" fill="url(#g)"/>
<rect y="20" width="80" height="20" fill="#c5161d" opacity=".5"/></svg>`

/** Where an ornament lies. */
const grounds: Record<string, ReadonlyArray<Mark>> = {
  paper: [],
  tint: [{...plainMarks.tint, xPt: 90, yPt: 50, widthPt: 100, depthPt: 60}],
  'half a tint': [
    {...plainMarks.tint, xPt: 90, yPt: 50, widthPt: 50, depthPt: 60}
  ]
}

async function separate(
  standard: PressStandard,
  drawn = drawing,
  ground: ReadonlyArray<Mark> = []
) {
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
    ...ground,
    ornament,
    setText('HHHH', {xPt: 20, yPt: 40, sizePt: 30}, faces)
  ])
  const ornaments = new Map(svg ? [['fade.svg', svg] as const] : [])
  const written = await writeSheet(page, font, standard, ornaments)
  return {...(await toPlates(page, written.value)), written}
}

/** Ink at a place of a page, in per cent, by plate. */
type InksAt = (xPt: number, yPt: number) => Record<string, number>

/** Separate a press file: its plates, and what they print where. */
async function toPlates(
  page: ComposedPage,
  value: Uint8Array,
  ppi = 144
): Promise<{plates: ReadonlyMap<string, Plate>; at: InksAt}> {
  const work = await fs.mkdtemp(path.join(folder, 'plates-'))
  const file = path.join(work, 'sheet.pdf')
  await fs.writeFile(file, value)
  const plates = await readPlates(file, ppi, work)
  const toPx = (pt: number): number =>
    Math.round((pt + toMarginPt(page)) * (ppi / 72))
  return {plates, at}

  function at(xPt: number, yPt: number): Record<string, number> {
    const inks: Record<string, number> = {}
    for (const [name, plate] of plates) {
      const tone = plate.value[toPx(yPt) * plate.widthPx + toPx(xPt)] ?? 255
      const percent = Math.round((255 - tone) / 2.55)
      if (percent > 0) inks[name] = percent
    }
    return inks
  }
}

/** Mean ink of a square of the page, in per cent, by plate. */
function readMean(
  at: InksAt,
  {sidePt, xPt, yPt}: {sidePt: number; xPt: number; yPt: number}
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (let row = 0; row < sidePt; row++) {
    for (let column = 0; column < sidePt; column++) {
      const inks = at(xPt + column * 1.1, yPt + row * 1.1)
      for (const [name, percent] of Object.entries(inks)) {
        sums[name] = (sums[name] ?? 0) + percent / (sidePt * sidePt)
      }
    }
  }
  return sums
}

describe.skipIf(!hasProgram('gs'))('plates (need Ghostscript)', () => {
  test('should have every ink where it was meant', async () => {
    const {at, plates, written} = await separate('x-4')

    expect([...plates.keys()].sort()).toEqual([
      'Black',
      'Cyan',
      'Magenta',
      'PANTONE 871 C',
      'Yellow'
    ])
    expect(at(15, 145)).toEqual({Cyan: 100, Magenta: 70})
    // Black over blue would be more ink than the paper takes: it knocks out.
    expect(at(40, 160)).toEqual({Black: 100})
    expect(at(100, 160)).toEqual({Black: 100})
    // White takes out what lies under it.
    expect(at(40, 180)).toEqual({})
    expect(at(205, 150)).toEqual({'PANTONE 871 C': 100})
    expect(at(230, 155)).toEqual({})
    expect(written.notes).toEqual([])
    expect(written.totalInk.percent).toBeLessThanOrEqual(240)
  })

  test('should print black over what leaves it room, type and rules', async () => {
    const font = await subsetFace(await readPackageFile(serif), 'H05')
    const faces = await openFaces(
      new Map([['face', {value: font, fallback: []}]])
    )
    const page = makeSheet([
      {...plainMarks.tint, color: 'pale', yPt: 10, widthPt: 280, depthPt: 60},
      {...plainMarks.tint, color: 'blue', yPt: 90, widthPt: 280, depthPt: 60},
      {...plainMarks.rule, yPt: 60, depthPt: 8},
      setText('HHHH', {xPt: 20, yPt: 40, sizePt: 30}, faces),
      setText('HHHH', {xPt: 20, yPt: 120, sizePt: 30}, faces)
    ])
    page.colors = {
      ...page.colors,
      pale: {cmyk: [60, 40, 0, 0], rgb: '#80a0d0'}
    }
    const {notes, value} = await writeSheet(page, font, 'x-4')
    const {at} = await toPlates(page, value)

    expect(notes).toEqual([])
    // The stem of the first H, and the rule.
    expect(at(25, 30)).toEqual({Cyan: 60, Magenta: 40, Black: 100})
    expect(at(40, 64)).toEqual({Cyan: 60, Magenta: 40, Black: 100})
    expect(at(25, 110)).toEqual({Black: 100})
  })

  test.for([
    ['x-4', 'paper', []],
    ['x-4', 'tint', []],
    ['x-4', 'half a tint', []],
    ['x-1a', 'paper', []],
    ['x-1a', 'tint', []],
    ['x-1a', 'half a tint', ['press-opacity']]
  ] as const)(
    'should fade ornaments into what lies under them: %s, %s',
    async ([standard, ground, expected]) => {
      const under = grounds[ground] ?? []
      const {at, written} = await separate(standard, fading, under)
      const blue = ground === 'tint' ? 1 : 0
      const near = (percent: number) => expect.closeTo(percent, -0.7)

      expect(written.notes.map(({rule}) => rule.id)).toEqual(expected)
      // Beside paper or tint, all of the ink is on the right.
      const right = at(178, 70)
      expect(right['Magenta']).toBeGreaterThan(95)
      expect(right['Yellow']).toBeGreaterThan(84)
      // In the middle, half of it and half of what is under it.
      expect(at(139, 70)['Yellow']).toEqual(near(45))
      if (ground === 'half a tint') return
      expect(at(102, 70)['Cyan'] ?? 0).toEqual(near(100 * blue))
      expect(at(140, 70)['Cyan'] ?? 0).toEqual(near(5 + 50 * blue))
      expect(at(140, 90)['Cyan'] ?? 0).toEqual(near(5 + 50 * blue))
      expect(at(140, 90)['Magenta']).toEqual(near(50 + 35 * blue))
    }
  )

  test('should draw ornaments in inks of the template', async () => {
    const {at} = await separate('x-1a')

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
      const {at} = await separate(standard, spotted)
      const gold = 'PANTONE 871 C'

      expect(at(140, 70)).toEqual({[gold]: expect.closeTo(50, -1)})
      expect(at(178, 70)).toEqual({[gold]: expect.closeTo(98, -1)})
      expect(at(140, 90)).toEqual({[gold]: expect.closeTo(50, -0.5)})
    }
  )

  test.for(['x-4', 'x-1a'] as const)(
    'should let what lies under a drawing be seen where that is clear, as %s',
    async (standard) => {
      const font = await subsetFace(await readPackageFile(serif), '05')
      const {profile} = await readPagePress()
      const picture = await separatePicture(
        new TextEncoder().encode(
          '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160"><rect width="160" height="80" fill="#c03020"/><rect y="80" width="160" height="80" fill="#c03020" opacity=".5"/></svg>'
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
      const written = await writeSheet(
        page,
        font,
        standard,
        new Map(),
        pictures
      )
      const {at} = await toPlates(page, written.value, 576)

      const blue = {Cyan: 100, Magenta: 70}
      expect(at(95, 55)).toEqual(blue)
      expect(at(160, 80)).toEqual(blue)
      const red = at(120, 70)
      expect(red['Cyan'] ?? 0).toBeLessThan(40)
      expect(red['Yellow']).toBeGreaterThan(50)
      // Half of each, looked at from afar.
      const half = readMean(at, {xPt: 105, yPt: 85, sidePt: 12})
      const yellow = (red['Yellow'] ?? 0) / 2
      expect(half['Yellow']).toBeGreaterThan(yellow - 8)
      expect(half['Yellow']).toBeLessThan(yellow + 8)
      const cyan = (100 + (red['Cyan'] ?? 0)) / 2
      expect(half['Cyan']).toBeGreaterThan(cyan - 8)
      expect(half['Cyan']).toBeLessThan(cyan + 8)
    }
  )
})
