// A page on the desk: its pins placed, its shape tables at hand, ready to be
// arranged with one rung of the ladder or another.

import type {LadderStep} from '../model/template-settings.ts'
import {addWhite, type White} from './add-white.ts'
import {arrangePage, type Arrangement} from './arrange-page.ts'
import {countCells, sumCells, toBoard} from './board.ts'
import {mostTiledUnits} from './fill-board.ts'
import {fullRung, type Rung} from './ladder.ts'
import {listDoglegs} from './list-doglegs.ts'
import {placePins, type PinnedPage} from './place-pins.ts'
import type {DraftsByWidth} from './setting.ts'
import {
  exact,
  listDraftsByWidth,
  tabulate,
  toShapeTable,
  type Relaxation,
  type ShapeTable
} from './shape-table.ts'
import {countBest, listCells} from './table-cells.ts'
import type {DoglegShape} from './tile-bounds.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Steps of the ladder that change how a story can be set. */
const draftSteps = ['headline', 'picture', 'options', 'squeeze'] as const

/** The same, with those that change which rectangles that fills. */
const tableSteps = [...draftSteps, 'slack', 'leading'] as const

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
  /**
   * White that the page has (default: any where stories may miss by far and all
   * leave some of it free, else none).
   */
  white?: White
  /** Units to leave out. */
  without?: ReadonlyArray<Unit>
  /** Whether the first that fills the page will do (default: no). */
  isHasty?: boolean
  /** Most that may be paid above the least all can cost (default: any). */
  mostExcess?: number
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
  /** Whether they leave some of it free, set as they look best. */
  isThin(): boolean
  /** Whether all units together are too large for the page, however set. */
  isCrowded(): boolean
  /** Count the lines, over all legs, that units take at least. */
  countLeastLines(units: ReadonlyArray<Unit>): number
  /** Whether a rung fills nothing, as far as a quick search can tell. */
  isVain(rung: Rung): boolean
  /** Whether two rungs, one after the other, let stories be set alike. */
  isSameRung(a: Rung, b: Rung): boolean
  /** Whether it is certain that a rung, and those below it, fill nothing. */
  isHopeless(rung: Rung): boolean
}

