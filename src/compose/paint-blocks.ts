// Gathered briefs 集纳: the frame they share, its heading, and hairlines between
// them. The briefs themselves are modules like any other.

import type {Furniture, Mark} from '../model/page.ts'
import type {LatticeRect, PagePlan, PlannedBlock} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import type {Rect} from '../unit/rect.ts'
import {toStyledText} from './inline.ts'
import {emAscentRatio} from './set-line.ts'
import {breakText, placeLine} from './set-text.ts'

/** What blocks are painted with. */
export interface BlockRequest {
  plan: PagePlan
  template: Template
  faces: FaceTable
  lang: string
}

/** Paint a block, all but its briefs. */
export function paintBlock(
  block: PlannedBlock,
  request: BlockRequest
): Furniture {
  const {frames, grid} = request.template
  const area = toRect(block.area, request.template)
  const rect: Rect = {
    ...area,
    yPt: area.yPt + grid.leadingPt * 0.5,
    depthPt: area.depthPt - grid.leadingPt * 0.75
  }
  return {
    type: 'furniture',
    name: 'briefs',
    role: request.template.words.briefs ? 'header' : 'artifact',
    children: [
      {type: 'tint', ...rect, color: frames.tintColor},
      {
        type: 'frame',
        ...rect,
        color: frames.strokeColor,
        strokePt: frames.strokePt,
        pattern: frames.pattern
      },
      ...paintHeading(rect, request),
      ...paintHairlines(block, request)
    ]
  }
}

/** The heading stands in the lines over the first brief, a rule under it. */
function paintHeading(rect: Rect, request: BlockRequest): Array<Mark> {
  const {faces, lang, template} = request
  const {composition, frames, grid, styles, words} = template
  const style = styles['briefsTitle'] ?? styles['boxTitle']
  if (!words.briefs || !style) return []
  const measurePt = rect.widthPt - 2 * frames.paddingPt
  const text = breakText({
    texts: [toStyledText(words.briefs, style, lang)],
    lang,
    measurePt,
    align: style.align,
    rules: composition,
    faces
  })
  const xPt = rect.xPt + frames.paddingPt
  const depthPt = 2.2 * grid.leadingPt
  const baselinePt =
    rect.yPt + depthPt / 2 + style.sizePt * (emAscentRatio - 0.5)
  return [
    ...placeLine(text, 0, xPt, baselinePt),
    {
      type: 'rule',
      xPt,
      yPt: rect.yPt + depthPt,
      widthPt: measurePt,
      depthPt: frames.strokePt,
      color: frames.strokeColor
    }
  ]
}

/** Between briefs over each other, and between their piles. */
function paintHairlines(
  {area, slugs}: PlannedBlock,
  {plan, template}: BlockRequest
): Array<Mark> {
  const {frames, grid} = template
  const {strokeColor: color, strokePt} = frames
  const marks: Array<Mark> = []
  const foots = new Map<number, number>()
  for (const module of plan.modules) {
    if (!slugs.includes(module.slug)) continue
    const rect = toRect(module.area, template)
    const isTop = module.area.lineIndex === area.lineIndex
    if (!isTop) {
      marks.push({
        type: 'rule',
        xPt: rect.xPt + frames.paddingPt,
        yPt: rect.yPt + grid.leadingPt * 0.45,
        widthPt: rect.widthPt - 2 * frames.paddingPt,
        depthPt: strokePt / 2,
        color
      })
    } else if (module.area.columnIndex > area.columnIndex) {
      const above = (module.shape.block?.aboveLineCount ?? 0) * grid.leadingPt
      foots.set(rect.xPt - grid.gutterPt / 2, rect.yPt + above)
    }
  }
  const block = toRect(area, template)
  const footPt = block.yPt + block.depthPt - grid.leadingPt
  for (const [xPt, topPt] of foots) {
    marks.push({
      type: 'rule',
      xPt: xPt - strokePt / 4,
      yPt: topPt + grid.leadingPt * 0.6,
      widthPt: strokePt / 2,
      depthPt: footPt - topPt - grid.leadingPt * 0.6,
      color
    })
  }
  return marks
}

function toRect(area: LatticeRect, {grid}: Template): Rect {
  const {columnCount, columnIndex, lineCount, lineIndex} = area
  return {
    xPt: grid.xPt + columnIndex * (grid.measurePt + grid.gutterPt),
    yPt: grid.yPt + lineIndex * grid.leadingPt,
    widthPt: columnCount * (grid.measurePt + grid.gutterPt) - grid.gutterPt,
    depthPt: lineCount * grid.leadingPt
  }
}
