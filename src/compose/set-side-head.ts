// A vertical headline 竖题 beside the legs, as deep as they are, with a blank
// character above and below. Its lines run from right to left: kicker,
// headline, decks.

import type {PhrasingContent} from 'mdast'
import type {Block, BlockRole, Mark} from '../model/page.ts'
import type {StoryShape} from '../model/plan.ts'
import type {TypeStyle} from '../template/template.ts'
import {balanceRows} from './balance-rows.ts'
import {setLineDown} from './set-line-down.ts'
import type {BrokenText} from './set-text.ts'
import {findStyle, findTreatment, type StoryRoom} from './story-room.ts'

/** A title group beside the legs, ready to be placed. */
export interface SideHead {
  /** Width it takes from the legs, with the gutter before them. */
  widthPt: number
  /** Least depth, in lines of the grid. */
  lineCount: number
  /** Depth of headline and blanks, in points. */
  depthPt: number
  headlineSizePt: number
  headlineFits: boolean
  /** Make its blocks; the left and the top of its place are given. */
  paint(xPt: number, topPt: number, depthPt: number): Array<Block>
}

/** What a side head is made of. */
export interface SideHeadRequest {
  room: StoryRoom
  shape: StoryShape
  /** Width that head and legs share. */
  widthPt: number
}

/** One of its parts: rows from right to left. */
interface SidePart {
  role: BlockRole
  id: string
  rows: ReadonlyArray<BrokenText>
  sizePt: number
  /** From axis to axis. */
  pitchPt: number
  /** White before it, right of its first row, in points. */
  beforePt: number
}

/** Tell whether a shape has its headline beside the legs. */
export function hasSideHead(
  {story}: StoryRoom,
  {headline}: StoryShape
): boolean {
  return (
    headline.setting === 'beside' &&
    headline.rowCount > 0 &&
    story.children.some((part) => part.type === 'headline')
  )
}

/** Set the vertical part of a title group. */
export function setSideHead(request: SideHeadRequest): SideHead {
  const {room, shape} = request
  const {grid, headlines} = room.template
  const sizes = headlines.besideSizes
  const sizePt = sizes[-shape.headline.sizeStep] ?? sizes.at(-1) ?? 18
  const mostPt = (grid.lineCount - 4) * grid.leadingPt - 2 * sizePt
  const parts = listParts(room, shape, sizePt, mostPt)
  let typePt = 0
  for (const [index, part] of parts.entries()) {
    typePt += part.rows.length * part.pitchPt + (index > 0 ? part.beforePt : 0)
  }
  let longestPt = 0
  for (const part of parts) {
    for (const row of part.rows) longestPt = Math.max(longestPt, lengthOf(row))
  }
  const depthPt = longestPt + 2 * sizePt

  return {
    widthPt: toWidth(request, typePt),
    lineCount: Math.ceil(depthPt / grid.leadingPt - 0.05),
    depthPt,
    headlineSizePt: sizePt,
    headlineFits: longestPt <= mostPt,
    paint
  }

  function paint(xPt: number, topPt: number, roomPt: number): Array<Block> {
    const widthPt = toWidth(request, typePt) - grid.gutterPt
    const linesPt = Math.max(roomPt, depthPt)
    let rightPt = xPt + (widthPt + typePt) / 2
    return parts.map((part, index) => {
      if (index > 0) rightPt -= part.beforePt
      const children: Array<Mark> = []
      for (const row of part.rows) {
        const isMain = part.role === 'headline'
        const set = isMain ? spread(row, linesPt - depthPt, part.sizePt) : row
        children.push(
          ...paintRow(set, rightPt - part.pitchPt / 2, topPt, linesPt)
        )
        rightPt -= part.pitchPt
      }
      return {type: 'block', role: part.role, id: part.id, children}
    })
  }

  function paintRow(
    row: BrokenText,
    axisPt: number,
    topPt: number,
    linesPt: number
  ): Array<Mark> {
    const [line] = row.lines
    if (!line) return []
    return setLineDown(
      row.atoms,
      line,
      {
        xPt: axisPt,
        yPt: topPt + (linesPt - lengthOf(row)) / 2,
        measurePt: lengthOf(row),
        align: 'left',
        join: ''
      },
      room.faces
    )
  }

  /** Where legs are deeper its characters are set wider, within the limits. */
  function spread(row: BrokenText, freePt: number, emPt: number): BrokenText {
    const gaps = Math.max(1, row.atoms.length - 1)
    const eachPt = Math.min(headlines.trackingEm.max * emPt, freePt / gaps)
    const lines = row.lines.map((line) => ({
      ...line,
      gapsPt: line.gapsPt.map((gapPt) => gapPt + eachPt)
    }))
    return {...row, lines}
  }
}

