// Regions: the layouts of each part of the page are given their best order, one
// region after the other.

import type {ArrangeRequest, Arrangement} from './arrange-page.ts'
import type {Filling} from './fill-board.ts'
import {orderLayout} from './order-layout.ts'
import type {PageRules} from './page-rules.ts'
import {scorePage} from './score.ts'

/** How much dearer than the best an arrangement may be to be offered. */
const mostDearer = 15

/** Order region after region; only the last one's layouts make a choice. */
export function orderRegions(
  request: ArrangeRequest,
  {floor, regions, tables, units}: Filling,
  rules: PageRules,
  layoutCount: number
): Array<Arrangement> {
  let fixed = request.fixed
  let found: Array<Arrangement> = [
    {placed: fixed, score: scorePage(fixed, rules)}
  ]
  for (const {area, layouts} of regions) {
    const orderRequest = {units, tables, fixed, rules}
    found = []
    let best = Infinity
    let number = 0
    for (const {excess, tree} of layouts) {
      if (number++ >= layoutCount) break
      const limit = best + (request.count > 1 ? mostDearer : 0) - floor - excess
      if (limit <= 0) break
      const placed = orderLayout(tree, area, orderRequest, limit)
      if (!placed) continue
      const all = [...fixed, ...placed]
      const score = scorePage(all, rules)
      best = Math.min(best, score.total)
      found.push({placed: all, score})
    }
    found.sort((a, b) => a.score.total - b.score.total)
    fixed = found[0]?.placed ?? fixed
  }
  return found
}
