// Line counts a story's body can be set in: what its pieces can, together.

import type {BodyPoint} from '../model/plan.ts'
import type {LineCountOption} from './break-lines.ts'
import {addLineCounts, type LineCounts} from './copyfit.ts'
import {hasPieces, listPieces} from './list-pieces.ts'
import {wholeBlock} from './row.ts'
import {countCopyLines, type StoryRoom} from './story-room.ts'

/** Body copy, or a part of it. */
export interface BodyRange {
  measurePt: number
  from?: BodyPoint
  to?: BodyPoint
}

/** Line counts of a body's pieces. */
export interface BodyLineCounts extends LineCounts {
  /** What each piece can be set in, the best first. */
  pieces: ReadonlyArray<PieceLineCounts>
  /**
   * Lines of each piece, by its name, for a difference; the nearest that is
   * reachable.
   */
  forDelta(delta: number): ReadonlyMap<string, number>
}

/** Line counts of one piece: a paragraph, or an item of a list. */
export interface PieceLineCounts {
  id: string
  blockIndex: number
  options: ReadonlyArray<LineCountOption>
}

/** Find the line counts a body can be set in. */
export function findBodyLineCounts(
  room: StoryRoom,
  range: BodyRange
): BodyLineCounts {
  const key = JSON.stringify([range.measurePt, range.from, range.to])
  const known = room.lineCounts.get(key)
  if (known) return known
  const found = countBody(room, range)
  room.lineCounts.set(key, found)
  return found
}

function countBody(
  room: StoryRoom,
  {from, measurePt, to}: BodyRange
): BodyLineCounts {
  const body = room.story.children.find((part) => part.type === 'body')
  const pieces: Array<PieceLineCounts> = []

  for (const [blockIndex, block] of (body?.children ?? []).entries()) {
    if (!hasPieces(block)) continue
    if (from && blockIndex < from.blockIndex) continue
    // A paragraph that is parted by a jump is set as it is best.
    if (to && blockIndex >= to.blockIndex) break
    const fromOffset = from?.blockIndex === blockIndex ? from.offset : 0
    if (fromOffset >= wholeBlock) continue
    const id = `${room.story.slug}/body/${blockIndex}`
    for (const piece of listPieces(room, block, {id, measurePt, fromOffset})) {
      const options = countCopyLines(room, piece.nodes, piece.options)
      pieces.push({id: piece.id, blockIndex, options})
    }
  }

  const counts = addLineCounts(pieces.map(({options}) => options))
  return {...counts, pieces, forDelta}

  function forDelta(delta: number): ReadonlyMap<string, number> {
    const wanted = counts.bestLineCount + delta
    let nearest = counts.bestLineCount
    for (const {lineCount} of counts.options) {
      if (Math.abs(lineCount - wanted) < Math.abs(nearest - wanted)) {
        nearest = lineCount
      }
    }
    const shares = counts.shareOut(nearest)
    return new Map(pieces.map(({id}, at) => [id, shares[at] ?? 0]))
  }
}
