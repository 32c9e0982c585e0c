// Marks as areas of ink, for the account of a page.

import type {Frame, Line, Run} from '../../model/page.ts'
import type {Rect} from '../../unit/rect.ts'
import type {Ink} from './ink-table.ts'
import type {PressPage} from './press-page.ts'
import type {InkedArea} from './total-ink.ts'

/**
 * Areas of a line’s type: the room of the ink, run by run, not that of the line,
 * which may reach into a picture or be of several colours.
 */
export function toLineAreas(line: Line, context: PressPage): Array<InkedArea> {
  return line.children
    .filter((run) => run.glyphs.some(({text}) => text.trim() !== ''))
    .map((run) =>
      toArea(
        toInkedRect(run, line),
        context.inks.find(run.color),
        `type in \`${run.color}\``
      )
    )
}

/** Room that a run’s ink takes. */
export function toInkedRect(run: Run, line: Line): Rect {
  const {glyphs, risePt = 0, sizePt} = run
  const isDown = line.writing === 'vertical'
  const starts = glyphs.map(({xPt, yPt}) => (isDown ? (yPt ?? line.yPt) : xPt))
  const ends = glyphs.map(
    ({advancePt}, index) => (starts[index] ?? 0) + advancePt
  )
  const {afterPt, beforePt} = findBlankHalves(run)
  const startPt = Math.min(...starts) + beforePt
  const lengthPt = Math.max(...ends) - afterPt - startPt
  if (isDown) {
    const {ascentPt, descentPt, xPt} = line
    return {
      xPt: xPt - descentPt,
      yPt: startPt,
      widthPt: ascentPt + descentPt,
      depthPt: lengthPt
    }
  }
  return {
    xPt: startPt,
    yPt: line.yPt - risePt - sizePt * 0.8,
    widthPt: lengthPt,
    depthPt: sizePt
  }
}

// A full-width mark has ink in one half: one that opens a row may have its blank
// half in the gutter, over the frame beside it.
function findBlankHalves({glyphs, sizePt}: Run): {
  afterPt: number
  beforePt: number
} {
  const [first] = glyphs
  const last = glyphs.at(-1)
  const isWide = (glyph: typeof first): boolean =>
    glyph !== undefined && glyph.advancePt > sizePt * 0.75
  const opens = isWide(first) && /^[\p{Ps}\p{Pi}]/u.test(first?.text ?? '')
  const closes =
    isWide(last) && /^[\p{Pe}\p{Pf}、。，．]/u.test(last?.text ?? '')
  return {
    afterPt: closes ? sizePt / 2 : 0,
    beforePt: opens ? sizePt / 2 : 0
  }
}

/** Area of a mark in one ink. */
export function toArea(rect: Rect, ink: Ink, name: string): InkedArea {
  const [c, m, y, k] = ink.cmyk
  const isSpot = ink.spot !== undefined
  return {
    ...toPlace(rect),
    mostInkPercent: isSpot ? 100 : c + m + y + k,
    mostColorPercent: isSpot ? 100 : c + m + y,
    overprints: ink.overprints,
    isFull: false,
    ...(isSpot ? {} : {ground: ink.cmyk}),
    name
  }
}

/** Edges of a frame: it has ink there only. */
export function toSides({
  depthPt,
  strokePt,
  widthPt,
  xPt,
  yPt
}: Frame): Array<Rect> {
  const rightPt = xPt + widthPt - strokePt
  const bottomPt = yPt + depthPt - strokePt
  return [
    {xPt, yPt, widthPt, depthPt: strokePt},
    {xPt, yPt: bottomPt, widthPt, depthPt: strokePt},
    {xPt, yPt, widthPt: strokePt, depthPt},
    {xPt: rightPt, yPt, widthPt: strokePt, depthPt}
  ]
}

/** Take the place out of a mark. */
export function toPlace({depthPt, widthPt, xPt, yPt}: Rect): Rect {
  return {xPt, yPt, widthPt, depthPt}
}
