// One page: which story goes in which module, in which shape.
//
// Modules the editor pinned stand where they are told. The others tile what is
// left, exactly where it can be done, at the least cost (MAKEUP.md 3). Where
// copy and space do not agree the page is made up all the same, and what is
// overset or short is for the proof desk to report.

import type {PagePlan, PlannedModule} from '../model/plan.ts'
import {addWhite} from './add-white.ts'
import {arrangePage, type Arrangement} from './arrange-page.ts'
import {listCutoffs} from './cutoffs.ts'
import {overlaps} from './regions.ts'
import {scorePage, type PlacedUnit} from './score.ts'
import {
  shapeKey,
  toShapeTable,
  type Candidate,
  type Corrections,
  type Relaxation
} from './shape-table.ts'
import type {PageRequest, Unit} from './unit.ts'

/** A page made up. */
export interface PageResult {
  plan: PagePlan
  /** Units no place was found for; the page is not whole without them. */
  unplaced: ReadonlyArray<Unit>
}

/** How far stories may miss their modules, tried in this order. */
const relaxations: ReadonlyArray<Relaxation> = [
  {shortLineCount: 0, oversetLineCount: 0},
  {shortLineCount: 2, oversetLineCount: 0},
  {shortLineCount: 5, oversetLineCount: 0},
  {shortLineCount: 10, oversetLineCount: 0},
  {shortLineCount: 3, oversetLineCount: 3},
  {shortLineCount: 20, oversetLineCount: 12},
  {shortLineCount: 200, oversetLineCount: 200}
]

const mostRounds = 4

/** Make up one page. */
export function makeUpPage(request: PageRequest): PageResult {
  const corrections = new Map<string, number>()
  let result = tryToMakeUp(request, corrections)

  // Pictures are added to shapes by arithmetic; where composition needs a line
  // more, remember it and make the page up again.
  for (let round = 1; round < mostRounds; round++) {
    const isCorrected = correct(result.arrangement.placed, request, corrections)
    if (!isCorrected) break
    result = tryToMakeUp(request, corrections)
  }

  const {placed, score} = result.arrangement
  const modules = toModules(placed, request)
  return {
    plan: {
      pageNumber: request.pageNumber,
      modules,
      cutoffs: listCutoffs(modules),
      costs: score.items
    },
    unplaced: result.unplaced
  }
}

interface Attempt {
  arrangement: Arrangement
  unplaced: ReadonlyArray<Unit>
}

function tryToMakeUp(request: PageRequest, corrections: Corrections): Attempt {
  const {fixed, free, unplaced} = placePins(request, corrections)
  const {columnCount, lineCount} = request.template.grid
  const page = {columnIndex: 0, columnCount, lineIndex: 0, lineCount}

  for (const relaxation of relaxations) {
    const tables = free.map((unit) =>
      toShapeTable(unit, request, relaxation, corrections)
    )
    const isHopeless = tables.some((table) =>
      table.every((row) => row.size === 0)
    )
    if (isHopeless) continue
    const taken = fixed.map(({area}) => area)
    const tabled =
      relaxation.shortLineCount > 3
        ? addWhite({units: free, tables}, page, taken)
        : {units: free, tables}
    const [arrangement] = arrangePage({
      template: request.template,
      ...tabled,
      fixed,
      blocked: [],
      count: 1
    })
    if (!arrangement) continue
    const placed = arrangement.placed.filter(
      ({unit}) => unit.facts.kind !== 'white'
    )
    return {arrangement: {...arrangement, placed}, unplaced}
  }

  return placeOneByOne(request, fixed, free, unplaced, corrections)
}

