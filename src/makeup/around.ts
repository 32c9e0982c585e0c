// What stands in the way: rectangles of a page with obstacles, and the least that
// sets of stories cost in them, by straight cuts that run through no obstacle.
//
// A rectangle with obstacles has a place, one without has not: only the
// rectangles with obstacles are looked at one by one, from the page inwards.
// What sets of stories fill the free side of a cut is known from the tiling.

import type {LatticeRect} from '../model/plan.ts'
import {countCells, overlaps} from './board.ts'
import {listLayouts, type Layout} from './layouts.ts'
import {costEpsilon, type Tiler} from './tile.ts'
import type {Tiling} from './tiling.ts'

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
  /** Stories that have to cover a cell. */
  anchors: ReadonlyArray<Anchor>
}

/** A story, by its bit, and a cell it has to cover. */
export interface Anchor {
  set: number
  columnIndex: number
  lineIndex: number
}

/** A rectangle of the page and what is known of it. */
export interface Place {
  area: LatticeRect
  /** Cells that are not under an obstacle. */
  cellCount: number
  isFree: boolean
  /** Stories that have to be here. */
  anchored: number
  /** Ways to cut it, once somebody asked. */
  cuts?: ReadonlyArray<PlaceCut>
  /** Least excess of a set, or `Infinity` where it exceeds the limit below. */
  excesses: Map<number, number>
  limits: Map<number, number>
}

interface PlaceCut {
  direction: 'row' | 'stack'
  first: Place
  second: Place
}

/** A set of stories that fills a rectangle. */
export interface Sized {
  part: number
  excess: number
}

/** A cut with the stories of each side. */
interface Step {
  cut: PlaceCut
  firstSet: number
  secondSet: number
  /** Excess that it has at least. */
  bound: number
}

/** Layouts of a free rectangle that are followed. */
const mostFree = 6

/** Rectangles with obstacles looked at, at most. */
const mostSolves = 60_000

/** Rectangles of a page, looked at as they are asked for. */
export interface Around {
  /** Stories that have to cover some cell. */
  allAnchored: number
  /** Sets that fill a free rectangle, the cheapest first. */
  sizedOf(area: LatticeRect): ReadonlyArray<Sized>
  toPlace(area: LatticeRect): Place
  /** Least excess of stories in a rectangle, or `Infinity` above a limit. */
  excessOf(place: Place, set: number, limit: number): number
  /** Least excess that is thinkable. */
  boundOf(set: number, place: Place): number
  /** List layouts of a rectangle within a limit; not sorted. */
  follow(place: Place, set: number, limit: number): Iterable<Layout>
}

