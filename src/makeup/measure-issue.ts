// How many cells the pages of an issue have, and how many their stories can
// take: for plans that are made by arithmetic before pages are made up.

import {countCells} from './board.ts'
import {listRungs} from './ladder.ts'
import {toShapeTable, type ShapeTable} from './shape-table.ts'
import {listCells} from './table-cells.ts'
import type {PageRequest} from './unit.ts'

/** Cells that copy takes at least, and at most, however it is shaped. */
export interface CellRange {
  least: number
  most: number
}

/** Sizes of an issue, in cells. */
export interface IssueSizes {
  /** What each page has, by page number. */
  capacities: ReadonlyMap<number, number>
  /** What its copy takes. */
  needs: ReadonlyMap<number, CellRange>
  /** What each story takes, by slug; gathered briefs count as their first. */
  sizes: ReadonlyMap<string, CellRange>
}

/** Measure the pages of an issue. */
export function measureIssue(requests: ReadonlyArray<PageRequest>): IssueSizes {
  const capacities = new Map<number, number>()
  const needs = new Map<number, CellRange>()
  const sizes = new Map<string, CellRange>()
  for (const request of requests) {
    const {pageNumber, template, units} = request
    const rung = listRungs(template)[0] ?? new Set()
    let need: CellRange = {least: 0, most: 0}
    for (const unit of units) {
      const size = toRange(toShapeTable(unit, request, rung))
      need = addRange(need, size)
      sizes.set(unit.slug, addRange(sizes.get(unit.slug), size))
    }
    needs.set(pageNumber, need)
    capacities.set(pageNumber, countCells(template.grid))
  }
  return {capacities, needs, sizes}
}

/** Add a range to another. */
export function addRange(
  {least, most}: CellRange = {least: 0, most: 0},
  other: CellRange
): CellRange {
  return {least: least + other.least, most: most + other.most}
}

function toRange(table: ShapeTable): CellRange {
  const cells = listCells(table)
  if (cells.length === 0) return {least: 0, most: 0}
  return {least: Math.min(...cells), most: Math.max(...cells)}
}