/** Legs keep a measure of whole characters; the head takes what is over. */
function toWidth(
  {room, shape, widthPt}: SideHeadRequest,
  typePt: number
): number {
  const {bodySizePt, gutterPt} = room.template.grid
  const legsPt = widthPt - typePt - gutterPt - (shape.legCount - 1) * gutterPt
  const emCount = Math.floor(legsPt / shape.legCount / bodySizePt + 0.001)
  const measurePt = Math.max(1, emCount) * bodySizePt
  return widthPt - shape.legCount * measurePt - (shape.legCount - 1) * gutterPt
}

function listParts(
  room: StoryRoom,
  shape: StoryShape,
  sizePt: number,
  mostPt: number
): Array<SidePart> {
  const treatment = findTreatment(room)
  const {slug} = room.story
  const parts: Array<SidePart> = []
  let deckNumber = 0
  for (const one of room.story.children) {
    if (one.type === 'headline') {
      const style = toStyle('headline', treatment.face, sizePt, treatment.color)
      parts.push({
        role: 'headline',
        id: `${slug}/headline`,
        rows: toRows(one.children, style, shape.headline.rowCount),
        sizePt,
        pitchPt: sizePt * 1.25,
        beforePt: sizePt * 0.15
      })
    }
    if (one.type === 'kicker') {
      parts.push(toSmall('kicker', `${slug}/kicker`, one.children))
    }
    if (one.type === 'deck') {
      parts.push(toSmall('deck', `${slug}/deck/${deckNumber++}`, one.children))
    }
  }
  return parts

  function toSmall(
    role: 'deck' | 'kicker',
    id: string,
    children: ReadonlyArray<PhrasingContent>
  ): SidePart {
    const isDeck = role === 'deck'
    const ratio = isDeck ? treatment.deckRatio : treatment.kickerRatio
    const smallPt = Math.max(
      treatment.minSizePt,
      Math.round(sizePt * ratio * 2) / 2
    )
    const face = isDeck ? treatment.deckFace : treatment.kickerFace
    const style = toStyle(role, face, smallPt)
    let rows = toRows(children, style, 1)
    const headPt = Math.max(
      12 * smallPt,
      ...parts.flatMap((part) => part.rows.map(lengthOf))
    )
    for (let count = 2; count < 5; count++) {
      if (rows.every((row) => lengthOf(row) <= headPt)) break
      rows = toRows(children, style, count)
    }
    return {
      role,
      id,
      rows,
      sizePt: smallPt,
      pitchPt: smallPt * 1.3,
      beforePt: smallPt * 0.3
    }
  }

  function toStyle(
    name: string,
    face: string,
    stylePt: number,
    color?: string
  ): TypeStyle {
    const style = findStyle(room, name)
    return {
      ...style,
      face,
      sizePt: stylePt,
      leadingPt: stylePt,
      indentEm: 0,
      ...(color ? {color} : {})
    }
  }

  function toRows(
    children: ReadonlyArray<PhrasingContent>,
    style: TypeStyle,
    rowCount: number
  ): ReadonlyArray<BrokenText> {
    const options = {
      room,
      style,
      widthPt: mostPt,
      blockId: slug,
      writing: 'vertical' as const
    }
    return balanceRows(children, options, rowCount).rows
  }
}

function lengthOf({atoms, lines}: BrokenText): number {
  let lengthPt = 0
  for (const atom of atoms) lengthPt += atom.widthPt
  for (const gapPt of lines[0]?.gapsPt ?? []) lengthPt += gapPt
  return lengthPt
}
