// Improving: on a page made up by blocks, rectangles of some modules are taken
// out and tiled again, exactly (MAKEUP.md 3.6, scale-up b). What is dearer than
// before is put back.

import type {LatticeRect} from '../model/plan.ts'
import type {ArrangeRequest, Arrangement} from './arrange-page.ts'
import {countCells, isInside, sumCells} from './board.ts'
import {fillBoard} from './fill-board.ts'
import {orderRegions} from './order-regions.ts'
import type {PageRules} from './page-rules.ts'
import type {PlacedUnit} from './placed-unit.ts'

/** Modules of a rectangle: fewer are best as they are, more take long. */
const leastCount = 3
const mostCount = 9

/** Rectangles tiled again, at most. */
const mostAttempts = 10

const layoutCount = 120

/** Costs that are saved at least, to be worth a change. */
const leastSaving = 0.01

/** A rectangle that some modules fill. */
interface Part {
  area: LatticeRect
  inside: ReadonlyArray<PlacedUnit>
}

/** Tile parts of a page again, as long as it gets cheaper. */
export function improvePage(
  request: ArrangeRequest,
  arrangement: Arrangement,
  rules: PageRules
): Arrangement {
  const tried = new Set<string>()
  let best = arrangement
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const part = listParts(best.placed, request).find(
      (one) => !tried.has(toKey(one))
    )
    if (!part) break
    tried.add(toKey(part))
    const found = tileAgain(part, best, request, rules)
    if (found && found.score.total < best.score.total - leastSaving) {
      best = found
    }
  }
  return best
}

function toKey({area, inside}: Part): string {
  const slugs = inside.map(({unit}) => `${unit.slug} ${unit.part}`).sort()
  const {columnCount, columnIndex, lineCount, lineIndex} = area
  return [columnIndex, columnCount, lineIndex, lineCount, ...slugs].join()
}

function tileAgain(
  {area, inside}: Part,
  {placed}: Arrangement,
  request: ArrangeRequest,
  rules: PageRules
): Arrangement | undefined {
  const units = inside.map(({unit}) => unit)
  const pick = <T>(items: ReadonlyArray<T> | undefined): Array<T> =>
    (items ?? []).filter((_, index) =>
      inside.some(({unit}) => unit === request.units[index])
    )
  const tables = pick(request.tables)
  const part = {
    ...request,
    units: pick(request.units),
    tables,
    doglegs: pick(request.doglegs),
    fixed: placed.filter(({unit}) => !units.includes(unit)),
    count: 1
  }
  const board = {area, obstacles: [], cellCount: countCells(area)}
  // A cut across this part is not one across the page.
  const weights = {
    ...rules.weights,
    fullCut: 0,
    fullGutter: 0,
    foldUncrossed: 0
  }
  const filling = fillBoard(part, board, {
    ...rules,
    weights,
    interlocks: false
  })
  return filling && orderRegions(part, filling, rules, layoutCount)[0]
}

/** List the rectangles that modules fill to the edges, largest first. */
function listParts(
  placed: ReadonlyArray<PlacedUnit>,
  {units}: ArrangeRequest
): Array<Part> {
  const movable = placed.filter(
    ({candidate, unit}) =>
      units.includes(unit) && !unit.pin && !candidate.shape.notch
  )
  const parts: Array<Part> = []
  for (const {columnIndex, lineIndex} of movable.map(({area}) => area)) {
    for (const corner of movable.map(({area}) => area)) {
      const area = {
        columnIndex,
        lineIndex,
        columnCount: corner.columnIndex + corner.columnCount - columnIndex,
        lineCount: corner.lineIndex + corner.lineCount - lineIndex
      }
      if (area.columnCount < 1 || area.lineCount < 1) continue
      const inside = movable.filter((one) => isInside(one.area, area))
      if (inside.length < leastCount || inside.length > mostCount) continue
      const cellCount = sumCells(inside.map((one) => one.area))
      if (cellCount === countCells(area)) parts.push({area, inside})
    }
  }
  return parts.sort(
    (a, b) =>
      b.inside.length - a.inside.length ||
      a.area.lineIndex - b.area.lineIndex ||
      a.area.columnIndex - b.area.columnIndex
  )
}
