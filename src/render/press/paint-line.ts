// A line of type to operators: every glyph at its place.
//
// One `TJ` shows a row of glyphs of one font; where the advance of the font is
// not the way to the next glyph, the difference stands between them. What is
// rounded there is made good at the next, so that nothing adds up.

import type {Glyph, Line, Run} from '../../model/page.ts'
import type {Ink} from './ink-table.ts'
import {setOverprint} from './paint-shapes.ts'
import {toPaintedRuns, type FontWriting, type PressFont} from './press-fonts.ts'
import {toX, toY, write, type PressPage} from './press-page.ts'

/** Glyphs that one operator can show. */
interface Row {
  font: PressFont
  /** Place of the first on the sheet. */
  x: number
  y: number
  codes: Array<number>
  /** Places along the line, from the first, over the size. */
  alongEms: Array<number>
}

/** Paint a line; runs may be told to knock out though their ink overprints. */
export function paintLine(
  line: Line,
  context: PressPage,
  knocksOut: (run: Run) => boolean = () => false
): void {
  const {operators, page} = context
  const runs = toPaintedRuns(line)
  if (runs.length === 0) return
  let ink: Ink | undefined
  let isOpen = false

  for (const run of runs) {
    const found = context.inks.find(run.color)
    const overprints = found.overprints && !knocksOut(run)
    if (overprints !== context.isOverprinting && isOpen) {
      operators.push('ET')
      isOpen = false
    }
    setOverprint(overprints, context)
    if (!isOpen) operators.push('BT')
    isOpen = true
    if (ink?.fill !== found.fill) operators.push(found.fill)
    ink = found

    const face = page.faces[run.face]
    if (!face) {
      throw new TypeError(
        `Unexpected face \`${run.face}\` on page \`${page.pageNumber}\`, expected one of its faces`
      )
    }
    const writing: FontWriting =
      line.writing === 'vertical' && !run.isTurned ? 'upright' : 'horizontal'
    const find = (glyph: Glyph) => context.fonts.find(face, glyph, writing)
    for (const row of toRows(run, line, find, context)) {
      operators.push(
        `/${row.font.name} ${write(run.sizePt)} Tf`,
        `${run.isTurned ? '0 -1 1 0' : '1 0 0 1'} ${write(row.x, row.y)} Tm`,
        toShow(row, context)
      )
    }
  }

  if (isOpen) operators.push('ET')
}

function toRows(
  run: Run,
  line: Line,
  find: (glyph: Glyph) => {font: PressFont; code: number},
  context: PressPage
): Array<Row> {
  const {risePt = 0, sizePt} = run
  const isVertical = line.writing === 'vertical'
  const rows: Array<Row> = []
  let startPt = 0

  for (const glyph of run.glyphs) {
    const {code, font} = find(glyph)
    const alongPt = isVertical ? (glyph.yPt ?? line.yPt) : glyph.xPt
    const last = rows.at(-1)
    if (last?.font === font) {
      last.codes.push(code)
      last.alongEms.push((alongPt - startPt) / sizePt)
      continue
    }
    startPt = alongPt
    const x = isVertical ? glyph.xPt + risePt : glyph.xPt
    const y = isVertical ? (glyph.yPt ?? line.yPt) : line.yPt - risePt
    rows.push({
      font,
      x: toX(context, x),
      y: toY(context, y),
      codes: [code],
      alongEms: [0]
    })
  }
  return rows
}

function toShow(row: Row, context: PressPage): string {
  const {alongEms, codes, font} = row
  const file = context.fonts.files.get(font.fileKey)
  const isUpright = font.writing === 'upright'
  const advanceOf = (code: number): number =>
    isUpright ? 1 : roundAdvance(file?.advanceOf(code) ?? 0) / 1000
  let shown = '[<'
  let atEm = 0

  for (const [index, code] of codes.entries()) {
    // Numbers are taken off the pen's place; an upright pen runs down.
    const gapEm = (alongEms[index] ?? 0) - atEm
    const number = Math.round(gapEm * (isUpright ? 1e4 : -1e4)) / 10
    if (number !== 0) {
      shown += `>${number}<`
      atEm += (isUpright ? number : -number) / 1000
    }
    shown += code.toString(16).padStart(4, '0')
    atEm += advanceOf(code)
  }
  return `${shown}>] TJ`.replace('[<>', '[')
}

/** An advance as the file says it: thousandths of the em. */
export function roundAdvance(advanceEm: number): number {
  return Math.round(advanceEm * 1e5) / 100
}
