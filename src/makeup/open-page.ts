// A page on the desk: its pins placed, its shape tables at hand, ready to be
// arranged with one rung of the ladder or another.

import type {LatticeRect} from '../model/plan.ts'
import {addWhite} from './add-white.ts'
import {arrangePage, type Arrangement} from './arrange-page.ts'
import {fullRung, type Rung} from './ladder.ts'
import {listDoglegs} from './list-doglegs.ts'
import {placePins, type PinnedPage} from './place-pins.ts'
import {
  exact,
  toShapeTable,
  type Relaxation,
  type ShapeTable
} from './shape-table.ts'
import type {DoglegShape} from './tile-bounds.ts'
import type {PageRequest, Unit} from './unit.ts'

/** A unit with a table of its own. */
export interface TabledUnit {
  unit: Unit
  table: ShapeTable
}

/** How to arrange a page. */
export interface ArrangeOptions {
  rung: Rung
  /** How far every story may miss its module (default: not at all). */
  relaxation?: Relaxation
  /** Units with other tables than theirs, or besides the page’s. */
  instead?: ReadonlyArray<TabledUnit>
  /** Arrangements wanted (default: `1`). */
  count?: number
}

/** A page on the desk. */
export interface OpenPage extends PinnedPage {
  request: PageRequest
  /** Find the best arrangements; none where the page can’t be filled. */
  arrange(options: ArrangeOptions): Array<Arrangement>
  /** Whether all units together are too small for the page, however set. */
  isScarce(): boolean
}

/** Put a page on the desk. */
export function openPage(request: PageRequest): OpenPage {
  const pinned = placePins(request)
  const tables = new Map<Unit, Map<Rung, ShapeTable>>()
  const doglegsByUnit = new Map<Unit, Map<Rung, Array<DoglegShape>>>()
  return {...pinned, request, arrange, isScarce}

  function arrange(options: ArrangeOptions): Array<Arrangement> {
    const {instead = [], relaxation = exact, rung} = options
    const tabled = pinned.free.map((unit): TabledUnit => {
      const other = instead.find((one) => one.unit === unit)
      return other ?? {unit, table: findTable(unit, rung, relaxation)}
    })
    for (const one of instead) {
      if (!pinned.free.includes(one.unit)) tabled.push(one)
    }
    if (tabled.some(({table}) => isEmpty(table))) return []
    const {columnCount, lineCount} = request.template.grid
    const page = {columnIndex: 0, columnCount, lineIndex: 0, lineCount}
    const parts = {
      units: tabled.map(({unit}) => unit),
      tables: tabled.map(({table}) => table)
    }
    const doglegs =
      relaxation === exact
        ? tabled.map(({unit}) => findDoglegs(unit, rung))
        : []
    const taken = pinned.fixed.map(({area}) => area)
    // By area alone it is often plain that nothing can be done.
    if (countLeast(parts.tables) > countFree(page, taken)) return []
    const isLoose = relaxation.shortLineCount > 3
    return arrangePage({
      template: request.template,
      ...(isLoose ? addWhite(parts, page, taken) : parts),
      doglegs,
      fixed: pinned.fixed,
      blocked: [],
      count: options.count ?? 1,
      ...(request.previous ? {previous: request.previous} : {})
    })
  }

  function findDoglegs(unit: Unit, rung: Rung): Array<DoglegShape> {
    const known = doglegsByUnit.get(unit) ?? new Map<Rung, Array<DoglegShape>>()
    doglegsByUnit.set(unit, known)
    const doglegs = known.get(rung) ?? listDoglegs(unit, request, rung)
    known.set(rung, doglegs)
    return doglegs
  }

  function isScarce(): boolean {
    const tables = pinned.free.map((unit) => findTable(unit, fullRung, exact))
    const {columnCount, lineCount} = request.template.grid
    const page = {columnIndex: 0, columnCount, lineIndex: 0, lineCount}
    const taken = pinned.fixed.map(({area}) => area)
    return countMost(tables) < countFree(page, taken)
  }

  function findTable(
    unit: Unit,
    rung: Rung,
    relaxation: Relaxation
  ): ShapeTable {
    if (relaxation !== exact) {
      return toShapeTable(unit, request, rung, relaxation)
    }
    const known = tables.get(unit) ?? new Map<Rung, ShapeTable>()
    tables.set(unit, known)
    const table = known.get(rung) ?? toShapeTable(unit, request, rung)
    known.set(rung, table)
    return table
  }
}

/** Cells that all units take at least. */
function countLeast(tables: ReadonlyArray<ShapeTable>): number {
  let count = 0
  for (const table of tables) count += Math.min(...listCells(table))
  return count
}

/** Cells that all units take at most. */
function countMost(tables: ReadonlyArray<ShapeTable>): number {
  let count = 0
  for (const table of tables) count += Math.max(0, ...listCells(table))
  return count
}

function listCells(table: ShapeTable): Array<number> {
  return table.flatMap((row, width) =>
    [...row.keys()].map((depth) => width * depth)
  )
}

function countFree(
  page: LatticeRect,
  taken: ReadonlyArray<LatticeRect>
): number {
  let count = page.columnCount * page.lineCount
  for (const area of taken) count -= area.columnCount * area.lineCount
  return count
}

function isEmpty(table: ShapeTable): boolean {
  return table.every((row) => row.size === 0)
}
