// Line counts a story's body can be set in: what its paragraphs can, together.

import type {BodyPoint} from '../model/plan.ts'
import type {LineCountOption} from './break-lines.ts'
import {addLineCounts, type LineCounts} from './copyfit.ts'
import {countCopyLines, findStyle, type StoryRoom} from './story-room.ts'

/** Body copy, or a part of it. */
export interface BodyRange {
  measurePt: number
  from?: BodyPoint
  to?: BodyPoint
}

/** Line counts of a body's paragraphs. */
export interface BodyLineCounts extends LineCounts {
  /** What each paragraph can be set in, the best first. */
  paragraphs: ReadonlyArray<ParagraphLineCounts>
  /**
   * Lines of each paragraph, by its index in the body, for a difference; the
   * nearest that is reachable.
   */
  forDelta(delta: number): ReadonlyMap<number, number>
}

/** Line counts of one paragraph. */
export interface ParagraphLineCounts {
  blockIndex: number
  options: ReadonlyArray<LineCountOption>
}

/** Find the line counts a body's paragraphs can be set in. */
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
  const style = findStyle(room, 'body')
  const indices: Array<number> = []
  const paragraphs: Array<ReadonlyArray<LineCountOption>> = []

  for (const [blockIndex, block] of (body?.children ?? []).entries()) {
    if (block.type !== 'paragraph') continue
    if (from && blockIndex < from.blockIndex) continue
    // A paragraph that is parted by a jump is set as it is best.
    if (to && blockIndex >= to.blockIndex) break
    const fromOffset = from?.blockIndex === blockIndex ? from.offset : 0
    indices.push(blockIndex)
    paragraphs.push(
      countCopyLines(room, block.children, {
        style,
        measurePt,
        blockId: `${room.story.slug}/body/${blockIndex}`,
        fromOffset
      })
    )
  }

  const counts = addLineCounts(paragraphs)
  return {
    ...counts,
    paragraphs: indices.map((blockIndex, at) => ({
      blockIndex,
      options: paragraphs[at] ?? []
    })),
    forDelta
  }

  function forDelta(delta: number): ReadonlyMap<number, number> {
    const wanted = counts.bestLineCount + delta
    let nearest = counts.bestLineCount
    for (const {lineCount} of counts.options) {
      if (Math.abs(lineCount - wanted) < Math.abs(nearest - wanted)) {
        nearest = lineCount
      }
    }
    const shares = counts.shareOut(nearest)
    return new Map(indices.map((index, at) => [index, shares[at] ?? 0]))
  }
}
