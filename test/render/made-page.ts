// A made-up page with everything painters must get right: real fonts, shaped by
// HarfBuzz, squeezed marks, ligatures, notes, ruby, vertical lines, a jump.

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import * as hb from 'harfbuzzjs'
import subsetFont from 'subset-font'
import type {
  Block,
  BlockRole,
  ComposedModule,
  ComposedPage,
  Furniture,
  Glyph,
  Line,
  Mark,
  PageFace,
  Run
} from '../../src/model/page.ts'

/** A face that can set type. */
export interface MadeFace {
  id: string
  file: Uint8Array
  face: PageFace
  shape(text: string, sizePt: number, lang: string): Array<Glyph>
  shapeDown(text: string, sizePt: number): Array<Glyph>
}

const require = createRequire(import.meta.url)

/** Load a font from npm, cut down to some characters. */
export async function loadFace(
  id: string,
  path: string,
  characters: string
): Promise<MadeFace> {
  const whole = await fs.readFile(require.resolve(path))
  const file = await subsetFont(whole, characters, {targetFormat: 'truetype'})
  const face = new hb.Face(new hb.Blob(file))
  const font = new hb.Font(face)
  const {ascender, descender} = font.hExtents()

  return {
    id,
    file,
    face: {
      family: `qianzi-${id}`,
      fileKey: id,
      ascentRatio: ascender / face.upem,
      descentRatio: -descender / face.upem
    },
    shape(text, sizePt, lang) {
      const shaped = shapeText(font, text, lang, hb.Direction.LTR)
      let xPt = 0
      return shaped.map((glyph) => {
        const made = {
          id: glyph.id,
          text: glyph.text,
          xPt: xPt + (glyph.xOffset * sizePt) / face.upem,
          advancePt: (glyph.xAdvance * sizePt) / face.upem
        }
        xPt += made.advancePt
        return made
      })
    },
    shapeDown(text, sizePt) {
      const shaped = shapeText(font, text, 'zh', hb.Direction.TTB)
      let yPt = 0
      return shaped.map((glyph) => {
        const advancePt = (-glyph.yAdvance * sizePt) / face.upem
        yPt += advancePt
        return {
          id: glyph.id,
          text: glyph.text,
          xPt: 0,
          yPt: yPt - advancePt,
          advancePt
        }
      })
    }
  }
}

function shapeText(
  font: hb.Font,
  text: string,
  lang: string,
  direction: hb.Direction
) {
  const buffer = new hb.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(direction)
  buffer.setLanguage(lang)
  hb.shape(font, buffer)
  const infos = buffer.getGlyphInfos()
  const positions = buffer.getGlyphPositions()
  return infos.map((info, index) => {
    const start = info.cluster
    const end = infos[index + 1]?.cluster ?? text.length
    const {xAdvance = 0, xOffset = 0, yAdvance = 0} = positions[index] ?? {}
    return {
      id: info.codepoint,
      text: text.slice(start, end),
      xAdvance,
      xOffset,
      yAdvance
    }
  })
}

/** How to set a piece of a line. */
export interface Piece {
  face: MadeFace
  text: string
  sizePt: number
  color?: string
  lang?: string
  /** Space after each glyph, in em; marks at half width take half an em off. */
  trackingEm?: number
  /** Space added at each word space, in em. */
  wordEm?: number
  run?: Partial<Run>
}

const closing = '，。、；：）”》」！？'
const opening = '（“《「'

