// Evenness of lines: how far each was squeezed or stretched, in numbers and as
// colours over the page, so that a page of stretched lines never hides.

import {isHanLanguage} from '../model/is-han-language.ts'
import type {ComposedModule, ComposedPage, Line} from '../model/page.ts'
import {findLines} from './find-marks.ts'
import {toHtml, type HtmlElement} from './write-html.ts'

/** One line of body, as it came out. */
export interface LineReport {
  /** Its first characters, to find it by. */
  begins: string
  /** Left end and baseline on the page; of a vertical line its upper end. */
  xPt: number
  yPt: number
  measurePt: number
  /** Space added at each gap between two hanzi, in em. */
  stretchEm: number
  /** Part of the blank that could be taken out which was: 0–1. */
  squeezeRatio: number
}

/** A module's lines in a few numbers. */
export interface Evenness {
  lineCount: number
  squeezedLineCount: number
  stretchedLineCount: number
  /**
   * Lines stretched so far that a reader sees it: more than .05 em at each gap
   * of Han, .25 em at each word space of Latin copy.
   */
  looseLineCount: number
  meanStretchEm: number
  greatestStretchEm: number
}

const least = 0.0005

/** How stretched lines of a script look. */
interface Looseness {
  /** From here on there is a colour, in em. */
  coloredEm: number
  /** From here on a line looks loose. */
  looseEm: number
  /** Stretch of the deepest colour. */
  deepestEm: number
  /** Characters to find a line by. */
  beginsCount: number
}

const hanLooseness: Looseness = {
  coloredEm: least,
  looseEm: 0.05,
  deepestEm: 0.12,
  beginsCount: 8
}
/** Only word spaces are stretched, and hardly any line is as wide as it is. */
const latinLooseness: Looseness = {
  coloredEm: 0.06,
  looseEm: 0.25,
  deepestEm: 0.6,
  beginsCount: 24
}

function findLooseness(lang: string): Looseness {
  return isHanLanguage(lang) ? hanLooseness : latinLooseness
}

/** List the lines of a module that are set to a measure. */
export function listLineReports(module: ComposedModule): Array<LineReport> {
  const {beginsCount} = findLooseness(module.lang)
  return findLines(module.children).map((line) => ({
    begins: readLine(line).slice(0, beginsCount),
    xPt: round(line.xPt),
    yPt: round(line.yPt),
    measurePt: round(line.widthPt),
    stretchEm: round(line.stretchEm),
    squeezeRatio: round(line.squeezeRatio ?? 0)
  }))
}

/** Sum the lines of copy in a language up. */
export function sumEvenness(
  lines: ReadonlyArray<LineReport>,
  lang: string
): Evenness {
  const {looseEm} = findLooseness(lang)
  const stretched = lines.filter(({stretchEm}) => stretchEm > least)
  let sumEm = 0
  let greatestEm = 0
  for (const {stretchEm} of stretched) {
    sumEm += stretchEm
    greatestEm = Math.max(greatestEm, stretchEm)
  }
  return {
    lineCount: lines.length,
    squeezedLineCount: lines.filter(({squeezeRatio}) => squeezeRatio > least)
      .length,
    stretchedLineCount: stretched.length,
    looseLineCount: stretched.filter(({stretchEm}) => stretchEm > looseEm)
      .length,
    meanStretchEm: lines.length > 0 ? round(sumEm / lines.length) : 0,
    greatestStretchEm: greatestEm
  }
}

/**
 * Colour the lines of a page: red where they were stretched, blue where they
 * were squeezed, the more the deeper. Even lines have no colour.
 */
export function toLineColors(
  page: Pick<ComposedPage, 'children'>
): Array<HtmlElement> {
  return page.children.flatMap((module) =>
    module.type === 'module'
      ? findLines(module.children).flatMap((line) =>
          toColor(line, findLooseness(module.lang))
        )
      : []
  )
}

function toColor(
  line: Line,
  {coloredEm, deepestEm}: Looseness
): Array<HtmlElement> {
  const squeeze = line.squeezeRatio ?? 0
  const depth =
    line.stretchEm > least
      ? Math.min(1, line.stretchEm / deepestEm)
      : Math.min(1, squeeze)
  if (depth <= least) return []
  if (line.stretchEm > least && line.stretchEm < coloredEm) return []
  const isDown = line.writing === 'vertical'
  const acrossPt = line.ascentPt + line.descentPt
  const fill = line.stretchEm > least ? '#d40000' : '#0050d4'
  const said =
    line.stretchEm > least
      ? `stretched by ${round(line.stretchEm)} em at each gap`
      : `squeezed by ${Math.round(squeeze * 100)} % of its blank`
  const place = {
    x: round(isDown ? line.xPt - line.descentPt : line.xPt),
    y: round(isDown ? line.yPt : line.yPt - line.ascentPt),
    width: round(isDown ? acrossPt : line.widthPt),
    height: round(isDown ? line.widthPt : acrossPt),
    fill,
    'fill-opacity': round(0.06 + depth * 0.56)
  }
  return [
    toHtml('rect', place, [toHtml('title', {}, `${readLine(line)}: ${said}`)])
  ]
}

function readLine(line: Line): string {
  return line.children
    .flatMap((run) => run.glyphs)
    .map((glyph) => glyph.text)
    .join('')
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
