// All marks of a page to operators, in painting order, with an account of the
// ink they lay down.

import {findLines, type Branch} from '../find-marks.ts'
import type {
  ComposedPage,
  Frame,
  Line,
  Mark,
  PaintedPicture,
  Run
} from '../../model/page.ts'
import type {SeparatedPicture} from '../../model/plant.ts'
import type {Rect} from '../../unit/rect.ts'
import {toFrameShapes, toRuleShapes} from '../rule-shapes.ts'
import {toTintShapes} from '../tint-shapes.ts'
import {findSmallType, leastSizePt} from './find-small-type.ts'
import type {Ink} from './ink-table.ts'
import type {PageObjects} from './page-objects.ts'
import {paintLine} from './paint-line.ts'
import {findUnmappedColors, paintOrnament} from './paint-ornament.ts'
import {paintShapes, setOverprint} from './paint-shapes.ts'
import type {PressNote} from './press-note.ts'
import {toX, toY, write, type PressPage} from './press-page.ts'
import {
  pressColorUnmapped,
  pressInkLimit,
  pressResolution,
  pressSmallType,
  pressUntaggedCmyk
} from './press-rules.ts'
import {findTotalInk, type InkedArea, type TotalInk} from './total-ink.ts'
import type {FlatSvg} from './svg/flatten-svg.ts'

/** What a page shows besides type and rules. */
export interface PageFiles {
  page: ComposedPage
  /** Pictures as inks, by `toPictureKey`; ornaments that can't be drawn, too. */
  pictures: ReadonlyMap<string, SeparatedPicture>
  /** Ornaments drawn as vectors, by `src`. */
  ornaments: ReadonlyMap<string, FlatSvg>
}

/** Pixels of a picture for each inch on paper, at least. */
const leastPpi = {colour: 200, grey: 200, lineArt: 600}

/** Name a picture at a place; ornaments are pictures only where they must. */
export function toPictureKey(
  mark: PaintedPicture | (Mark & {type: 'ornament'})
): string {
  const {depthPt, src, widthPt} = mark
  const crop = mark.type === 'picture' ? mark.crop : undefined
  return JSON.stringify([mark.type, src, crop, widthPt, depthPt])
}

/** What came of painting a page. */
export interface PaintedPage {
  notes: ReadonlyArray<PressNote>
  /** The most ink that may lie on a point of it. */
  totalInk: TotalInk
}

/** Paint a page; answers with what there is to say about it. */
export function paintPage(
  context: PressPage,
  files: PageFiles,
  objects: PageObjects
): PaintedPage {
  const notes: Array<PressNote> = []
  const areas: Array<InkedArea> = []
  for (const child of files.page.children) {
    visit(child, child.type === 'module' ? child.slug : undefined)
  }
  const totalInk = findTotalInk(areas)
  notes.push(...checkTotalInk(totalInk, context))
  notes.push(...checkSmallType(context))
  return {notes, totalInk}

  function visit(node: Branch | Mark, slug: string | undefined): void {
    if ('children' in node && node.type !== 'line') {
      for (const child of node.children) visit(child, slug)
    } else if (isMark(node)) {
      paint(node, slug)
    }
  }

  function paint(mark: Mark, slug: string | undefined): void {
    switch (mark.type) {
      case 'line':
        paintLine(mark, context)
        areas.push(...toLineAreas(mark, context))
        break
      case 'rule':
      case 'frame':
      case 'tint': {
        const ink = context.inks.find(mark.color)
        const shapes =
          mark.type === 'rule'
            ? toRuleShapes(mark)
            : mark.type === 'frame'
              ? toFrameShapes(mark)
              : toTintShapes(mark, context.page)
        paintShapes(shapes, ink, context)
        const name = `${mark.type} in \`${mark.color}\``
        for (const rect of mark.type === 'frame' ? toSides(mark) : [mark]) {
          const area = toArea(rect, ink, name)
          areas.push({...area, isFull: mark.type === 'tint'})
        }
        break
      }
      case 'picture':
        paintPicture(mark, slug)
        break
      case 'ornament': {
        const svg = files.ornaments.get(mark.src)
        if (!svg) {
          paintPicture(mark, slug)
          break
        }
        const unmapped = findUnmappedColors(svg, context)
        if (unmapped.length > 0) {
          notes.push(toUnmapped(mark.src, unmapped))
          break
        }
        const ink = paintOrnament(svg, mark, objects, context)
        areas.push({
          ...toPlace(mark),
          ...ink,
          overprints: false,
          isFull: false,
          name: `ornament \`${mark.src}\``
        })
      }
    }
  }

  function paintPicture(
    mark: PaintedPicture | (Mark & {type: 'ornament'}),
    slug: string | undefined
  ): void {
    const key = toPictureKey(mark)
    const picture = files.pictures.get(key)
    if (!picture) {
      throw new TypeError(`Unexpected picture \`${mark.src}\`, expected a file`)
    }
    const name = objects.addPicture(key, picture)
    const {depthPt, widthPt, xPt, yPt} = mark
    setOverprint(false, context)
    const place = [
      widthPt,
      0,
      0,
      depthPt,
      toX(context, xPt),
      toY(context, yPt + depthPt)
    ]
    context.operators.push('q', `${write(...place)} cm /${name} Do`, 'Q')
    areas.push({
      ...toPlace(mark),
      mostInkPercent: picture.mostInkPercent,
      mostColorPercent: picture.mostColorPercent,
      overprints: false,
      isFull: picture.mask === undefined,
      name: `picture \`${mark.src}\``
    })
    if (mark.type === 'picture')
      notes.push(...checkPicture(mark, picture, slug))
  }
}