/** Set pieces of type on a line, marks at half width. */
export function setLine(
  xPt: number,
  yPt: number,
  widthPt: number,
  pieces: ReadonlyArray<Piece>,
  join: Line['join'] = ''
): Line {
  let penPt = xPt
  const children = pieces.map((piece): Run => {
    const {color = 'black', face, sizePt, text} = piece
    const {trackingEm = 0, wordEm = 0, run = {}} = piece
    const glyphs = face.shape(text, sizePt, piece.lang ?? 'zh').map((glyph) => {
      // The left half of an opening mark is white: it is cut off.
      const isHalf = piece.lang === undefined && glyph.text !== ''
      const cutPt = isHalf && opening.includes(glyph.text) ? sizePt / 2 : 0
      const halfPt = isHalf && closing.includes(glyph.text) ? sizePt / 2 : 0
      const wordPt = glyph.text === ' ' ? wordEm * sizePt : 0
      const set = {...glyph, xPt: penPt - cutPt}
      penPt += glyph.advancePt - cutPt - halfPt + wordPt + trackingEm * sizePt
      return set
    })
    return {type: 'run', face: face.id, sizePt, color, glyphs, ...run}
  })
  return {
    type: 'line',
    xPt,
    yPt,
    widthPt,
    ascentPt: 9,
    descentPt: 3,
    join,
    stretchEm: 0,
    writing: 'horizontal',
    children
  }
}

/** Set a vertical line: `xPt` is its axis, `yPt` its top. */
export function setLineDown(
  xPt: number,
  yPt: number,
  depthPt: number,
  piece: Piece
): Line {
  const {color = 'black', face, sizePt, text, trackingEm = 0} = piece
  const glyphs = face.shapeDown(text, sizePt).map((glyph, index) => ({
    ...glyph,
    xPt,
    yPt: yPt + (glyph.yPt ?? 0) + index * trackingEm * sizePt
  }))
  return {
    type: 'line',
    xPt,
    yPt,
    widthPt: depthPt,
    ascentPt: sizePt / 2,
    descentPt: sizePt / 2,
    join: '',
    stretchEm: 0,
    writing: 'vertical',
    children: [{type: 'run', face: face.id, sizePt, color, glyphs}]
  }
}

/** Make a block. */
export function makeBlock(
  role: BlockRole,
  id: string,
  children: ReadonlyArray<Block | Mark>,
  more: Partial<Block> = {}
): Block {
  return {type: 'block', role, id, children: [...children], ...more}
}

/** Make a module, as wide as the page. */
export function makeModule(
  slug: string,
  children: ReadonlyArray<Block | Mark>,
  more: Partial<ComposedModule> = {}
): ComposedModule {
  const area = {xPt: 36, yPt: 60, widthPt: 400, depthPt: 300}
  return {
    type: 'module',
    slug,
    kind: 'news',
    part: 'whole',
    lang: 'zh-CN',
    zone: [
      {xPt: 36, yPt: 60},
      {xPt: 436, yPt: 60},
      {xPt: 436, yPt: 360},
      {xPt: 36, yPt: 360}
    ],
    area,
    legs: [{...area, lineCount: 4}],
    facts: {
      oversetLineCount: 0,
      oversetCharacterCount: 0,
      shortLineCount: 0,
      shortCharacterCount: 0,
      bodyLineCount: 4,
      padLineCount: 0,
      legCount: 1,
      measurePt: 400,
      headlineSizePt: 24
    },
    children: [...children],
    ...more
  }
}

/** Make a page of 390 by 300 millimetres. */
export function makePage(
  pageNumber: number,
  faces: ReadonlyArray<MadeFace>,
  children: ReadonlyArray<ComposedModule | Furniture>,
  more: Partial<ComposedPage> = {}
): ComposedPage {
  return {
    type: 'composedPage',
    pageNumber,
    section: '乡村特刊',
    publication: '云中日报',
    date: '2026-06-02',
    lang: 'zh-CN',
    widthPt: (390 / 25.4) * 72,
    depthPt: (300 / 25.4) * 72,
    bleedPt: (3 / 25.4) * 72,
    typeArea: {xPt: 36, yPt: 36, widthPt: 1033, depthPt: 778},
    grid: {
      columnCount: 8,
      lineCount: 60,
      measurePt: 117,
      gutterPt: 12,
      leadingPt: 11.25
    },
    colors: {
      black: {cmyk: [0, 0, 0, 100], rgb: '#000000'},
      red: {cmyk: [0, 100, 100, 0], rgb: '#c8102e'},
      tint: {cmyk: [0, 5, 15, 0], rgb: '#f7efdc'}
    },
    faces: Object.fromEntries(faces.map(({face, id}) => [id, face])),
    children: [...children],
    ...more
  }
}
