// Evenness of lines: how far each was squeezed or stretched, in numbers and as
// colours over the page, so that a page of stretched lines never hides.

import type {Element} from 'hast'
import {s} from 'hastscript'
import type {ComposedModule, ComposedPage, Line} from '../model/page.ts'
import {findLines} from './find-marks.ts'

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
  /** Lines stretched more than .05 em, which a reader sees. */
  looseLineCount: number
  meanStretchEm: number
  greatestStretchEm: number
}

/** From here on a line looks loose, in em. */
const looseEm = 0.05
/** Stretch of the deepest colour, in em. */
const deepestEm = 0.12
const least = 0.0005

/** List the lines of a module that are set to a measure. */
export function listLineReports(module: ComposedModule): Array<LineReport> {
  return findLines(module.children).map((line) => ({
    begins: readLine(line).slice(0, 8),
    xPt: round(line.xPt),
    yPt: round(line.yPt),
    measurePt: round(line.widthPt),
    stretchEm: round(line.stretchEm),
    squeezeRatio: round(line.squeezeRatio ?? 0)
  }))
}

/** Sum lines up. */
export function sumEvenness(lines: ReadonlyArray<LineReport>): Evenness {
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
): Array<Element> {
  return page.children.flatMap((module) =>
    module.type === 'module' ? findLines(module.children).flatMap(toColor) : []
  )
}

function toColor(line: Line): Array<Element> {
  const squeeze = line.squeezeRatio ?? 0
  const depth =
    line.stretchEm > least
      ? Math.min(1, line.stretchEm / deepestEm)
      : Math.min(1, squeeze)
  if (depth <= least) return []
  const isDown = line.writing === 'vertical'
  const acrossPt = line.ascentPt + line.descentPt
  const fill = line.stretchEm > least ? '#d40000' : '#0050d4'
  return [
    s('rect', {
      x: round(isDown ? line.xPt - line.descentPt : line.xPt),
      y: round(isDown ? line.yPt : line.yPt - line.ascentPt),
      width: round(isDown ? acrossPt : line.widthPt),
      height: round(isDown ? line.widthPt : acrossPt),
      fill,
      fillOpacity: round(0.12 + depth * 0.5)
    })
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
