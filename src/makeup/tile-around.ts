// Tiling around obstacles: straight cuts part the page until every obstacle
// has a rectangle of its own; what is free between them is tiled.
//
// A rectangle with obstacles has a place, one without has not: only the few
// rectangles with obstacles are looked at one by one, from the page inwards.
// What sets of stories fill the free side of a cut is known from the tiling.

import type {LatticeRect} from '../model/plan.ts'
import {countCells, overlaps} from './board.ts'
import {listLayouts, type Layout, type SlicingTree} from './layouts.ts'
import {costEpsilon, type Tiler, type Tiling} from './tile.ts'

/** What to fill. */
export interface AroundRequest {
  tiler: Tiler
  tiling: Tiling
  /** All stories. */
  set: number
  area: LatticeRect
  obstacles: ReadonlyArray<LatticeRect>
  /** Most excess of a layout. */
  budget: number
  /** A story that has to cover a cell. */
  anchors: ReadonlyArray<Anchor>
}

/** A story, by its bit, and a cell it has to cover. */
export interface Anchor {
  set: number
  columnIndex: number
  lineIndex: number
}

/** A side of a cut with the stories that fill it. */
interface Step {
  direction: 'row' | 'stack'
  first: Side
  second: Side
}

interface Side {
  area: LatticeRect
  set: number
  isFree: boolean
}

