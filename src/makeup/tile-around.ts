// Tiling around obstacles: straight cuts part the page until every obstacle
// has a rectangle of its own; what is free between them is tiled.

import {openAround, type AroundRequest} from './around.ts'
import type {Layout} from './layouts.ts'
import {costEpsilon} from './tile.ts'

/** List layouts within the budget, the cheapest first; `count` at most. */
export function tileAround(
  request: AroundRequest,
  count: number
): Array<Layout> {
  const {area, budget, set} = request
  const around = openAround(request)
  const page = around.toPlace(area)
  const best = around.excessOf(page, set, budget)
  if (best === Infinity || best > budget + costEpsilon) return []

  const found: Array<Layout> = []
  // Widen until there are enough: few layouts are just above the best.
  for (const slack of [0, 0.5, 1.5]) {
    const limit = Math.min(budget, best + slack)
    found.length = 0
    for (const layout of around.follow(page, set, limit)) {
      found.push(layout)
      if (found.length >= 2 * count) break
    }
    if (2 * found.length >= count || limit >= budget) break
  }
  return found.sort((a, b) => a.excess - b.excess).slice(0, count)
}
