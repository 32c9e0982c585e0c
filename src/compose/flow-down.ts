// A story that runs down 竖排: its whole body as one row of vertical lines, from
// right to left, in bands where lines would get too long. Only copy that is all
// words can run down; other stories are set across.

import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  PhrasingContent
} from 'mdast'
import {plainText} from '../model/plain-text.ts'
import type {BlockRole} from '../model/page.ts'
import type {BodyContent} from '../model/story.ts'
import {
  fillBands,
  paintBands,
  type DownColumns,
  type DownPiece
} from './down-columns.ts'
import {toSign, type StyledText} from './inline.ts'
import {wholeBlock, type Row} from './row.ts'
import {breakCopy, findStyle, type StoryRoom} from './story-room.ts'

/** Shortest lines that run down, in em of the body. */
const leastMeasureEm = 8

/** Flow a body that runs down into one row, as shallow as it can be. */
export function flowDown(room: StoryRoom, widthPt: number): Row {
  const {grid} = room.template
  const pieces = listPieces(room)
  const {columns, lineCount} = findDepth(room, pieces, widthPt)
  const body = room.story.children.find((part) => part.type === 'body')
  return {
    lineCount,
    path: [],
    end: {
      blockIndex: Math.max(0, (body?.children.length ?? 1) - 1),
      offset: wholeBlock
    },
    characterCount: body ? plainText(body).length : 0,
    keepsWithNext: false,
    isWhite: false,
    fillRatio: toFillRatio(columns, widthPt),
    paint: (xPt, topPt) =>
      paintBands(columns, {
        rightPt: xPt + widthPt,
        topPt: topPt + (grid.leadingPt - grid.bodySizePt) / 2,
        widthPt,
        bandGapPt: grid.leadingPt
      })
  }
}

function toFillRatio({bands}: DownColumns, widthPt: number): number {
  let usedPt = 0
  for (const band of bands) usedPt += band.widthPt
  return Math.min(1, usedPt / (bands.length * widthPt))
}

/** Find the least depth, in lines of the grid, at which the pieces fit. */
function findDepth(
  room: StoryRoom,
  pieces: ReadonlyArray<DownPiece>,
  widthPt: number
): {columns: DownColumns; lineCount: number} {
  const {grid, legs} = room.template
  const emPt = grid.bodySizePt
  const leastLines = Math.ceil((leastMeasureEm * emPt) / grid.leadingPt)

  for (let lineCount = leastLines; ; lineCount++) {
    const depthPt = lineCount * grid.leadingPt
    const bandCount = Math.max(1, Math.ceil(depthPt / legs.maxMeasurePt))
    const bandPt = (depthPt - (bandCount - 1) * grid.leadingPt) / bandCount
    const measurePt = Math.max(1, Math.floor(bandPt / emPt + 0.01)) * emPt
    const columns = fillBands(pieces, widthPt, measurePt)
    const isDeepest = lineCount >= grid.lineCount
    if (columns.bands.length <= bandCount || isDeepest) {
      return {columns, lineCount}
    }
  }
}

function listPieces(room: StoryRoom): Array<DownPiece> {
  const {slug} = room.story
  const body = room.story.children.find((part) => part.type === 'body')
  const pieces: Array<DownPiece> = []
  const notes: Array<{number: number; pieces: Array<DownPiece>}> = []
  for (const [index, block] of (body?.children ?? []).entries()) {
    const id = `${slug}/body/${index}`
    if (block.type === 'footnoteDefinition') {
      const number = room.notes.get(block.identifier) ?? 0
      notes.push({number, pieces: toNote(block, number, id)})
    } else {
      pieces.push(...toPieces(block, id))
    }
  }
  notes.sort((a, b) => a.number - b.number)
  pieces.push(...notes.flatMap((note) => note.pieces))
  if (room.story.status === 'truncated') {
    const text = {type: 'text' as const, value: room.template.words.truncated}
    pieces.push(toPiece('statusMark', `${slug}/status`, [text], 'statusMark'))
  }
  return pieces

  function toPieces(
    block: BlockContent | BodyContent | DefinitionContent,
    id: string
  ): Array<DownPiece> {
    switch (block.type) {
      case 'paragraph':
        return [toPiece('paragraph', id, block.children, 'body')]
      case 'crosshead':
        return [toPiece('crosshead', id, block.children, 'crosshead')]
      case 'blockquote':
        return block.children.flatMap((child) =>
          child.type === 'paragraph'
            ? [toPiece('blockquote', id, child.children, 'blockquote')]
            : toPieces(child, id)
        )
      case 'list':
        return block.children.flatMap((item, index) => {
          const itemId = `${id}/${index}`
          const sign = block.ordered ? `${(block.start ?? 1) + index}　` : '・'
          return item.children.flatMap((child, part) =>
            child.type === 'paragraph'
              ? [
                  toPiece(
                    'listItem',
                    itemId,
                    child.children,
                    'listItem',
                    part === 0 ? sign : ''
                  )
                ]
              : toPieces(child, itemId)
          )
        })
      default:
        return []
    }
  }

  function toNote(
    note: FootnoteDefinition,
    number: number,
    id: string
  ): Array<DownPiece> {
    return note.children.flatMap((child, index) =>
      child.type === 'paragraph'
        ? [
            toPiece(
              'footnote',
              id,
              child.children,
              'footnote',
              index === 0 ? `〔${number}〕` : ''
            )
          ]
        : []
    )
  }

  function toPiece(
    role: BlockRole,
    id: string,
    nodes: ReadonlyArray<PhrasingContent>,
    styleName: string,
    sign = ''
  ): DownPiece {
    const style = findStyle(room, styleName)
    const before: Array<StyledText> = sign
      ? [toSign(sign, style, room.story.lang)]
      : []
    return {
      role,
      id,
      pitchPt: room.template.grid.leadingPt,
      sizePt: style.sizePt,
      beforePt: role === 'crosshead' ? room.template.grid.leadingPt / 2 : 0,
      breakAt: (measurePt) =>
        breakCopy(room, nodes, {
          style,
          measurePt,
          blockId: id,
          before,
          writing: 'vertical'
        })
    }
  }
}
