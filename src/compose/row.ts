// Rows: what legs are filled with. A row stands on whole lines of the grid and
// is never parted; most rows are one line of type.

import type {Block, BlockRole, LinkTarget, Mark} from '../model/page.ts'
import type {BodyPoint} from '../model/plan.ts'
import {emAscentRatio} from './set-line.ts'
import {
  countCharacters,
  offsetAfter,
  placeLine,
  type BrokenText
} from './set-text.ts'
import type {StoryRoom} from './story-room.ts'

/** Something that fills lines of a leg. */
export interface Row {
  /** Lines of the grid it takes. */
  lineCount: number
  /** Blocks it is part of, outermost first. */
  path: ReadonlyArray<BlockStep>
  /** Place in the copy after it. */
  end: BodyPoint
  /** Characters of copy in it. */
  characterCount: number
  /** Whether it may not be the last row of a leg. */
  keepsWithNext: boolean
  /** White: not set at the top of a leg. */
  isWhite: boolean
  /** Which line of its paragraph it is, counted from 0, of how many. */
  line?: {index: number; count: number}
  /** Whether a line may be added around it to fill a leg. */
  isElastic?: boolean
  /** Whether it may stand a paragraph earlier or later: a pull quote. */
  isMovable?: boolean
  /** Part of its place that type fills, for rows of vertical lines (default: 1). */
  fillRatio?: number
  /** Make its marks; its upper left corner is given. */
  paint(xPt: number, topPt: number): Array<Block | Mark>
}

/** A block, named before it exists. */
export interface BlockStep {
  role: BlockRole
  id: string
  alt?: string
  target?: LinkTarget
}

/** Baseline of a line of the grid below its top, in points. */
export function baselineIn(room: StoryRoom): number {
  const {bodySizePt, leadingPt} = room.template.grid
  return (leadingPt - bodySizePt) / 2 + bodySizePt * emAscentRatio
}

/** Make a row of each line of broken text. */
export function toRows(
  room: StoryRoom,
  text: BrokenText,
  options: {
    path: ReadonlyArray<BlockStep>
    blockIndex: number
    /** Where the text stands in the leg. */
    leftPt?: number
    keepsWithNext?: boolean
    /** End of the block, for rows that are not parted by a jump. */
    isWhole?: boolean
    /** Lines of the grid each line takes (default: 1). */
    lineCount?: number
  }
): Array<Row> {
  const baselinePt = baselineIn(room)
  const lineCount = options.lineCount ?? 1
  const extraPt = ((lineCount - 1) * room.template.grid.leadingPt) / 2
  return text.spans.map((_, index): Row => {
    const isLast = index === text.spans.length - 1
    const offset =
      options.isWhole || isLast ? wholeBlock : offsetAfter(text, index)
    return {
      lineCount,
      path: options.path,
      end: {blockIndex: options.blockIndex, offset},
      characterCount: countCharacters(text, index),
      keepsWithNext: options.keepsWithNext ?? false,
      isWhite: false,
      line: {index, count: text.spans.length},
      paint: (xPt, topPt) =>
        placeLine(
          text,
          index,
          xPt + (options.leftPt ?? 0),
          topPt + baselinePt + extraPt
        )
    }
  })
}

/** Offset that stands for the end of a block, whatever its length. */
export const wholeBlock = 1e9

/** Make a white row. */
export function toWhite(lineCount: number, end: BodyPoint): Row {
  return {
    lineCount,
    path: [],
    end,
    characterCount: 0,
    keepsWithNext: false,
    isWhite: true,
    isElastic: true,
    paint: () => []
  }
}

/** Tell whether a place in the copy comes before another. */
export function isBefore(a: BodyPoint, b: BodyPoint): boolean {
  return (
    a.blockIndex < b.blockIndex ||
    (a.blockIndex === b.blockIndex && a.offset < b.offset)
  )
}
