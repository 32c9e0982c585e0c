// Filling: layouts for all that is free on the page.
//
// Up to so many stories are tiled at once, exactly; more are set in blocks. Rests
// around obstacles are tiled by cutting towards the obstacles.

import type {LatticeRect} from '../model/plan.ts'
import type {ArrangeRequest} from './arrange-page.ts'
import {biasDoglegs, biasTable} from './bias-tables.ts'
import type {Board} from './board.ts'
import {fillBlocks} from './fill-blocks.ts'
import {findTiling} from './find-tiling.ts'
import {listLayouts, type Layout} from './layouts.ts'
import {listPinwheels, type PinwheelLayout} from './list-pinwheels.ts'
import {
  listAnchors,
  listGroups,
  listWishes,
  sortByCorner,
  toCorners,
  type Wishes
} from './list-wishes.ts'
import type {PageRules} from './page-rules.ts'
import {isLead} from './placed-unit.ts'
import type {ShapeTable} from './shape-table.ts'
import {spinAround} from './spin-around.ts'
import {tileAround} from './tile-around.ts'
import type {DoglegShape} from './tile-bounds.ts'
import type {TileRequest} from './tile-space.ts'
import {openTiler} from './tile.ts'
import {unitKey, type Unit} from './unit.ts'

/** A rectangle of the page with layouts that fill it, cheapest first. */
export interface FilledRegion {
  area: LatticeRect
  layouts: Iterable<Layout | PinwheelLayout>
}

/** Layouts for all that is free. */
export interface Filling {
  /** Units that the indexes in layouts mean. */
  units: ReadonlyArray<Unit>
  tables: ReadonlyArray<ShapeTable>
  /** Sum of the least shape costs. */
  floor: number
  regions: ReadonlyArray<FilledRegion>
}

/** Stories that one exact tiling can take. */
export const mostTiledUnits = 14
const mostUnitsAround = 12

/** Stories of a pinwheel, where straight cuts don't fill the page. */
const leastUnitsSpun = 5
const mostUnitsSpun = 8

/** The same, where blocks don't fill the page: this takes seconds. */
const mostUnitsAtLast = 16

/** Layouts looked at around obstacles, or besides pinwheels. */
const mostLayoutsAround = 200

/** Excess tried around obstacles: more takes long and looks bad. */
const mostExcessAround = 40

/** Excess tried for pinwheels around obstacles. */
const mostExcessSpun = 20

/** Pinwheels looked at. */
const mostPinwheels = 80

/** Units with all their shapes, in one order. */
interface ShapedUnits {
  units: ReadonlyArray<Unit>
  tables: ReadonlyArray<ShapeTable>
  doglegs: ReadonlyArray<ReadonlyArray<DoglegShape>>
}

/**
 * Fill the board; `undefined` where it cannot be done.
 *
 * `addedMargin` widens the choice of layouts, where the usual ones do not meet
 * a wish.
 */
export function fillBoard(
  request: ArrangeRequest,
  board: Board,
  rules: PageRules,
  addedMargin = 0
): Filling | undefined {
  const order = sortByCorner(request.units)
  const units = order.map((index) => request.units[index]).filter(isThere)
  const biased = order
    .map((index) => biasTable(request, index, rules))
    .filter(isThere)
  const tables = order.map((index) => request.tables[index]).filter(isThere)
  const doglegs = order.map((index) => biasDoglegs(request, index, rules))
  const filling = {units, tables}
  const shapes = {units, tables: biased, doglegs}
  if (units.length === 0) {
    return board.cellCount === 0
      ? {...filling, floor: 0, regions: []}
      : undefined
  }

  const most = board.obstacles.length > 0 ? mostUnitsAround : mostTiledUnits
  let isSure = false
  if (units.length <= most) {
    const margin = request.isHasty ? 0 : findMargin(units) + addedMargin
    const {isHasty = false, mostExcess = Infinity} = request
    // Around obstacles corners are cells to cover.
    const corners = board.obstacles.length > 0 ? [] : toCorners(units)
    for (const wishes of listWishes(units, corners, margin)) {
      const all = {...wishes, isHasty, mostExcess}
      const found = tileBoard(shapes, all, board, rules)
      if (found && found !== 'none') return {...filling, ...found}
      isSure = found === 'none'
    }
  }
  if (isSure) {
    const found = spinBoard(shapes, board)
    return found && {...filling, ...found}
  }
  const regions = fillBlocks(
    {
      tables: biased,
      groups: listGroups(units),
      corners: toCorners(units),
      before: units.map((unit) => request.previous?.get(unitKey(unit)))
    },
    board
  )
  if (regions) return {...filling, floor: 0, regions}
  const isBounded = (request.mostExcess ?? Infinity) < Infinity
  const isLast =
    units.length > most &&
    units.length <= mostUnitsAtLast &&
    board.obstacles.length === 0
  if (isBounded || !isLast) return undefined
  const wishes = {groups: [], corners: [], margin: 0, mostExcess: 20}
  const found = tileBoard(shapes, wishes, board, rules)
  return found && found !== 'none' ? {...filling, ...found} : undefined
}

