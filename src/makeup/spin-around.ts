// Pinwheels around obstacles: where no straight cuts go round what stands, five
// blocks around each other may. An obstacle is a block, or stands in one, which
// is then parted around it by straight cuts.

import type {LatticeRect} from '../model/plan.ts'
import {
  openAround,
  type Around,
  type AroundRequest,
  type Place
} from './around.ts'
import {isInside, overlaps} from './board.ts'
import {keepCheapest} from './keep-cheapest.ts'
import type {SlicingTree} from './layouts.ts'
import type {PinwheelLayout} from './list-pinwheels.ts'
import {costEpsilon} from './tile.ts'

/** Five rectangles around each other, and the least that fills them. */
interface Frame {
  places: ReadonlyArray<Place>
  bound: number
}

/** A frame with the stories of each rectangle. */
interface Found {
  frame: Frame
  sets: ReadonlyArray<number>
  excess: number
}

/** Frames looked at, and ways to share stories among them, at most. */
const mostFrames = 20_000
const mostSteps = 400_000

/** List the cheapest pinwheels within the budget; `count` at most. */
export function spinAround(
  request: AroundRequest,
  count: number
): Array<PinwheelLayout> {
  const around = openAround(request)
  const found: Array<Found> = []
  let limit = request.budget
  let stepCount = 0
  for (const frame of listFrames(request, around)) {
    if (frame.bound > limit || stepCount > mostSteps) break
    share(frame, [], request.set, 0)
  }
  return found
    .sort((a, b) => a.excess - b.excess)
    .slice(0, count)
    .flatMap((one) => toLayout(one, request, around))

  /** Give the next rectangle its stories; the last one gets what is left. */
  function share(
    frame: Frame,
    sets: ReadonlyArray<number>,
    left: number,
    excess: number
  ): void {
    if (stepCount++ > mostSteps) return
    const place = frame.places[sets.length]
    if (!place) {
      if (left !== 0) return
      limit = keepCheapest(found, {frame, sets, excess}, count, limit)
      return
    }
    const isLast = sets.length === frame.places.length - 1
    for (const set of listSets(place, left, isLast)) {
      if ((set & around.allAnchored) !== place.anchored) continue
      const room = limit - excess
      const own = around.excessOf(place, set, room)
      if (own > room + costEpsilon) continue
      share(frame, [...sets, set], left ^ set, excess + own)
    }
  }

  function listSets(
    place: Place,
    left: number,
    isLast: boolean
  ): ReadonlyArray<number> {
    if (place.cellCount === 0) return [0]
    if (isLast) return left === 0 ? [] : [left]
    if (place.isFree) {
      return around
        .sizedOf(place.area)
        .filter(({part}) => (part & left) === part)
        .map(({part}) => part)
    }
    const sets: Array<number> = []
    for (let set = left; set > 0; set = (set - 1) & left) {
      if (around.boundOf(set, place) <= limit) sets.push(set)
    }
    return sets
  }
}

/** List frames that cut through no obstacle, the cheapest first. */
function listFrames(
  {area, budget, obstacles}: AroundRequest,
  around: Around
): Array<Frame> {
  const {columnCount, lineCount} = area
  const frames: Array<Frame> = []
  for (const isMirrored of [false, true]) {
    for (let right = 2; right < columnCount; right++) {
      for (let left = 1; left < right; left++) {
        for (let top = 1; top < lineCount - 1; top++) {
          const first = [
            toArea(0, 0, right, top),
            toArea(0, top, left, lineCount)
          ]
          const firstLeast = sumLeast(first)
          if (firstLeast > budget) continue
          for (let foot = top + 1; foot < lineCount; foot++) {
            const areas = [
              ...first,
              toArea(right, 0, columnCount, foot),
              toArea(left, foot, columnCount, lineCount),
              toArea(left, top, right, foot)
            ]
            const bound = firstLeast + sumLeast(areas.slice(2))
            if (bound > budget) continue
            // Those with few ways to be filled first, obstacles last.
            const places = areas.map(around.toPlace).sort(byChoice)
            frames.push({places, bound})
          }
        }
      }
    }

    function toArea(
      from: number,
      above: number,
      to: number,
      below: number
    ): LatticeRect {
      const offset = isMirrored ? columnCount - to : from
      return {
        columnIndex: area.columnIndex + offset,
        columnCount: to - from,
        lineIndex: area.lineIndex + above,
        lineCount: below - above
      }
    }
  }
  return frames.sort((a, b) => a.bound - b.bound).slice(0, mostFrames)

  /** Least excess of rectangles; `Infinity` where an obstacle is cut. */
  function sumLeast(areas: ReadonlyArray<LatticeRect>): number {
    let sum = 0
    for (const one of areas) {
      let isFree = true
      for (const obstacle of obstacles) {
        if (!overlaps(obstacle, one)) continue
        if (!isInside(obstacle, one)) return Infinity
        isFree = false
      }
      if (isFree) sum += around.sizedOf(one)[0]?.excess ?? Infinity
    }
    return sum
  }

  function byChoice(a: Place, b: Place): number {
    return countChoice(a) - countChoice(b)
  }

  function countChoice({area: one, isFree}: Place): number {
    return isFree ? around.sizedOf(one).length : 1e6
  }
}

function toLayout(
  {excess, frame, sets}: Found,
  {area: page, budget}: AroundRequest,
  around: Around
): Array<PinwheelLayout> {
  const {columnCount, lineCount} = page
  const blocks = frame.places.flatMap((place, index) => {
    const tree = findTree(place, sets[index] ?? 0)
    const {area} = place
    const columnIndex = area.columnIndex - page.columnIndex
    const lineIndex = area.lineIndex - page.lineIndex
    return tree ? [{area: {...area, columnIndex, lineIndex}, tree}] : []
  })
  if (blocks.length < frame.places.length) return []
  return [{tree: {type: 'pinwheel', columnCount, lineCount, blocks}, excess}]

  function findTree(place: Place, set: number): SlicingTree | undefined {
    const limit = around.excessOf(place, set, budget) + costEpsilon
    for (const {tree} of around.follow(place, set, limit)) return tree
    return undefined
  }
}
