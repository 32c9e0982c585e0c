// House fonts of every kind: cut down, measured, embedded in a press file, and
// read back by programs that are not ours.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import {Blob, Face, Font} from 'harfbuzzjs'
import {PDFDocument} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  cutFace,
  findEmbeddingLimit,
  hasCffOutlines,
  openFaces,
  toTrueType,
  type FaceChoice,
  type Subsetter
} from '../../src/type/type.ts'
import {findTable, readTables} from '../../src/type/read-sfnt.ts'
import {hasProgram} from '../end-to-end/has-program.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'
import {readPdfText} from '../end-to-end/read-text.ts'
import {
  makeSheet,
  openTestSubsetter,
  readPackageFile,
  setText,
  setUpright,
  writeSheet
} from '../render/press/made-sheet.ts'
import {findHouseFont} from './find-house-font.ts'
import {writeCollection} from './write-collection.ts'

const serif =
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'
const sans =
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'
const variable =
  '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'
const text = 'Office 2026 “fjord” & more'
const always = `${text}0123456789`

let folder = ''
let subsetter: Subsetter | undefined

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  subsetter = await openTestSubsetter()
})

afterAll(() => fs.rm(folder, {recursive: true, force: true}))

async function cut(
  value: Uint8Array,
  choice: FaceChoice = {},
  characters = always
): Promise<Uint8Array> {
  if (!subsetter) throw new Error('No subsetter')
  return cutFace(value, characters, subsetter, choice)
}

/** Print text in a face; the file, and what pdf.js reads in it. */
async function print(
  font: Uint8Array,
  shown = text,
  upright = ''
): Promise<{file: string; read: string}> {
  const files = new Map([['face', {value: font, fallback: []}]])
  const faces = await openFaces(files)
  const marks = [
    setText(shown, {xPt: 10, yPt: 40, sizePt: 12}, faces),
    setUpright(upright, {xPt: 280, yPt: 60, sizePt: 12}, faces)
  ]
  const {value} = await writeSheet(makeSheet(marks), font)
  const file = path.join(folder, `${font.length}.pdf`)
  await fs.writeFile(file, value)
  return {file, read: (await readPdfText(value)).join('')}
}

function widthOf(font: Uint8Array, character: string): number {
  const opened = new Font(new Face(new Blob(font)))
  return opened.glyphHAdvance(
    opened.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0
  )
}

describe('cutFace', () => {
  test('should cut what was put into the room of the subsetter', async () => {
    const own = await openTestSubsetter()
    const fonts = await Promise.all([sans, serif].map(readPackageFile))
    const [small, large] = fonts.sort((a, b) => a.length - b.length)
    if (!small || !large) throw new Error('No fonts')
    for (const font of [small, large, small]) {
      const reserve = await own.openRoom()
      const room = reserve(font.byteLength)
      room.set(font)
      // What is cut meanwhile has room of its own.
      await own.cut({value: small, codePoints: [0x41]})
      const there = await cutFace(room, always, own, {})
      expect(Buffer.from(there)).toEqual(Buffer.from(await cut(font)))
    }
  })

  test('should take one face of a collection', async () => {
    const [first, second] = await Promise.all(
      [serif, sans].map(readPackageFile)
    )
    if (!first || !second) throw new Error('No fonts')
    const collection = writeCollection([first, second])
    const alone = await cut(second)
    const taken = await cut(collection, {index: 1})

    expect(widthOf(taken, 'm')).toBe(widthOf(alone, 'm'))
    expect(widthOf(taken, 'm')).not.toBe(widthOf(await cut(collection), 'm'))
    expect((await print(taken)).read).toContain('Office2026“fjord”&more')
    await expect(cut(collection, {index: 2})).rejects.toThrow(
      'Unexpected face `2`'
    )
  })

  test('should hold a variable font at a place of its axes', async () => {
    const value = await readPackageFile(variable)
    const bold = await cut(value, {axes: {wght: 800}})
    const light = await cut(value, {axes: {wght: 250}})

    for (const font of [bold, light]) {
      const tags = readTables(font).map(({tag}) => tag)
      expect(tags).toContain('glyf')
      expect(tags).not.toContain('fvar')
      expect(tags).not.toContain('gvar')
    }
    expect(widthOf(bold, 'm')).toBeGreaterThan(widthOf(light, 'm'))
    expect((await print(bold)).read).toContain('Office2026“fjord”&more')
    await expect(cut(value, {axes: {wdth: 5}})).rejects.toThrow('axis `wdth`')
  })

  const house = findHouseFont('urw-base35/C059-Roman.otf')
  test.skipIf(!house)(
    'should take OpenType/CFF (needs fonts-urw-base35)',
    async () => {
      const font = await cut(await fs.readFile(house ?? ''))

      expect(hasCffOutlines(font)).toBe(true)
      const {file, read} = await print(font)
      expect(read).toContain('Office2026“fjord”&more')
      const {context} = await PDFDocument.load(await fs.readFile(file))
      const objects = context
        .enumerateIndirectObjects()
        .map(([, object]) => String(object))
        .join('\n')
      expect(objects).toContain('/Subtype /CIDFontType0C')
      expect(objects).not.toContain('/FontFile2')
      expect(objects).not.toContain('/Type3')
    }
  )

  const cjk = findHouseFont('noto/NotoSerifCJK-Bold.ttc')
  test.skipIf(!cjk)(
    'should take a face of a CFF collection with characters of its own, upright too (needs fonts-noto-cjk)',
    async () => {
      const hanzi = '大旱坡地改造，“云”深处——新苗'
      const value = new Uint8Array(await fs.readFile(cjk ?? ''))
      const font = await cut(value, {index: 2}, `${always}${hanzi}（）、。`)
      const {file, read} = await print(font, hanzi, '大（处）、。')

      expect(read).toContain(hanzi)
      for (const character of '大（处）、。') expect(read).toContain(character)
      expect(read).not.toMatch(/[\u2E80-\u2FDF\uFE10-\uFE4F]/)
      if (hasProgram('mutool')) {
        const said = execFileSync('mutool', ['draw', '-F', 'txt', file], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore']
        })
        expect(said.replaceAll(/\s/g, '')).toContain(hanzi)
      }
      if (hasProgram('pdftotext')) {
        const said = execFileSync('pdftotext', ['-raw', file, '-'], {
          encoding: 'utf8'
        })
        expect(said.replaceAll(/\s/g, '')).toContain(hanzi)
      }
    }
  )
})

