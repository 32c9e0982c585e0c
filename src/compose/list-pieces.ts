// Pieces of a body: what is set as one paragraph, whatever it is part of. Copy,
// the paragraphs of a quotation, the items of a list: each can be set in more
// numbers of lines than one, and so helps to fit a story to its place.

import type {Blockquote, List, Paragraph, PhrasingContent} from 'mdast'
import {toSign} from './inline.ts'
import {toRows, type BlockStep, type Row} from './row.ts'
import {
  breakCopy,
  findStyle,
  type CopyOptions,
  type StoryRoom
} from './story-room.ts'

/** One piece, ready to be broken. */
export interface BodyPiece {
  /** Its name in the story, which its line count is known by. */
  id: string
  nodes: ReadonlyArray<PhrasingContent>
  options: CopyOptions
  /** Blocks it is part of, outermost first. */
  path: ReadonlyArray<BlockStep>
  /** Where it stands in the leg. */
  leftPt: number
  /** Whether a jump may not part it. */
  isWhole: boolean
}

/** Where a block of pieces stands. */
export interface PiecePlace {
  id: string
  measurePt: number
  /** Copy of a paragraph that is set elsewhere (default: `0`). */
  fromOffset?: number
}

/** Tell whether a block is made of pieces. */
export function hasPieces(block: {
  type: string
}): block is Blockquote | List | Paragraph {
  return ['blockquote', 'list', 'paragraph'].includes(block.type)
}

/** List the pieces of a block. */
export function listPieces(
  room: StoryRoom,
  block: Blockquote | List | Paragraph,
  place: PiecePlace
): Array<BodyPiece> {
  switch (block.type) {
    case 'paragraph':
      return [toPiece(room, block, place)]
    case 'list':
      return listItems(room, block, place, {path: [], indentPt: 0})
    case 'blockquote':
      return listQuoted(room, block, place)
  }
}

/** Set pieces to rows. */
export function flowPieces(
  room: StoryRoom,
  pieces: ReadonlyArray<BodyPiece>,
  blockIndex: number,
  lineCounts: ReadonlyMap<string, number> = new Map()
): Array<Row> {
  return pieces.flatMap(({id, isWhole, leftPt, nodes, options, path}) => {
    const lineCount = lineCounts.get(id)
    const text = breakCopy(room, nodes, {
      ...options,
      ...(lineCount === undefined ? {} : {lineCount})
    })
    return toRows(room, text, {path, blockIndex, leftPt, isWhole})
  })
}

function toPiece(
  room: StoryRoom,
  block: Paragraph,
  {fromOffset = 0, id, measurePt}: PiecePlace
): BodyPiece {
  const style = findStyle(room, 'body')
  return {
    id,
    nodes: block.children,
    options: {style, measurePt, blockId: id, fromOffset},
    path: [{role: 'paragraph', id}],
    leftPt: 0,
    isWhole: false
  }
}

/** A list: its marks stand in a hanging indent. */
function listItems(
  room: StoryRoom,
  block: List,
  {id, measurePt}: PiecePlace,
  outer: {path: ReadonlyArray<BlockStep>; indentPt: number}
): Array<BodyPiece> {
  const style = findStyle(room, 'listItem')
  const indentPt = outer.indentPt + style.sizePt
  const pieces: Array<BodyPiece> = []
  for (const [index, item] of block.children.entries()) {
    const itemId = `${id}/${index}`
    const path: Array<BlockStep> = [
      ...outer.path,
      {role: 'list', id},
      {role: 'listItem', id: itemId}
    ]
    const sign = block.ordered ? `${(block.start ?? 1) + index}. ` : '• '
    const before = toSign(sign, style, room.story.lang)
    for (const [part, child] of item.children.entries()) {
      if (child.type === 'list') {
        const place = {id: `${itemId}/list`, measurePt}
        pieces.push(...listItems(room, child, place, {path, indentPt}))
      }
      if (child.type !== 'paragraph') continue
      const pieceId = part === 0 ? itemId : `${itemId}/${part}`
      pieces.push({
        id: pieceId,
        nodes: child.children,
        options: {
          style,
          measurePt,
          blockId: pieceId,
          firstIndentPt: part === 0 ? outer.indentPt : indentPt,
          indentPt,
          before: part === 0 ? [before] : []
        },
        path,
        leftPt: 0,
        isWhole: true
      })
    }
  }
  return pieces
}

/** A quotation stands between two white ems. */
function listQuoted(
  room: StoryRoom,
  block: Blockquote,
  {id, measurePt}: PiecePlace
): Array<BodyPiece> {
  const style = findStyle(room, 'blockquote')
  return block.children.flatMap((child, index): Array<BodyPiece> => {
    const pieceId = `${id}/${index}`
    if (child.type === 'list') {
      return listItems(
        room,
        child,
        {id: pieceId, measurePt},
        {path: [], indentPt: 0}
      )
    }
    if (child.type !== 'paragraph') return []
    return [
      {
        id: pieceId,
        nodes: child.children,
        options: {
          style,
          measurePt: measurePt - 2 * style.sizePt,
          blockId: pieceId
        },
        path: [
          {role: 'blockquote', id},
          {role: 'paragraph', id: pieceId}
        ],
        leftPt: style.sizePt,
        isWhole: true
      }
    ]
  })
}
