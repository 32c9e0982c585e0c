// The cheapest tiling: the budget doubles until the page is filled.

import type {TileRequest} from './tile-space.ts'
import {openTiler, type Tiler} from './tile.ts'
import type {Tiling} from './tiling.ts'

/** A tiling in which the page is filled. */
export interface FoundTiling {
  tiler: Tiler
  tiling: Tiling
  /** Least excess of the page. */
  excess: number
}

/** How to look for it. */
export interface FindOptions {
  /** Find the least excess of the page in a tiling, or `Infinity`. */
  excessOf(tiling: Tiling, tiler: Tiler, budget: number): number
  /** How much dearer layouts may be that are wanted besides the cheapest. */
  margin: number
  /** Most excess tried (default: any). */
  mostExcess?: number
  /** Whether any layout will do, if not much dearer (default: no). */
  isHasty?: boolean
}

/** Excesses tried; the last takes every layout there is. */
const excesses = [1.5, 2.8, 4.5, 7, 12, 20, 40, 80, 160, Infinity]

/** The same where any layout will do; between them, if not all may be spent. */
const hastyExcess = 7
const hastyExcesses = [hastyExcess, 24, 60]

/** Above this excess it is first asked whether there is any layout. */
const doubtfulExcess = 7

/**
 * Find a tiling that holds all layouts up to `margin` above the cheapest.
 *
 * `'none'` is for certain; `undefined` is where it was given up.
 */
export function findTiling(
  request: TileRequest,
  options: FindOptions
): FoundTiling | 'none' | undefined {
  const {isHasty = false, mostExcess = Infinity} = options
  const tiler = openTiler(request)
  if (tiler.leastBudget === Infinity) return 'none'
  for (const excess of isHasty ? listHasty(mostExcess) : excesses) {
    if (excess > mostExcess) break
    const budget = tiler.leastBudget + excess
    const tiling = tiler.tile(budget)
    if (!tiling.isWhole) return undefined
    const least = options.excessOf(tiling, tiler, budget)
    if (least === Infinity) {
      if (excess === doubtfulExcess && !isHasty && hasNone()) return 'none'
      continue
    }
    // Half of the margin will do: to tile again takes longer than all before.
    if (least + options.margin / 2 <= budget) {
      return {tiler, tiling, excess: least}
    }
    const wider = tiler.tile(least + options.margin)
    return {
      tiler,
      tiling: wider.isWhole ? wider : tiler.tile(budget),
      excess: least
    }
  }
  return mostExcess === Infinity ? 'none' : undefined

  function hasNone(): boolean {
    if (mostExcess !== Infinity) return false
    const tiling = tiler.tile(Infinity)
    return (
      tiling.isWhole && options.excessOf(tiling, tiler, Infinity) === Infinity
    )
  }
}

function listHasty(mostExcess: number): Array<number> {
  // Where there is none, the last try alone would have told.
  if (mostExcess === Infinity) return [hastyExcess, Infinity]
  return [...hastyExcesses.filter((excess) => excess < mostExcess), mostExcess]
}
