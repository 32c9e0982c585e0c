// Rows of a headline: all cuts chosen together, so that rows are of even
// length, meaning is kept, and the copy's own splits are honoured first.

import type {CutPlace} from './cut-places.ts'

/** What to cut. */
export interface CutRequest {
  places: ReadonlyArray<CutPlace>
  /** Atoms in all. */
  atomCount: number
  rowCount: number
  /** Width the rows may have. */
  widthPt: number
  /** Measure atoms `start` to `end`, the last not included. */
  measure(start: number, end: number): number
}

/** How much an uneven row costs: a row of twice the mean costs so much. */
const unevenCost = 5
/** A preferred split that is not taken. */
const unhonouredCost = 1.5
/** A row of fewer characters looks broken off. */
const leastRowAtoms = 3

/**
 * Choose where rows end; fewer cuts come back where there are no places.
 *
 * With as many rows as the copy has parts, or more, every preferred split is
 * one; with fewer, rows end at preferred splits only. Where rows would be too
 * wide that way, they are cut by meaning alone.
 */
export function chooseCuts(request: CutRequest): Array<number> {
  const {places, rowCount} = request
  const preferred = places.filter((place) => place.isPreferred)
  const free = search(request, places, false)
  if (preferred.length === 0) return free
  const strict =
    preferred.length >= rowCount - 1
      ? search(request, preferred, false)
      : search(request, places, true)
  const isShorter = strict.length < free.length
  if (isShorter || (widestOf(strict) > request.widthPt && fits(free))) {
    return free
  }
  return strict

  function fits(cuts: ReadonlyArray<number>): boolean {
    return widestOf(cuts) <= request.widthPt
  }

  function widestOf(cuts: ReadonlyArray<number>): number {
    let from = 0
    let widest = 0
    for (const end of [...cuts, request.atomCount]) {
      widest = Math.max(widest, request.measure(from, end))
      from = end
    }
    return widest
  }
}

interface Way {
  at: number
  cost: number
  before?: Way
}

/** The cheapest cuts; with `mustHonour` no row goes on over a preferred one. */
function search(
  request: CutRequest,
  places: ReadonlyArray<CutPlace>,
  mustHonour: boolean
): Array<number> {
  const {atomCount, measure, rowCount} = request
  const meanPt = measure(0, atomCount) / rowCount
  const ends = [
    ...places,
    {at: atomCount, price: 0, isPreferred: false} satisfies CutPlace
  ]
  const all = request.places.filter((place) => place.isPreferred)
  let ways: Array<Way> = [{at: 0, cost: 0}]

  for (let row = 1; row <= rowCount; row++) {
    const next: Array<Way> = []
    for (const {at, price} of ends) {
      const isLast = at === atomCount
      if (isLast !== (row === rowCount)) continue
      let best: Way | undefined
      for (const way of ways) {
        if (way.at >= at) continue
        const skipped = all.filter(
          (place) => place.at > way.at && place.at < at
        ).length
        if (mustHonour && skipped > 0) continue
        const cost =
          way.cost + price + costOfRow(way.at, at) + skipped * unhonouredCost
        if (!best || cost < best.cost - 1e-9) best = {at, cost, before: way}
      }
      if (best) next.push(best)
    }
    ways = next
  }

  const cuts: Array<number> = []
  for (let way = ways[0]?.before; way?.before; way = way.before) {
    cuts.unshift(way.at)
  }
  return cuts

  function costOfRow(start: number, end: number): number {
    const rowPt = measure(start, end)
    const share = (rowPt - meanPt) / meanPt
    const over = Math.max(0, rowPt - request.widthPt) / request.widthPt
    const isBroken = end - start < leastRowAtoms && atomCount > rowCount * 2
    return (
      share * share * unevenCost +
      (over > 0 ? 10 + over * 50 : 0) +
      (isBroken ? 1 : 0)
    )
  }
}
