// Advertisements: of fixed size, framed, and marked 广告 as the law asks.
// Their copy stands in the middle, off the grid, as large as the frame has room
// for; a picture stands beside it, or fills the frame where there are no words.

import type {Block, ComposedModule, Mark} from '../model/page.ts'
import type {PlannedModule} from '../model/plan.ts'
import {toCorners, type Rect} from '../unit/rect.ts'
import type {TypeStyle} from '../template/template.ts'
import {balanceRows} from './balance-rows.ts'
import {setFigure} from './set-figure.ts'
import {emAscentRatio} from './set-line.ts'
import {placeLine, type BrokenText} from './set-text.ts'
import {breakCopy, breakWords, findStyle, type StoryRoom} from './story-room.ts'

/** Text of an advertisement, ready to be placed. */
interface Piece {
  role: Block['role']
  id: string
  texts: ReadonlyArray<BrokenText>
  leadingPt: number
  sizePt: number
}

/** Set an advertisement into its rectangle. */
export function setAdvertisement(
  module: PlannedModule,
  room: StoryRoom,
  area: Rect
): ComposedModule {
  const {frames, grid} = room.template
  const frame: Rect = {
    ...area,
    yPt: area.yPt + grid.leadingPt * 0.6,
    depthPt: area.depthPt - grid.leadingPt * 0.6
  }
  const figure = room.story.children
    .find((part) => part.type === 'body')
    ?.children.find((block) => block.type === 'figure')
  const hasWords = listPieces(room, 1000, {copy: 1, headline: 1}).length > 0
  const picture = figure ? placePicture(frame, hasWords) : undefined
  const words = placeWords(frame, picture, frames.paddingPt)
  const pieces = growPieces(room, words)
  const depthPt = measurePieces(pieces)
  const overPt = Math.max(0, depthPt - words.depthPt)

  const children: Array<Block | Mark> = [
    {
      type: 'frame',
      ...frame,
      color: frames.strokeColor,
      strokePt: frames.strokePt * 2,
      pattern: 'solid'
    }
  ]
  if (figure && picture) {
    children.push(
      setFigure(figure, `${room.story.slug}/picture`, room, picture)
    )
  }
  children.push(
    ...paintPieces(pieces, words, depthPt),
    ...paintLabel(room, frame)
  )

  return {
    type: 'module',
    slug: module.slug,
    kind: room.story.kind,
    part: module.part,
    lang: room.story.lang,
    zone: toCorners(area),
    area,
    legs: [],
    facts: {
      oversetLineCount: Math.ceil(overPt / grid.leadingPt),
      oversetCharacterCount: Math.ceil(
        (overPt / grid.leadingPt) * (words.widthPt / grid.bodySizePt)
      ),
      shortLineCount: 0,
      shortCharacterCount: 0,
      bodyLineCount: 0,
      padLineCount: 0,
      legCount: 1,
      measurePt: words.widthPt,
      headlineSizePt: 0
    },
    children
  }
}

function placePicture(frame: Rect, hasWords: boolean): Rect {
  const insetPt = 6
  return {
    xPt: frame.xPt + insetPt,
    yPt: frame.yPt + insetPt,
    widthPt: frame.widthPt * (hasWords ? 0.4 : 1) - 2 * insetPt,
    depthPt: frame.depthPt - 2 * insetPt
  }
}

function placeWords(
  frame: Rect,
  picture: Rect | undefined,
  paddingPt: number
): Rect {
  const leftPt = picture ? picture.xPt + picture.widthPt : frame.xPt
  return {
    xPt: leftPt + paddingPt,
    yPt: frame.yPt + paddingPt,
    widthPt: Math.max(20, frame.xPt + frame.widthPt - leftPt - 2 * paddingPt),
    depthPt: frame.depthPt - 2 * paddingPt
  }
}

/** How much larger than the template's the type of an advertisement may be. */
const growths = {
  headline: [2.6, 2.3, 2, 1.75, 1.5, 1.3, 1.15],
  copy: [1.5, 1.35, 1.2, 1.1]
}

/** How much larger than the template's type is set. */
interface Growth {
  copy: number
  headline: number
}

/** Part of the frame that grown copy leaves free. */
const leastFreeRatio = 0.34

/** Part of the measure grown rows may fill: edge to edge looks squeezed in. */
const mostWidthRatio = 0.92

/** Set headline and copy as large as they can be without another row. */
function growPieces(room: StoryRoom, words: Rect): Array<Piece> {
  const usual: Growth = {copy: 1, headline: 1}
  const rows = listPieces(room, words.widthPt, usual).map(({texts}) =>
    countRows(texts)
  )
  const mostPt = words.depthPt * (1 - leastFreeRatio)
  const widthPt = words.widthPt * mostWidthRatio
  const headline =
    growths.headline.find((ratio) => fits({...usual, headline: ratio})) ?? 1
  const copy =
    growths.copy.find(
      (ratio) => ratio <= headline && fits({copy: ratio, headline})
    ) ?? 1
  return listPieces(room, words.widthPt, {copy, headline})

  function fits(growth: Growth): boolean {
    const pieces = listPieces(room, widthPt, growth)
    const isAsBroken = pieces.every(({role, texts}, index) => {
      const isGrown = role === 'headline' || growth.copy > 1
      return !isGrown || countRows(texts) === rows[index]
    })
    return isAsBroken && measurePieces(pieces) <= mostPt
  }
}