/** Take out the modules whose place is given in full. */
function placePins(
  request: PageRequest,
  corrections: Corrections
): {fixed: Array<PlacedUnit>; free: Array<Unit>; unplaced: Array<Unit>} {
  const {columnCount, lineCount} = request.template.grid
  const fixed: Array<PlacedUnit> = []
  const free: Array<Unit> = []
  const unplaced: Array<Unit> = []

  for (const unit of request.units) {
    const size = unit.facts.size
    const width = unit.pin?.columnCount ?? size?.columnCount
    const depth = unit.pin?.lineCount ?? size?.lineCount
    const column = unit.pin?.columnNumber
    const line = unit.pin?.lineNumber
    if (!width || !depth || !column || !line) {
      const fits =
        !size ||
        (size.columnCount <= columnCount && size.lineCount <= lineCount)
      if (fits) free.push(unit)
      else unplaced.push(unit)
      continue
    }

    const area = {
      columnIndex: column - 1,
      columnCount: width,
      lineIndex: line - 1,
      lineCount: depth
    }
    const isOnPage =
      column - 1 + width <= columnCount && line - 1 + depth <= lineCount
    const isFree = !fixed.some((other) => overlaps(other.area, area))
    const candidate =
      isOnPage && isFree
        ? findCandidate(unit, request, width, depth, corrections)
        : undefined
    if (candidate) fixed.push({unit, candidate, area})
    else unplaced.push(unit)
  }

  return {fixed, free, unplaced}
}

function findCandidate(
  unit: Unit,
  request: PageRequest,
  columnCount: number,
  lineCount: number,
  corrections: Corrections
): Candidate | undefined {
  for (const relaxation of relaxations) {
    const table = toShapeTable(unit, request, relaxation, corrections)
    const candidate = table[columnCount]?.get(lineCount)
    if (candidate) return candidate
  }
  return undefined
}

/** Last resort: full-width strips from the top, as many as there is room for. */
function placeOneByOne(
  request: PageRequest,
  fixed: ReadonlyArray<PlacedUnit>,
  free: ReadonlyArray<Unit>,
  unplaced: ReadonlyArray<Unit>,
  corrections: Corrections
): Attempt {
  const {columnCount, lineCount} = request.template.grid
  const placed = [...fixed]
  const left = [...unplaced]

  for (const unit of free) {
    const found = findStrip()
    if (found) placed.push(found)
    else left.push(unit)

    function findStrip(): PlacedUnit | undefined {
      const table = toShapeTable(
        unit,
        request,
        {shortLineCount: 0, oversetLineCount: 0},
        corrections
      )
      for (let width = columnCount; width > 0; width--) {
        const best = [...(table[width]?.values() ?? [])].sort(
          (a, b) => a.cost - b.cost || a.lineCount - b.lineCount
        )[0]
        if (!best) continue
        for (let line = 0; line + best.lineCount <= lineCount; line++) {
          for (let column = 0; column + width <= columnCount; column++) {
            const area = {
              columnIndex: column,
              columnCount: width,
              lineIndex: line,
              lineCount: best.lineCount
            }
            if (placed.some((other) => overlaps(other.area, area))) continue
            return {unit, candidate: best, area}
          }
        }
      }
      return undefined
    }
  }

  const score = scorePage(placed, request.template)
  return {arrangement: {placed, score}, unplaced: left}
}

/** Compare the plan with composition; tell whether anything had to change. */
function correct(
  placed: ReadonlyArray<PlacedUnit>,
  request: PageRequest,
  corrections: Map<string, number>
): boolean {
  let isCorrected = false

  for (const {area, candidate, unit} of placed) {
    if (unit.facts.size || unit.part === 'start') continue
    if (candidate.oversetLineCount > 0) continue
    const cast = request.castOff({
      slug: unit.slug,
      part: unit.part,
      shape: candidate.shape,
      ...(unit.from ? {from: unit.from} : {})
    })
    const missing = cast.depthLineCount - area.lineCount
    if (missing <= 0) continue
    const key = shapeKey(unit, candidate.shape)
    corrections.set(key, (corrections.get(key) ?? 0) + missing)
    isCorrected = true
  }

  return isCorrected
}

function toModules(
  placed: ReadonlyArray<PlacedUnit>,
  request: PageRequest
): Array<PlannedModule> {
  const order = new Map(request.units.map((unit, index) => [unit, index]))
  const sorted = [...placed].sort(
    (a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0)
  )

  return sorted.map(({area, candidate, unit}) => {
    const module: PlannedModule = {
      slug: unit.slug,
      part: unit.part,
      area,
      shape: candidate.shape
    }
    if (unit.from) module.from = unit.from
    if (unit.jumpPageNumber) module.jumpPageNumber = unit.jumpPageNumber
    if (unit.part === 'start') {
      const cast = request.castOff({
        slug: unit.slug,
        part: unit.part,
        shape: candidate.shape
      })
      module.to = cast.pointAfter(candidate.bodyLineCount)
    }
    return module
  })
}
