// A made-up page in one face: a row of type, a column of upright type, and a
// turned word, for fonts of every kind.

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import type {
  ComposedPage,
  Frame,
  Glyph,
  Line,
  Mark,
  Rule,
  Tint
} from '../../../src/model/page.ts'
import type {SeparatedPicture} from '../../../src/model/plant.ts'
import type {PagePress, PressStandard} from '../../../src/model/press.ts'
import {slugColors} from '../../../src/render/press/slug-line.ts'
import type {FlatSvg} from '../../../src/render/press/svg/flatten-svg.ts'
import {
  writePage,
  type WrittenPage
} from '../../../src/render/press/write-page.ts'
import {
  openFaces,
  openGlyphCutter,
  openSubsetter,
  type FaceTable,
  type Subsetter
} from '../../../src/type/type.ts'
import {projectFolder} from '../../end-to-end/press.ts'

const require = createRequire(import.meta.url)

/** Read a font or another file of a package. */
export async function readPackageFile(name: string): Promise<Uint8Array> {
  return new Uint8Array(await fs.readFile(require.resolve(name)))
}

/** Open HarfBuzz's subsetter. */
export async function openTestSubsetter(): Promise<Subsetter> {
  return openSubsetter(() =>
    readPackageFile('harfbuzzjs/dist/harfbuzz-subset.wasm')
  )
}

/** What a made-up sheet is printed with. */
export async function readPagePress(
  standard: PressStandard = 'x-4'
): Promise<PagePress> {
  const file = path.join(projectFolder, 'templates/newsprint.icc')
  const value = new Uint8Array(await fs.readFile(file))
  const profile = {name: 'Newsprint', path: file, value}
  return {standard, inkLimitPercent: 240, profile}
}

/** Colours of the sheet. */
export const sheetColors: ComposedPage['colors'] = {
  black: {cmyk: [0, 0, 0, 100], rgb: '#1a1a1a'},
  paper: {cmyk: [0, 0, 0, 0], rgb: '#ffffff'},
  accent: {cmyk: [10, 100, 90, 5], rgb: '#c5161d'},
  blue: {cmyk: [100, 70, 0, 0], rgb: '#0040a0'},
  gold: {cmyk: [20, 40, 90, 0], spot: 'PANTONE 871 C', rgb: '#8a7040'}
}

/** A page of 300 by 200 pt with some marks. */
export function makeSheet(
  children: ReadonlyArray<Mark>,
  metrics = {ascentRatio: 0.88, descentRatio: 0.12}
): ComposedPage {
  return {
    type: 'composedPage',
    pageNumber: 5,
    publication: 'Paper',
    date: '2026-06-02',
    lang: 'zh-CN',
    widthPt: 300,
    depthPt: 200,
    bleedPt: 9,
    typeArea: {xPt: 10, yPt: 10, widthPt: 280, depthPt: 180},
    grid: {
      columnCount: 1,
      lineCount: 10,
      measurePt: 280,
      gutterPt: 10,
      leadingPt: 18
    },
    colors: sheetColors,
    faces: {face: {family: 'face', fileKey: 'face', ...metrics}},
    children: [
      {
        type: 'furniture',
        name: 'sheet',
        role: 'header',
        children: [...children]
      }
    ]
  }
}

/** Set a line of text in the face called `face`. */
export function setText(
  text: string,
  place: {xPt: number; yPt: number; sizePt: number; color?: string},
  faces: FaceTable
): Line {
  const {color = 'black', sizePt, xPt, yPt} = place
  let atPt = xPt
  const glyphs = faces.shape(text, 'face', 'zh-CN').pieces.flatMap((piece) =>
    piece.glyphs.map((glyph): Glyph => {
      const advancePt = glyph.advanceEm * sizePt
      const placed = {id: glyph.id, text: glyph.text, xPt: atPt, advancePt}
      atPt += advancePt
      return placed
    })
  )
  return {
    type: 'line',
    xPt,
    yPt,
    widthPt: atPt - xPt,
    ascentPt: sizePt * 0.88,
    descentPt: sizePt * 0.12,
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children: [{type: 'run', face: 'face', sizePt, color, glyphs}]
  }
}

/** Set upright text down a column; the place is the middle of its top. */
export function setUpright(
  text: string,
  place: {xPt: number; yPt: number; sizePt: number},
  faces: FaceTable
): Line {
  const {sizePt, xPt, yPt} = place
  const glyphs = faces
    .shapeDown(text, 'face', 'zh-CN')
    .pieces.flatMap((piece) =>
      piece.glyphs.map((glyph) => ({id: glyph.id, text: glyph.text}))
    )
  return {
    type: 'line',
    xPt,
    yPt,
    widthPt: glyphs.length * sizePt,
    ascentPt: sizePt / 2,
    descentPt: sizePt / 2,
    join: '',
    stretchEm: 0,
    writing: 'vertical',
    children: [
      {
        type: 'run',
        face: 'face',
        sizePt,
        color: 'black',
        glyphs: glyphs.map((glyph, index) => ({
          ...glyph,
          xPt,
          yPt: yPt + index * sizePt,
          advancePt: sizePt
        }))
      }
    ]
  }
}

/** Write the press file of a sheet set in one font file. */
export async function writeSheet(
  page: ComposedPage,
  font: Uint8Array,
  standard: PressStandard = 'x-4',
  ornaments: ReadonlyMap<string, FlatSvg> = new Map(),
  pictures: ReadonlyMap<string, SeparatedPicture> = new Map()
): Promise<WrittenPage> {
  const subsetter = await openTestSubsetter()
  const fontFiles = new Map([['face', font]])
  return writePage({
    page,
    press: await readPagePress(standard),
    title: 'Sheet',
    modified: new Date('2026-06-02T00:00:00Z'),
    slug: makeSlug(
      await openFaces(new Map([['face', {value: font, fallback: []}]]))
    ),
    pictures,
    ornaments,
    cutGlyphs: openGlyphCutter(subsetter, fontFiles),
    fontFiles
  })
}

function makeSlug(faces: FaceTable): Line {
  const [color = 'black'] = Object.keys(slugColors)
  return setText('05', {xPt: 20, yPt: 226, sizePt: 6, color}, faces)
}

/** Marks without type, at places that tests know. */
export const plainMarks: {frame: Frame; rule: Rule; tint: Tint} = {
  rule: {
    type: 'rule',
    color: 'black',
    xPt: 20,
    yPt: 150,
    widthPt: 100,
    depthPt: 20
  },
  tint: {
    type: 'tint',
    color: 'blue',
    xPt: 10,
    yPt: 140,
    widthPt: 60,
    depthPt: 50
  },
  frame: {
    type: 'frame',
    color: 'gold',
    strokePt: 10,
    xPt: 200,
    yPt: 130,
    widthPt: 60,
    depthPt: 50
  }
}
