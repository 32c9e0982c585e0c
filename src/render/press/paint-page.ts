// All marks of a page to operators, in painting order, with an account of the
// ink they lay down.

import {findLines, type Branch} from '../find-marks.ts'
import type {ComposedPage, Mark, PaintedPicture} from '../../model/page.ts'
import type {SeparatedPicture} from '../../model/plant.ts'
import {toFrameShapes, toRuleShapes} from '../rule-shapes.ts'
import {toTintShapes} from '../tint-shapes.ts'
import {findSmallType, leastSizePt} from './find-small-type.ts'
import {
  toArea,
  toInkedRect,
  toLineAreas,
  toPlace,
  toSides
} from './inked-areas.ts'
import type {PageObjects} from './page-objects.ts'
import {paintLine} from './paint-line.ts'
import {findUnmappedColors, paintOrnament} from './paint-ornament.ts'
import {paintShapes, setOverprint} from './paint-shapes.ts'
import type {PressNote} from './press-note.ts'
import {toX, toY, write, type PressPage} from './press-page.ts'
import {
  pressColorUnmapped,
  pressInkLimit,
  pressOpacity,
  pressResolution,
  pressSmallType,
  pressUntaggedCmyk
} from './press-rules.ts'
import {
  findColorUnder,
  findGround,
  findTotalInk,
  type InkedArea,
  type TotalInk
} from './total-ink.ts'
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
  // Those that black can lie on: most of a page is black itself.
  const under: Array<InkedArea> = []
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
        paintLine(mark, context, (run) => {
          const ink = context.inks.find(run.color)
          return isTooWet(toArea(toInkedRect(run, mark), ink, ''))
        })
        add(...toLineAreas(mark, context).map(knockOut))
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
        const name = `${mark.type} in \`${mark.color}\``
        const rects = mark.type === 'frame' ? toSides(mark) : [mark]
        const marked = rects.map((rect) => toArea(rect, ink, name))
        const overprints = ink.overprints && !marked.some(isTooWet)
        paintShapes(shapes, {...ink, overprints}, context)
        const isFull = mark.type === 'tint'
        add(...marked.map((area) => ({...area, isFull, overprints})))
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
        const ground = findGround(mark, areas)
        const ink = paintOrnament(svg, mark, objects, context, ground)
        if (ink.isFlattened) notes.push(toFlattened(mark.src))
        add({
          ...toPlace(mark),
          mostInkPercent: ink.mostInkPercent,
          mostColorPercent: ink.mostColorPercent,
          overprints: false,
          isFull: false,
          name: `ornament \`${mark.src}\``
        })
      }
    }
  }

  function add(...added: ReadonlyArray<InkedArea>): void {
    areas.push(...added)
    under.push(...added.filter(({overprints}) => !overprints))
  }

  // Black prints over what lies under it, unless that is more ink than the
  // paper takes: there it knocks out.
  function isTooWet(area: InkedArea): boolean {
    if (!area.overprints) return false
    const percent = area.mostInkPercent + findColorUnder(area, under)
    return isOverLimit(percent, context)
  }

  function knockOut(area: InkedArea): InkedArea {
    return isTooWet(area) ? {...area, overprints: false} : area
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
    add({
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

function toFlattened(src: string): PressNote {
  return {
    rule: pressOpacity,
    reason: `Unexpected opacity in \`${src}\` over more than one even colour, expected none in PDF/X-1a; it is mixed with paper`,
    fix: pressOpacity.fix
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

// Notes are in whole per cents: half of one is not too much.
function isOverLimit(percent: number, {press}: PressPage): boolean {
  return percent > press.inkLimitPercent + 0.5
}

function checkTotalInk(
  {name, percent}: TotalInk,
  context: PressPage
): Array<PressNote> {
  if (!isOverLimit(percent, context)) return []
  const {page, press} = context
  return [
    {
      rule: pressInkLimit,
      reason: `Unexpected \`${Math.round(percent)} %\` of ink at ${name} on page \`${page.pageNumber}\`, expected \`${press.inkLimitPercent} %\` at most`,
      fix: pressInkLimit.fix
    }
  ]
}