/** What no straight cuts fill, five blocks around each other may fill. */
function spinBoard(
  {doglegs, tables, units}: ShapedUnits,
  {area, cellCount}: Board
): Pick<Filling, 'floor' | 'regions'> | undefined {
  const count = units.length
  if (count < leastUnitsSpun || count > mostUnitsSpun) return undefined
  const {columnCount, lineCount} = area
  const shapes = {tables, doglegs, cellCount, interlocks: true}
  const tiler = openTiler({columnCount, lineCount, ...shapes})
  if (tiler.leastBudget === Infinity) return undefined
  const tiling = tiler.tile(Infinity)
  const set = (1 << count) - 1
  const request = {tiler, tiling, set, limit: Infinity}
  for (const leadSet of [findLeadSet(units), 0]) {
    const layouts = listPinwheels({...request, leadSet}, mostPinwheels)
    if (layouts.length === 0) continue
    return {floor: tiling.floorOf(set), regions: [{area, layouts}]}
  }
  return undefined
}

/** Tile the board at once; `'none'` where that certainly can't be done. */
function tileBoard(
  {doglegs, tables, units}: ShapedUnits,
  wishes: Wishes,
  board: Board,
  rules: PageRules
): Pick<Filling, 'floor' | 'regions'> | 'none' | undefined {
  const {area, cellCount, obstacles} = board
  const {columnCount, lineCount} = area
  const set = (1 << units.length) - 1
  const {corners, groups, margin, mostExcess = Infinity} = wishes
  const isHasty = wishes.isHasty ?? false
  // All layouts that don't interlock pay for a straight cut: what all pay is
  // left out of the search, which grows with what it has to spend.
  const spins =
    rules.interlocks &&
    obstacles.length === 0 &&
    corners.length === 0 &&
    groups.length === 0
  const {fullCut, fullGutter} = rules.weights
  const cutCost =
    spins && !doglegs.flat().some(isWhole) ? Math.min(fullCut, fullGutter) : 0
  const tileRequest: TileRequest = {
    columnCount,
    lineCount,
    tables,
    doglegs,
    cellCount,
    groups,
    interlocks: rules.interlocks,
    ...(obstacles.length === 0
      ? {
          corners,
          fullCuts: {
            width: fullCut - cutCost,
            depth: fullGutter - cutCost
          }
        }
      : {})
  }

  if (obstacles.length === 0) {
    const found = findTiling(tileRequest, {
      margin,
      mostExcess,
      isHasty,
      excessOf: (tiling) => tiling.excessOf(set, columnCount, lineCount)
    })
    if (!found || found === 'none') return found
    const layouts = listLayouts(
      found.tiling,
      set,
      columnCount,
      lineCount,
      Math.max(1, margin)
    )
    const floor = found.tiling.floorOf(set)
    if (!spins || isHasty) return {floor, regions: [{area, layouts}]}
    const pinwheels = listPinwheels(
      {
        tiler: found.tiler,
        tiling: found.tiling,
        set,
        leadSet: findLeadSet(units),
        limit: found.excess + cutCost + margin
      },
      mostPinwheels
    )
    const cut = takeFirst(layouts, mostLayoutsAround).map(
      ({excess, tree}): Layout => ({excess: excess + cutCost, tree})
    )
    const all = [...pinwheels, ...cut]
    all.sort((a, b) => a.excess - b.excess)
    return {floor, regions: [{area, layouts: all}]}
  }

  const anchors = listAnchors(units, board, rules)
  // What cannot be had is let go, rather than the page.
  const choices = anchors.length > 0 ? [anchors, []] : [anchors]
  for (const some of choices) {
    let layouts: Array<Layout> = []
    const found = findTiling(tileRequest, {
      margin: 0,
      mostExcess: Math.min(mostExcess, mostExcessAround),
      excessOf(tiling, tiler, budget) {
        layouts = tileAround(
          {tiler, tiling, set, area, obstacles, budget, anchors: some},
          mostLayoutsAround
        )
        return layouts[0]?.excess ?? Infinity
      }
    })
    if (found && found !== 'none') {
      return {floor: found.tiling.floorOf(set), regions: [{area, layouts}]}
    }
  }
  if (units.length > mostUnitsSpun || mostExcess < Infinity) return undefined
  let layouts: Array<PinwheelLayout> = []
  const found = findTiling(tileRequest, {
    margin: 0,
    mostExcess: mostExcessSpun,
    excessOf(tiling, tiler, budget) {
      for (const some of choices) {
        layouts = spinAround(
          {tiler, tiling, set, area, obstacles, budget, anchors: some},
          mostPinwheels
        )
        if (layouts.length > 0) break
      }
      return layouts[0]?.excess ?? Infinity
    }
  })
  if (!found || found === 'none') return undefined
  return {floor: found.tiling.floorOf(set), regions: [{area, layouts}]}

  function isWhole(shape: DoglegShape): boolean {
    return shape.columnCount === columnCount && shape.lineCount === lineCount
  }
}

function findLeadSet(units: ReadonlyArray<Unit>): number {
  const index = units.findIndex(isLead)
  return index < 0 ? 0 : 1 << index
}

function takeFirst<T>(items: Iterable<T>, count: number): Array<T> {
  const taken: Array<T> = []
  for (const item of items) {
    if (taken.length >= count) break
    taken.push(item)
  }
  return taken
}

/** Fewer stories leave time to look at more layouts. */
function findMargin(units: ReadonlyArray<Unit>): number {
  return Math.min(1.5, Math.max(0, 11.5 - units.length))
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}
