// Pinwheels: five blocks around each other, so that no straight cut runs
// across the page. Straight cuts alone cannot make one.
//
// ```text
// ┌───────────┬────┐
// │ top       │    │
// ├────┬──────┤side│
// │    │middle│    │
// │left├──────┴────┤
// │    │ foot      │
// └────┴───────────┘
// ```
//
// Each block is tiled by straight cuts; what sets of stories fill it is known
// from the tiling. The mirror image is the other kind.

import type {LatticeRect} from '../model/plan.ts'
import {keepCheapest} from './keep-cheapest.ts'
import {listLayouts, type SlicingTree} from './layouts.ts'
import type {Tiler} from './tile.ts'
import type {Tiling} from './tiling.ts'

/** A page of five blocks; their places are relative to the page's. */
export interface Pinwheel {
  type: 'pinwheel'
  columnCount: number
  lineCount: number
  blocks: ReadonlyArray<{area: LatticeRect; tree: SlicingTree}>
}

/** A pinwheel with what it costs above the least. */
export interface PinwheelLayout {
  tree: Pinwheel
  excess: number
}

/** A set of stories that fills a rectangle. */
interface Sized {
  part: number
  excess: number
}

/** What to lay out. */
export interface PinwheelRequest {
  tiler: Tiler
  tiling: Tiling
  /** All stories. */
  set: number
  /** The story that stands at the upper left; `0` where there is none. */
  leadSet: number
  /** Most excess. */
  limit: number
}

/** Two opposite blocks that the other three have to fit between. */
interface Frame {
  topSet: number
  leftSet: number
  /** Column and line where the left block ends and the top block ends. */
  leftEnd: number
  topEnd: number
  sideStart: number
  excess: number
  bound: number
}

/** A pinwheel's sets and the line where its side block ends. */
interface Found {
  frame: Frame
  sideSet: number
  footSet: number
  middleSet: number
  sideEnd: number
  excess: number
  isMirrored: boolean
}

/** Frames and shares looked at, at most. */
const mostFrames = 20_000
const mostShares = 400_000

/** Pinwheels that are choice enough. */
const enough = 8

/** Part of all excess that the top and the left block may have together. */
const mostFrameShare = 0.5