/** Put a page on the desk. */
export function openPage(request: PageRequest): OpenPage {
  const pinned = placePins(request)
  const tables: Kept<ShapeTable> = new Map()
  const {columnCount, lineCount} = request.template.grid
  const page = {columnIndex: 0, columnCount, lineIndex: 0, lineCount}
  const taken = pinned.fixed.map(({area}) => area)
  const freeCount = countCells(page) - sumCells(taken)
  const draftsByUnit: Kept<DraftsByWidth> = new Map()
  const doglegsByUnit: Kept<Array<DoglegShape>> = new Map()
  const vain = new Map<Rung, boolean>()
  return {
    ...pinned,
    request,
    arrange,
    isHopeless,
    isVain,
    isSameRung: (a, b) => nameSteps(a, tableSteps) === nameSteps(b, tableSteps),
    isScarce,
    isThin,
    isCrowded,
    countLeastLines
  }

  function arrange(options: ArrangeOptions): Array<Arrangement> {
    const {instead = [], relaxation = exact, rung, without = []} = options
    const units = pinned.free.filter((unit) => !without.includes(unit))
    const tabled = units.map((unit): TabledUnit => {
      const other = instead.find((one) => one.unit === unit)
      return other ?? {unit, table: findTable(unit, rung, relaxation)}
    })
    for (const one of instead) {
      if (!pinned.free.includes(one.unit)) tabled.push(one)
    }
    if (tabled.some(({table}) => isEmpty(table))) return []
    const parts = {
      units: tabled.map(({unit}) => unit),
      tables: tabled.map(({table}) => table)
    }
    const doglegs =
      relaxation === exact
        ? tabled.map(({unit}) =>
            // Of another table the L-shapes are not known.
            units.includes(unit) && !instead.some((one) => one.unit === unit)
              ? findDoglegs(unit, rung)
              : []
          )
        : []
    // By area alone it is often plain that nothing can be done.
    if (countLeast(parts.tables) > freeCount) return []
    const isLoose = relaxation.shortLineCount > 3
    const white =
      options.white ??
      (isLoose && countMost(parts.tables) < freeCount ? 'any' : undefined)
    return arrangePage({
      template: request.template,
      ...(white ? addWhite(parts, page, white) : parts),
      doglegs,
      fixed: pinned.fixed,
      blocked: [],
      count: options.count ?? 1,
      isHasty: options.isHasty ?? false,
      mostExcess: options.mostExcess ?? Infinity,
      ...(request.previous ? {previous: request.previous} : {})
    })
  }

  function findDoglegs(unit: Unit, rung: Rung): Array<DoglegShape> {
    const steps = nameSteps(rung, draftSteps)
    return findKept(doglegsByUnit, unit, steps, () =>
      listDoglegs(unit, request, () => findDrafts(unit, rung))
    )
  }

  function isScarce(): boolean {
    const tables = pinned.free.map((unit) => findTable(unit, fullRung, exact))
    return countMost(tables) < freeCount
  }

  function isCrowded(): boolean {
    return countLeastLines(pinned.free) > freeCount
  }

  function countLeastLines(units: ReadonlyArray<Unit>): number {
    const tables = units.map((unit) => findTable(unit, fullRung, exact))
    return countLeast(tables.filter((table) => !isEmpty(table)))
  }

  function isThin(): boolean {
    let count = 0
    for (const unit of pinned.free) {
      count += countBest(findTable(unit, fullRung, exact))
    }
    return count < freeCount
  }

  function isHopeless(rung: Rung): boolean {
    const tables = pinned.free.map((unit) => findTable(unit, rung, exact))
    if (countLeast(tables) > freeCount) return true
    // Elsewhere the search gives up before it is certain. Of L-shapes a higher
    // rung may have others instead of more.
    return (
      toBoard(page, taken).obstacles.length === 0 &&
      pinned.free.length <= mostTiledUnits &&
      request.template.makeUp !== 'interlocking' &&
      isVain(rung)
    )
  }

  function isVain(rung: Rung): boolean {
    const known = vain.get(rung)
    if (known !== undefined) return known
    const isSo = arrange({rung, isHasty: true}).length === 0
    vain.set(rung, isSo)
    return isSo
  }

  function findTable(
    unit: Unit,
    rung: Rung,
    relaxation: Relaxation
  ): ShapeTable {
    if (relaxation !== exact) return makeTable(unit, rung, relaxation)
    const steps = nameSteps(rung, tableSteps)
    return findKept(tables, unit, steps, () => makeTable(unit, rung, exact))
  }

  function makeTable(
    unit: Unit,
    rung: Rung,
    relaxation: Relaxation
  ): ShapeTable {
    // Gathered briefs are set each for itself.
    if (unit.members) return toShapeTable(unit, request, rung, relaxation)
    const options = {unit, request, rung, relaxation}
    return tabulate(findDrafts(unit, rung), options)
  }

  function findDrafts(unit: Unit, rung: Rung): DraftsByWidth {
    return findKept(draftsByUnit, unit, nameSteps(rung, draftSteps), () =>
      listDraftsByWidth(unit, request, rung)
    )
  }
}

/** What was made for a unit, by the steps it was made with. */
type Kept<Value> = Map<Unit, Map<string, Value>>

/** Find what was made for a unit and some steps, or make it. */
function findKept<Value>(
  kept: Kept<Value>,
  unit: Unit,
  steps: string,
  make: () => Value
): Value {
  const known = kept.get(unit) ?? new Map<string, Value>()
  kept.set(unit, known)
  const value = known.get(steps) ?? make()
  known.set(steps, value)
  return value
}

/** Name those steps of a rung that make a difference. */
function nameSteps(rung: Rung, steps: ReadonlyArray<LadderStep>): string {
  return steps.filter((step) => rung.has(step)).join(' ')
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

function isEmpty(table: ShapeTable): boolean {
  return table.every((row) => row.size === 0)
}