/** List layouts within the budget, the cheapest first; `count` at most. */
export function tileAround(
  request: AroundRequest,
  count: number
): Array<Layout> {
  const {budget, tiler, tiling} = request
  const bySize = listBySize()
  /** Least excess found, or the budget it exceeds, by place and set. */
  const known = new Map<string, {excess: number; isExact: boolean}>()
  const best = solve(request.area, request.set, budget)
  if (best > budget + costEpsilon) return []

  const found: Array<Layout> = []
  // Widen until there are enough: few layouts are just above the best.
  for (const slack of [0.5, 1, 2, 4]) {
    const limit = Math.min(budget, best + slack)
    found.length = 0
    for (const layout of follow(request.area, request.set, limit)) {
      found.push(layout)
      if (found.length >= count * 4) break
    }
    if (found.length >= count || limit >= budget) break
  }
  return found.sort((a, b) => a.excess - b.excess).slice(0, count)

  function listBySize(): Map<number, Array<number>> {
    const sizes = new Map<number, Array<number>>()
    const {columnCount} = request.area
    for (let set = request.set; set > 0; set = (set - 1) & request.set) {
      for (let width = 1; width <= columnCount; width++) {
        if (!tiling.hasWidth(set, width)) continue
        for (const depth of tiling.depthsOf(set, width)) {
          const key = depth * 64 + width
          const sets = sizes.get(key)
          if (sets) sets.push(set)
          else sizes.set(key, [set])
        }
      }
    }
    return sizes
  }

  /** Least excess of stories in a rectangle with obstacles, up to a limit. */
  function solve(area: LatticeRect, set: number, limit: number): number {
    if (set === 0) return isCovered(area) ? 0 : Infinity
    const key = `${set} ${area.columnIndex} ${area.columnCount} ${area.lineIndex} ${area.lineCount}`
    const before = known.get(key)
    if (before && (before.isExact || before.excess >= limit))
      return before.excess
    let least = Infinity
    for (const {first, second} of listSteps(area, set, limit)) {
      const most = Math.min(limit, least)
      const firstExcess = excessOf(first, most)
      if (firstExcess >= most) continue
      const sum = firstExcess + excessOf(second, most - firstExcess)
      if (sum < least) least = sum
    }
    const isExact = least <= limit
    known.set(key, {excess: isExact ? least : limit, isExact})
    return isExact ? least : Infinity
  }

  function excessOf({area, isFree, set}: Side, limit: number): number {
    return isFree
      ? tiling.excessOf(set, area.columnCount, area.lineCount)
      : solve(area, set, limit)
  }

  function* follow(
    area: LatticeRect,
    set: number,
    limit: number
  ): Iterable<Layout> {
    if (set === 0) {
      yield {tree: toGap(area), excess: 0}
      return
    }
    for (const {direction, first, second} of listSteps(area, set, limit)) {
      const secondLeast = excessOf(second, limit)
      const firstLimit = limit - secondLeast + costEpsilon
      if (excessOf(first, firstLimit) > firstLimit) continue
      for (const firstLayout of followSide(first, firstLimit)) {
        const left = limit - firstLayout.excess + costEpsilon
        for (const secondLayout of followSide(second, left)) {
          yield {
            tree: {
              type: 'cut',
              direction,
              first: firstLayout.tree,
              second: secondLayout.tree,
              isOrdered: true
            },
            excess: firstLayout.excess + secondLayout.excess
          }
        }
      }
    }
  }

  function* followSide(side: Side, limit: number): Iterable<Layout> {
    if (!side.isFree) {
      yield* follow(side.area, side.set, limit)
      return
    }
    const {columnCount, lineCount} = side.area
    let number = 0
    for (const layout of listLayouts(
      tiling,
      side.set,
      columnCount,
      lineCount
    )) {
      if (layout.excess > limit || number++ > 6) return
      yield layout
    }
  }

  /** List the cuts of a rectangle and how its stories can be shared. */
  function* listSteps(
    area: LatticeRect,
    set: number,
    limit: number
  ): Iterable<Step> {
    for (const [direction, firstArea, secondArea] of listCuts(area)) {
      const isFirstFree = !request.obstacles.some((one) =>
        overlaps(one, firstArea)
      )
      const isSecondFree = !request.obstacles.some((one) =>
        overlaps(one, secondArea)
      )
      const free = isFirstFree ? firstArea : secondArea
      const other = isFirstFree ? secondArea : firstArea
      if (isFirstFree || isSecondFree) {
        const size = free.lineCount * 64 + free.columnCount
        for (const part of bySize.get(size) ?? []) {
          if ((part & set) !== part || !holdsAnchors(free, part, set)) continue
          const rest = set ^ part
          const excess = tiling.excessOf(part, free.columnCount, free.lineCount)
          if (excess + boundOf(rest, other) > limit + costEpsilon) continue
          const freeSide = {area: free, set: part, isFree: true}
          const otherSide = {area: other, set: rest, isFree: false}
          yield isFirstFree
            ? {direction, first: freeSide, second: otherSide}
            : {direction, first: otherSide, second: freeSide}
        }
      } else {
        for (let part = set; ; part = (part - 1) & set) {
          const bound = boundOf(part, firstArea)
          if (
            bound + boundOf(set ^ part, secondArea) <= limit + costEpsilon &&
            holdsAnchors(firstArea, part, set)
          ) {
            yield {
              direction,
              first: {area: firstArea, set: part, isFree: false},
              second: {area: secondArea, set: set ^ part, isFree: false}
            }
          }
          if (part === 0) break
        }
      }
    }
  }

  function boundOf(set: number, area: LatticeRect): number {
    let cellCount = countCells(area)
    for (const one of request.obstacles) {
      if (overlaps(one, area)) cellCount -= countCells(one)
    }
    if (set === 0) return cellCount === 0 ? 0 : Infinity
    return tiler.boundOf(set, area.columnCount, cellCount)
  }

  function isCovered(area: LatticeRect): boolean {
    return boundOf(0, area) === 0
  }

  /** Of a rectangle's stories, those with an anchor in a part must be there. */
  function holdsAnchors(area: LatticeRect, part: number, set: number): boolean {
    return request.anchors.every((anchor) => {
      if ((anchor.set & set) === 0) return true
      const cell = {...anchor, columnCount: 1, lineCount: 1}
      return overlaps(area, cell) === ((anchor.set & part) !== 0)
    })
  }

  /** List straight cuts that run through no obstacle. */
  function listCuts(
    area: LatticeRect
  ): Array<['row' | 'stack', LatticeRect, LatticeRect]> {
    const cuts: Array<['row' | 'stack', LatticeRect, LatticeRect]> = []
    const inside = request.obstacles.filter((one) => overlaps(one, area))
    for (let count = 1; count < area.columnCount; count++) {
      const columnIndex = area.columnIndex + count
      const crosses = inside.some(
        (one) =>
          one.columnIndex < columnIndex &&
          columnIndex < one.columnIndex + one.columnCount
      )
      if (crosses) continue
      cuts.push([
        'row',
        {...area, columnCount: count},
        {...area, columnIndex, columnCount: area.columnCount - count}
      ])
    }
    for (let count = 1; count < area.lineCount; count++) {
      const lineIndex = area.lineIndex + count
      const crosses = inside.some(
        (one) =>
          one.lineIndex < lineIndex && lineIndex < one.lineIndex + one.lineCount
      )
      if (crosses) continue
      cuts.push([
        'stack',
        {...area, lineCount: count},
        {...area, lineIndex, lineCount: area.lineCount - count}
      ])
    }
    return cuts
  }
}

function toGap({columnCount, lineCount}: LatticeRect): SlicingTree {
  return {type: 'gap', columnCount, lineCount}
}