function isMark(node: Branch | Mark): node is Mark {
  return !['block', 'furniture', 'module'].includes(node.type)
}

// The room of the ink, run by run, not that of the line, which may reach into a
// picture or be of several colours.
function toLineAreas(line: Line, context: PressPage): Array<InkedArea> {
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

function toInkedRect(run: Run, line: Line): Rect {
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

function toArea(rect: Rect, ink: Ink, name: string): InkedArea {
  const [c, m, y, k] = ink.cmyk
  const isSpot = ink.spot !== undefined
  return {
    ...toPlace(rect),
    mostInkPercent: isSpot ? 100 : c + m + y + k,
    mostColorPercent: isSpot ? 100 : c + m + y,
    overprints: ink.overprints,
    isFull: false,
    name
  }
}

// A frame has ink on its edges only.
function toSides({depthPt, strokePt, widthPt, xPt, yPt}: Frame): Array<Rect> {
  const rightPt = xPt + widthPt - strokePt
  const bottomPt = yPt + depthPt - strokePt
  return [
    {xPt, yPt, widthPt, depthPt: strokePt},
    {xPt, yPt: bottomPt, widthPt, depthPt: strokePt},
    {xPt, yPt, widthPt: strokePt, depthPt},
    {xPt: rightPt, yPt, widthPt: strokePt, depthPt}
  ]
}

function toPlace({depthPt, widthPt, xPt, yPt}: Rect): Rect {
  return {xPt, yPt, widthPt, depthPt}
}

function checkPicture(
  mark: PaintedPicture,
  picture: SeparatedPicture,
  slug: string | undefined
): Array<PressNote> {
  const notes: Array<PressNote> = []
  const about = slug === undefined ? {} : {slug}
  const {cropDepthPx, cropWidthPx, kind} = picture
  const ppi = Math.min(
    (cropWidthPx / mark.widthPt) * 72,
    (cropDepthPx / mark.depthPt) * 72
  )
  const wanted = leastPpi[kind]
  if (Math.round(ppi) < wanted) {
    const widthPx = Math.ceil((mark.widthPt / 72) * wanted)
    const what = kind === 'lineArt' ? ' of line art' : ''
    notes.push({
      rule: pressResolution,
      reason: `Unexpected \`${Math.round(ppi)} ppi\` in \`${mark.src}\`${what} as printed, expected \`${wanted} ppi\``,
      fix: `File \`${mark.src}\` with \`${widthPx}\` pixels across what is shown of it, or print it smaller.`,
      ...about
    })
  }
  if (picture.isUntaggedCmyk) {
    notes.push({
      rule: pressUntaggedCmyk,
      reason: `Unexpected CMYK picture \`${mark.src}\` without a profile, expected one; its plates are printed as they are`,
      fix: pressUntaggedCmyk.fix,
      ...about
    })
  }
  return notes
}

function toUnmapped(src: string, colors: ReadonlyArray<string>): PressNote {
  const list = colors.map((rgb) => `\`${rgb}\``).join(', ')
  return {
    rule: pressColorUnmapped,
    reason: `Unexpected ${list} in \`${src}\`, expected colours of the template`,
    fix: `Add ${list} to \`colors\` of the template as \`rgb\`, with the inks that print it.`
  }
}

function checkSmallType({inks, page}: PressPage): Array<PressNote> {
  const small = findSmallType(findLines(page.children), inks.find)
  return small.map(({color, inkCount, sizePt, text}) => ({
    rule: pressSmallType,
    reason: `Unexpected type of \`${Math.round(sizePt * 10) / 10} pt\` in \`${inkCount}\` inks (\`${color}\`: \`${text}\`) on page \`${page.pageNumber}\`, expected \`${leastSizePt} pt\` or two inks at most`,
    fix: pressSmallType.fix
  }))
}

function checkTotalInk(
  {name, percent}: TotalInk,
  {page, press}: PressPage
): Array<PressNote> {
  if (percent <= press.inkLimitPercent + 0.5) return []
  return [
    {
      rule: pressInkLimit,
      reason: `Unexpected \`${Math.round(percent)} %\` of ink at ${name} on page \`${page.pageNumber}\`, expected \`${press.inkLimitPercent} %\` at most`,
      fix: pressInkLimit.fix
    }
  ]
}