function countRows(texts: ReadonlyArray<BrokenText>): number {
  let count = 0
  for (const {spans} of texts) count += spans.length
  return count
}

function measurePieces(pieces: ReadonlyArray<Piece>): number {
  let depthPt = 0
  for (const {leadingPt, texts} of pieces) {
    depthPt += countRows(texts) * leadingPt
  }
  return depthPt
}

function grow(style: TypeStyle, ratio: number): TypeStyle {
  // What does not grow keeps a size that is no half point.
  if (ratio === 1) return style
  const {leadingPt, sizePt} = style
  return {
    ...style,
    sizePt: Math.round(sizePt * ratio * 2) / 2,
    leadingPt: leadingPt * ratio
  }
}

/** List the copy, so many times larger than the template has it. */
function listPieces(
  room: StoryRoom,
  widthPt: number,
  growth: Growth
): Array<Piece> {
  const {slug} = room.story
  const pieces: Array<Piece> = []
  const copyStyle = grow(findStyle(room, 'adBody'), growth.copy)
  for (const part of room.story.children) {
    if (part.type === 'headline') {
      const style = {
        ...grow(findStyle(room, 'adHeadline'), growth.headline),
        indentEm: 0
      }
      const id = `${slug}/headline`
      let balanced = balanceRows(
        part.children,
        {room, style, widthPt, blockId: id},
        1
      )
      for (let rows = 2; !balanced.fits && rows < 4; rows++) {
        balanced = balanceRows(
          part.children,
          {room, style, widthPt, blockId: id},
          rows
        )
      }
      pieces.push({
        role: 'headline',
        id,
        texts: balanced.rows,
        leadingPt: style.leadingPt,
        sizePt: style.sizePt
      })
    } else if (part.type === 'body') {
      for (const [index, block] of part.children.entries()) {
        const id = `${slug}/body/${index}`
        const paragraphs =
          block.type === 'paragraph'
            ? [block.children]
            : block.type === 'crosshead'
              ? [block.children]
              : block.type === 'list'
                ? block.children.flatMap((item) =>
                    item.children.flatMap((child) =>
                      child.type === 'paragraph' ? [child.children] : []
                    )
                  )
                : []
        const texts = paragraphs.map((children) =>
          breakCopy(room, children, {
            style: copyStyle,
            measurePt: widthPt,
            blockId: id,
            firstIndentPt: 0
          })
        )
        if (texts.length === 0) continue
        pieces.push({
          role: 'paragraph',
          id,
          texts,
          leadingPt: copyStyle.leadingPt,
          sizePt: copyStyle.sizePt
        })
      }
    } else {
      const id = `${slug}/${part.type}`
      const text = breakCopy(room, part.children, {
        style: copyStyle,
        measurePt: widthPt,
        blockId: id,
        firstIndentPt: 0
      })
      pieces.push({
        role: part.type,
        id,
        texts: [text],
        leadingPt: copyStyle.leadingPt,
        sizePt: copyStyle.sizePt
      })
    }
  }
  return pieces
}

function paintPieces(
  pieces: ReadonlyArray<Piece>,
  words: Rect,
  depthPt: number
): Array<Block> {
  let yPt = words.yPt + Math.max(0, words.depthPt - depthPt) / 2
  return pieces.map((piece) => {
    const children: Array<Mark> = []
    for (const text of piece.texts) {
      for (const line of text.lines.keys()) {
        const baselinePt =
          yPt +
          (piece.leadingPt - piece.sizePt) / 2 +
          piece.sizePt * emAscentRatio
        children.push(...placeLine(text, line, words.xPt, baselinePt))
        yPt += piece.leadingPt
      }
    }
    return {type: 'block', role: piece.role, id: piece.id, children}
  })
}

function paintLabel(room: StoryRoom, frame: Rect): Array<Block> {
  if (room.story.kind !== 'ad') return []
  const style = findStyle(room, 'label')
  const id = `${room.story.slug}/label`
  const text = breakWords(room, room.template.words.advertisement, {
    style,
    measurePt: 60,
    blockId: id,
    firstIndentPt: 0,
    align: 'right'
  })
  const xPt = frame.xPt + frame.widthPt - 60 - 4
  const yPt = frame.yPt + 4 + style.sizePt
  return [
    {type: 'block', role: 'label', id, children: placeLine(text, 0, xPt, yPt)}
  ]
}