describe('toTrueType', () => {
  const house = findHouseFont('urw-base35/C059-Roman.otf')
  test.skipIf(!house)(
    'should draw the same outlines (needs fonts-urw-base35)',
    async () => {
      const cff = await cut(await fs.readFile(house ?? ''))
      const glyf = toTrueType(cff)
      const [a, b] = [cff, glyf].map(
        (font) => new Font(new Face(new Blob(font)))
      )
      if (!a || !b) throw new Error('No fonts')
      const glyphCount = findTable(glyf, 'loca')?.length ?? 0

      expect(hasCffOutlines(glyf)).toBe(false)
      expect(glyphCount / 4 - 1).toBeGreaterThan(20)
      for (let id = 0; id < glyphCount / 4 - 1; id++) {
        expect(b.glyphHAdvance(id)).toBe(a.glyphHAdvance(id))
        const [first, second] = [a, b].map((font) => measureArea(font, id))
        // Points fall on whole units: a hair of the outline's length.
        const offBy = Math.abs((second ?? 0) - (first ?? 0))
        expect(offBy).toBeLessThan(100 + (first ?? 0) * 0.004)
      }
    }
  )
})

describe('findEmbeddingLimit', () => {
  test.for([
    [0x0000, undefined],
    [0x0008, undefined],
    [0x0002, 'embedding'],
    // The freest of several levels counts.
    [0x0006, undefined],
    [0x0100, 'subsetting'],
    [0x0200, 'bitmaps']
  ] as const)('should read %i as %s', async ([flags, limit]) => {
    const font = (await readPackageFile(serif)).slice()
    const table = findTable(font, 'OS/2')
    table?.set([flags >> 8, flags & 0xff], 8)

    expect(findEmbeddingLimit(font)).toBe(limit)
  })
})

/** Area of an outline, without its sign; curves in 16 steps. */
function measureArea(font: Font, id: number): number {
  let area = 0
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const lineTo = (toX: number, toY: number): void => {
    area += (x * toY - toX * y) / 2
    ;[x, y] = [toX, toY]
  }
  for (const {type, values} of font.glyphToJson(id)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values
    const [fromX, fromY] = [x, y]
    if (type === 'M') {
      lineTo(startX, startY)
      ;[x, y, startX, startY] = [a, b, a, b]
    } else if (type === 'L') lineTo(a, b)
    else if (type === 'Z') lineTo(startX, startY)
    for (let step = 1; step <= 16; step++) {
      const t = step / 16
      const s = 1 - t
      if (type === 'Q') {
        lineTo(
          s * s * fromX + 2 * s * t * a + t * t * c,
          s * s * fromY + 2 * s * t * b + t * t * d
        )
      } else if (type === 'C') {
        lineTo(
          s ** 3 * fromX + 3 * s * s * t * a + 3 * s * t * t * c + t ** 3 * e,
          s ** 3 * fromY + 3 * s * s * t * b + 3 * s * t * t * d + t ** 3 * f
        )
      }
    }
  }
  return Math.abs(area)
}