/** Look at a page with obstacles. */
export function openAround(request: AroundRequest): Around {
  const {budget, tiler, tiling} = request
  const places = new Map<number, Place>()
  /** By `lineCount * 32 + columnCount`. */
  const bySize = listBySize(request)
  let allAnchored = 0
  for (const anchor of request.anchors) allAnchored |= anchor.set
  let solveCount = 0
  return {
    allAnchored,
    sizedOf: ({columnCount, lineCount}) =>
      bySize[lineCount * 32 + columnCount] ?? [],
    toPlace,
    excessOf,
    boundOf,
    follow: followSide
  }

  function toPlace(area: LatticeRect): Place {
    const {columnCount, columnIndex, lineCount, lineIndex} = area
    const key =
      ((columnIndex * 32 + columnCount) * 512 + lineIndex) * 512 + lineCount
    const known = places.get(key)
    if (known) return known
    const place: Place = {
      area,
      cellCount: countCells(area),
      isFree: true,
      anchored: 0,
      excesses: new Map(),
      limits: new Map()
    }
    for (const one of request.obstacles) {
      if (!overlaps(one, area)) continue
      place.isFree = false
      place.cellCount -= countCells(one)
    }
    for (const anchor of request.anchors) {
      const cell = {...anchor, columnCount: 1, lineCount: 1}
      if (overlaps(area, cell)) place.anchored |= anchor.set
    }
    places.set(key, place)
    return place
  }

  /** Least excess of stories in a rectangle with obstacles, up to a limit. */
  function solve(place: Place, set: number, limit: number): number {
    if (set === 0) return place.cellCount === 0 ? 0 : Infinity
    const known = place.excesses.get(set)
    if (known !== undefined && known < Infinity) return known
    const before = known === undefined ? -1 : (place.limits.get(set) ?? -1)
    if (before >= limit || solveCount > mostSolves) return Infinity
    solveCount++
    // Look a good way further than asked, not to be asked again and again.
    const most = Math.min(budget, Math.max(limit, 2 * before))
    let least = Infinity
    for (const step of listSteps(place, set, most)) {
      const room = Math.min(most, least)
      if (step.bound > room) break
      const {cut, firstSet, secondSet} = step
      const [near, nearSet, far, farSet] = cut.first.isFree
        ? [cut.first, firstSet, cut.second, secondSet]
        : [cut.second, secondSet, cut.first, firstSet]
      const excess = excessOf(near, nearSet, room)
      if (excess > room) continue
      const sum = excess + excessOf(far, farSet, room - excess)
      if (sum < least) least = sum
    }
    if (least > most + costEpsilon) least = Infinity
    place.excesses.set(set, least)
    place.limits.set(set, most)
    return least
  }

  function excessOf(place: Place, set: number, limit: number): number {
    const {columnCount, lineCount} = place.area
    return place.isFree
      ? tiling.excessOf(set, columnCount, lineCount)
      : solve(place, set, limit)
  }

  function* follow(place: Place, set: number, limit: number): Iterable<Layout> {
    const {columnCount, lineCount} = place.area
    if (set === 0) {
      yield {tree: {type: 'gap', columnCount, lineCount}, excess: 0}
      return
    }
    for (const {cut, firstSet, secondSet} of listSteps(place, set, limit)) {
      const secondLeast = excessOf(cut.second, secondSet, limit)
      const firstLimit = limit - secondLeast + costEpsilon
      if (excessOf(cut.first, firstSet, firstLimit) > firstLimit) continue
      for (const first of followSide(cut.first, firstSet, firstLimit)) {
        const left = limit - first.excess + costEpsilon
        for (const second of followSide(cut.second, secondSet, left)) {
          yield {
            tree: {
              type: 'cut',
              direction: cut.direction,
              first: first.tree,
              second: second.tree,
              isOrdered: true
            },
            excess: first.excess + second.excess
          }
        }
      }
    }
  }

  function* followSide(
    place: Place,
    set: number,
    limit: number
  ): Iterable<Layout> {
    if (!place.isFree) {
      yield* follow(place, set, limit)
      return
    }
    const {columnCount, lineCount} = place.area
    let number = 0
    for (const layout of listLayouts(tiling, set, columnCount, lineCount)) {
      if (layout.excess > limit || number++ >= mostFree) return
      yield layout
    }
  }

  /** List how a rectangle can be cut and its stories be shared. */
  function listSteps(place: Place, set: number, limit: number): Array<Step> {
    const steps: Array<Step> = []
    place.cuts ??= listCuts(place.area).map(([direction, first, second]) => ({
      direction,
      first: toPlace(first),
      second: toPlace(second)
    }))
    for (const cut of place.cuts) {
      const {first, second} = cut
      if (first.isFree) listFree(cut, first, second)
      else if (second.isFree) listFree(cut, second, first)
      else listShares(cut)
    }
    return steps.sort((a, b) => a.bound - b.bound || a.firstSet - b.firstSet)

    function listFree(cut: PlaceCut, free: Place, other: Place): void {
      const {columnCount, lineCount} = free.area
      const wanted = free.anchored & set
      for (const {excess, part} of bySize[lineCount * 32 + columnCount] ?? []) {
        if (excess > limit) break
        if ((part & set) !== part) continue
        if ((part & allAnchored) !== wanted) continue
        const rest = set ^ part
        const bound = excess + boundOf(rest, other)
        if (bound === Infinity || bound > limit + costEpsilon) continue
        const isFirst = free === cut.first
        steps.push({
          cut,
          firstSet: isFirst ? part : rest,
          secondSet: isFirst ? rest : part,
          bound
        })
      }
    }

    function listShares(cut: PlaceCut): void {
      const {first, second} = cut
      const wanted = first.anchored & set
      for (let part = set; ; part = (part - 1) & set) {
        if ((part & allAnchored) === wanted) {
          let bound = boundOf(part, first)
          if (bound <= limit) bound += boundOf(set ^ part, second)
          if (bound < Infinity && bound <= limit + costEpsilon) {
            steps.push({cut, firstSet: part, secondSet: set ^ part, bound})
          }
        }
        if (part === 0) break
      }
    }
  }

  function boundOf(set: number, place: Place): number {
    if (set === 0) return place.cellCount === 0 ? 0 : Infinity
    return tiler.boundOf(set, place.area.columnCount, place.cellCount)
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

/** List the sets that fill a rectangle, the cheapest first. */
function listBySize({area, set, tiling}: AroundRequest): Array<Array<Sized>> {
  const sizes: Array<Array<Sized>> = []
  for (let part = set; part > 0; part = (part - 1) & set) {
    for (let width = 1; width <= area.columnCount; width++) {
      if (!tiling.hasWidth(part, width)) continue
      for (const depth of tiling.depthsOf(part, width)) {
        const excess = tiling.excessOf(part, width, depth)
        ;(sizes[depth * 32 + width] ??= []).push({part, excess})
      }
    }
  }
  for (const list of sizes) list?.sort((a, b) => a.excess - b.excess)
  return sizes
}