/** List the cheapest pinwheels, `count` at most. */
export function listPinwheels(
  request: PinwheelRequest,
  count: number
): Array<PinwheelLayout> {
  const {leadSet, set, tiler, tiling} = request
  const {columnCount, lineCount} = tiling.request
  const found: Array<Found> = []
  let limit = request.limit
  let shareCount = 0
  const bySize = listBySize()

  // Widen until there are some: frames are many more where more is allowed.
  for (const excess of [2, 3.5, 5.5, Infinity]) {
    found.length = 0
    shareCount = 0
    limit = Math.min(request.limit, tiler.leastBudget + excess)
    for (const isMirrored of [false, true]) {
      for (const frame of listFrames(isMirrored)) {
        if (frame.bound > limit || shareCount > mostShares) break
        share(frame, isMirrored)
      }
    }
    if (found.length >= enough || limit >= request.limit) break
  }
  return found
    .sort((a, b) => a.excess - b.excess)
    .slice(0, count)
    .map(toLayout)

  /** Sets of few stories by `lineCount * 32 + columnCount`, cheapest first. */
  function listBySize(): Array<Array<Sized>> {
    const sizes: Array<Array<Sized>> = []
    const storyCount = tiling.request.tables.length
    const most = Math.max(
      Math.min(4, storyCount - 4),
      Math.ceil(storyCount / 3)
    )
    for (let part = set; part > 0; part = (part - 1) & set) {
      if (countStories(part) > most) continue
      for (let width = 1; width < columnCount; width++) {
        if (!tiling.hasWidth(part, width)) continue
        for (const depth of tiling.depthsOf(part, width)) {
          if (depth >= lineCount) continue
          const excess = tiling.excessOf(part, width, depth)
          ;(sizes[depth * 32 + width] ??= []).push({part, excess})
        }
      }
    }
    for (const list of sizes) list?.sort((x, y) => x.excess - y.excess)
    return sizes
  }

  /** The lead is in the top block; mirrored, the side block is at the left. */
  function listFrames(isMirrored: boolean): Array<Frame> {
    const frames: Array<Frame> = []
    for (let sideStart = 2; sideStart < columnCount; sideStart++) {
      for (let leftEnd = 1; leftEnd < sideStart; leftEnd++) {
        for (let topEnd = 1; topEnd < lineCount; topEnd++) {
          const tops = bySize[topEnd * 32 + sideStart] ?? []
          const lefts = bySize[(lineCount - topEnd) * 32 + leftEnd] ?? []
          const cells =
            columnCount * lineCount -
            sideStart * topEnd -
            leftEnd * (lineCount - topEnd)
          for (const top of tops) {
            const hasLead = (top.part & leadSet) !== 0
            if (leadSet !== 0 && hasLead === isMirrored) continue
            for (const left of lefts) {
              const excess = top.excess + left.excess
              if (excess > limit * mostFrameShare) break
              if ((top.part & left.part) !== 0) continue
              if ((left.part & leadSet) !== 0) continue
              const rest = set & ~top.part & ~left.part
              const bound = excess + tiler.boundOf(rest, columnCount, cells)
              if (bound === Infinity || bound > limit) continue
              frames.push({
                topSet: top.part,
                leftSet: left.part,
                leftEnd,
                topEnd,
                sideStart,
                excess,
                bound
              })
            }
          }
        }
      }
    }
    return frames.sort((a, b) => a.bound - b.bound).slice(0, mostFrames)
  }

  /** Share what is left among side, foot and middle. */
  function share(frame: Frame, isMirrored: boolean): void {
    const {leftEnd, leftSet, sideStart, topEnd, topSet} = frame
    const rest = set & ~topSet & ~leftSet
    const sideWidth = columnCount - sideStart
    const footWidth = columnCount - leftEnd
    const middleWidth = sideStart - leftEnd
    for (let side = (rest - 1) & rest; side > 0; side = (side - 1) & rest) {
      if (isMirrored && (side & leadSet) !== leadSet) continue
      if (!tiling.hasWidth(side, sideWidth)) continue
      const others = rest ^ side
      const low = Math.max(topEnd + 1, tiling.lowOf(side, sideWidth))
      const high = Math.min(lineCount - 1, tiling.highOf(side, sideWidth))
      const room = limit - frame.excess - tiling.leastOf(side, sideWidth)
      if (low > high || room < 0) continue
      for (let foot = (others - 1) & others; foot > 0;) {
        const middle = others ^ foot
        shareCount++
        if (
          tiling.leastOf(foot, footWidth) +
            tiling.leastOf(middle, middleWidth) <=
          room
        ) {
          const from = Math.max(
            low,
            lineCount - tiling.highOf(foot, footWidth),
            topEnd + tiling.lowOf(middle, middleWidth)
          )
          const to = Math.min(
            high,
            lineCount - tiling.lowOf(foot, footWidth),
            topEnd + tiling.highOf(middle, middleWidth)
          )
          for (let end = from; end <= to; end++) {
            const excess =
              frame.excess +
              tiling.excessOf(side, sideWidth, end) +
              tiling.excessOf(foot, footWidth, lineCount - end) +
              tiling.excessOf(middle, middleWidth, end - topEnd)
            if (excess === Infinity || excess > limit) continue
            limit = keepCheapest(
              found,
              {
                frame,
                sideSet: side,
                footSet: foot,
                middleSet: middle,
                sideEnd: end,
                excess,
                isMirrored
              },
              count,
              limit
            )
          }
        }
        foot = (foot - 1) & others
      }
    }
  }

  function toLayout({
    excess,
    frame,
    isMirrored,
    ...one
  }: Found): PinwheelLayout {
    const {leftEnd, leftSet, sideStart, topEnd, topSet} = frame
    const {footSet, middleSet, sideEnd, sideSet} = one
    const blocks = [
      toBlock(topSet, 0, sideStart, 0, topEnd),
      toBlock(sideSet, sideStart, columnCount, 0, sideEnd),
      toBlock(footSet, leftEnd, columnCount, sideEnd, lineCount),
      toBlock(leftSet, 0, leftEnd, topEnd, lineCount),
      toBlock(middleSet, leftEnd, sideStart, topEnd, sideEnd)
    ]
    return {tree: {type: 'pinwheel', columnCount, lineCount, blocks}, excess}

    function toBlock(
      part: number,
      left: number,
      right: number,
      top: number,
      foot: number
    ): {area: LatticeRect; tree: SlicingTree} {
      const area = {
        columnIndex: isMirrored ? columnCount - right : left,
        columnCount: right - left,
        lineIndex: top,
        lineCount: foot - top
      }
      for (const {tree} of listLayouts(
        tiling,
        part,
        area.columnCount,
        area.lineCount
      )) {
        return {area, tree}
      }
      throw new TypeError('Unexpected block without a layout')
    }
  }
}

function countStories(set: number): number {
  let count = 0
  for (let left = set; left !== 0; left &= left - 1) count++
  return count
}
