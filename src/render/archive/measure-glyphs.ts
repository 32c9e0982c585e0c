// Boxes of the characters of a line.
//
// A character's box is as wide as it advances, and no wider than to where the
// next one begins: squeezed punctuation has the room it was given. A glyph that
// stands for several characters (a ligature) is shared out among them.

import type {Glyph, Line, Run} from '../../model/page.ts'
import {boundBoxes, toBox, type Box} from './box.ts'

/** One character, its box, and the run it stands in. */
export interface MeasuredGlyph {
  text: string
  box: Box
  run: Run
}

/** Measure the characters of a line, in the order of the copy. */
export function measureGlyphs(line: Line): Array<MeasuredGlyph> {
  const largestPt = Math.max(...line.children.map((run) => run.sizePt), 0)
  const glyphs = line.children.flatMap((run) =>
    run.glyphs.map((glyph) => ({glyph, run}))
  )
  const measured: Array<MeasuredGlyph> = []
  for (const [index, {glyph, run}] of glyphs.entries()) {
    const next = glyphs[index + 1]?.glyph
    const ratio = largestPt > 0 ? run.sizePt / largestPt : 1
    const rect =
      line.writing === 'vertical'
        ? measureDown(line, glyph, next)
        : measureAlong(line, run, glyph, next, ratio)
    const last = measured.at(-1)
    if (glyph.text === '') {
      // A mark that is part of the character before.
      if (last) last.box = boundBoxes([last.box, toBox(rect)]) ?? last.box
      continue
    }
    const texts = [...glyph.text]
    for (const [part, text] of texts.entries()) {
      measured.push({text, box: share(rect, part, texts.length, line), run})
    }
  }
  return measured
}

interface Extent {
  xPt: number
  yPt: number
  widthPt: number
  depthPt: number
}

function measureAlong(
  line: Line,
  run: Run,
  glyph: Glyph,
  next: Glyph | undefined,
  ratio: number
): Extent {
  const baselinePt = line.yPt - (run.risePt ?? 0)
  return {
    xPt: glyph.xPt,
    yPt: baselinePt - line.ascentPt * ratio,
    widthPt: cutShort(glyph.advancePt, glyph.xPt, next?.xPt),
    depthPt: (line.ascentPt + line.descentPt) * ratio
  }
}

function measureDown(
  line: Line,
  glyph: Glyph,
  next: Glyph | undefined
): Extent {
  const topPt = glyph.yPt ?? line.yPt
  return {
    xPt: line.xPt - line.descentPt,
    yPt: topPt,
    widthPt: line.ascentPt + line.descentPt,
    depthPt: cutShort(glyph.advancePt, topPt, next?.yPt)
  }
}

function cutShort(
  advancePt: number,
  fromPt: number,
  nextPt: number | undefined
): number {
  if (nextPt === undefined || nextPt <= fromPt) return Math.max(0, advancePt)
  return Math.max(0, Math.min(advancePt, nextPt - fromPt))
}

function share(rect: Extent, index: number, count: number, line: Line): Box {
  if (line.writing === 'vertical') {
    const depthPt = rect.depthPt / count
    return toBox({...rect, yPt: rect.yPt + depthPt * index, depthPt})
  }
  const widthPt = rect.widthPt / count
  return toBox({...rect, xPt: rect.xPt + widthPt * index, widthPt})
}
