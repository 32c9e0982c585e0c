// Random pages: stories of any length whose copy, as it would be set best, is
// so much of the page's space. Nobody knows whether the page can be filled.

import type {CostTable} from '../../src/makeup/tile-bounds.ts'
import type {PageRequest} from '../../src/makeup/unit.ts'
import {toRequest, type Copy} from '../makeup/desk.ts'
import {toTables} from './planted-page.ts'
import {toRandom} from './random.ts'

const columnCount = 8
const lineCount = 118

/** Make the copy of a page of `count` stories, `ratio` of its space. */
export function toRandomCopy(
  count: number,
  seed: number,
  ratio: number
): Array<Copy> {
  const random = toRandom(seed)
  const weights = Array.from(
    {length: count},
    (_, index) => (index === 0 ? 1.6 : 0.5) + random.ratio()
  )
  const copy = weights.map((_, index): Copy => {
    const hasPicture = random.ratio() < 0.35
    return {
      slug: `story-${index}`,
      characterCount: 0,
      headlineCharacterCount: random.integer(8, 18),
      ...(hasPicture
        ? {
            figures: [
              {
                aspectRatio: [1.5, 1.33, 0.75][random.integer(0, 2)] ?? 1.5,
                isMissing: false,
                widthPx: 2200,
                captionCharacterCount: random.integer(16, 40)
              }
            ]
          }
        : {})
    }
  })
  const wanted = ratio * columnCount * lineCount
  // So many characters for each weight that the copy is as much as wanted.
  let least = 50
  let most = 4000
  while (most - least > 2) {
    const middle = (least + most) / 2
    const request = toRequest(toCopy(middle), lineCount)
    if (countBestCells(request) < wanted) least = middle
    else most = middle
  }
  return toCopy(least)

  function toCopy(perWeight: number): Array<Copy> {
    return copy.map((one, index) => ({
      ...one,
      characterCount: Math.round(perWeight * (weights[index] ?? 1))
    }))
  }
}

/** Cells of all stories, each in its cheapest shape. */
function countBestCells(request: PageRequest): number {
  let sum = 0
  for (const table of toTables(request)) sum += countCells(table)
  return sum
}

function countCells(table: CostTable): number {
  let best = {cells: 0, cost: Infinity}
  for (const [width, row] of table.entries()) {
    for (const [depth, {cost}] of row) {
      if (cost < best.cost) best = {cells: width * depth, cost}
    }
  }
  return best.cells
}
