// Score: what a page costs, item by item (MAKEUP.md 3.5).
//
// Shapes bring their own costs; here the page is looked at as a whole: does
// the lead stand at its corner, do headlines shrink with news value, do heads
// butt, does a cut run right across.

import type {LatticeRect} from '../model/plan.ts'
import {overlaps} from './board.ts'
import type {PageRules} from './page-rules.ts'
import {costOfHierarchy, pairCosts} from './pair-costs.ts'
import {placeCosts} from './place-costs.ts'
import type {PlacedUnit} from './placed-unit.ts'

/** What a page costs. */
export interface Score {
  total: number
  items: Record<string, number>
}

/** Price a page. */
export function scorePage(
  placed: ReadonlyArray<PlacedUnit>,
  rules: PageRules
): Score {
  const {weights} = rules
  const items: Record<string, number> = {
    shape: 0,
    ...Object.fromEntries(placeCosts.map(([name]) => [name, 0])),
    hierarchy: 0,
    ...Object.fromEntries(pairCosts.map(([name]) => [name, 0])),
    fullCut: 0,
    fullGutter: 0,
    foldUncrossed: 0,
    besideMany: 0
  }
  const add = (name: string, value: number): void => {
    items[name] = (items[name] ?? 0) + value
  }

  for (const [index, one] of placed.entries()) {
    add('shape', one.candidate.cost)
    for (const [name, price] of placeCosts) add(name, price(one, rules))
    for (const other of placed.slice(index + 1)) {
      add('hierarchy', costOfHierarchy(one, other, rules))
      for (const [name, price] of pairCosts) add(name, price(one, other, rules))
    }
  }
  const {fullCutCount, fullGutterCount} = countFullCuts(placed, rules.area)
  add('fullCut', fullCutCount * weights.fullCut)
  add('fullGutter', fullGutterCount * weights.fullGutter)
  add('besideMany', Math.max(0, countBeside(placed) - 1) * weights.besideMany)
  if (!crossesFold(placed, rules)) add('foldUncrossed', weights.foldUncrossed)

  let total = 0
  for (const value of Object.values(items)) total += value
  return {total, items}
}

/** Vertical headlines of a page: one is an accent, many are a habit. */
function countBeside(placed: ReadonlyArray<PlacedUnit>): number {
  return placed.filter(
    ({candidate}) => candidate.shape.headline.setting === 'beside'
  ).length
}

/** A spread on which nothing runs across the fold is two pages. */
function crossesFold(
  placed: ReadonlyArray<PlacedUnit>,
  {foldColumnIndex}: PageRules
): boolean {
  if (foldColumnIndex === undefined) return true
  return placed.some(
    ({area}) =>
      area.columnIndex < foldColumnIndex &&
      foldColumnIndex < area.columnIndex + area.columnCount
  )
}

/** Lines and gutters at which the page falls into two parts 断版, 通线. */
function countFullCuts(
  placed: ReadonlyArray<PlacedUnit>,
  page: LatticeRect
): {fullCutCount: number; fullGutterCount: number} {
  const inside = placed.filter(({area}) => overlaps(area, page))
  const tops = new Set(inside.map(({area}) => area.lineIndex))
  const lefts = new Set(inside.map(({area}) => area.columnIndex))
  let fullCutCount = 0
  let fullGutterCount = 0
  for (const top of tops) {
    if (top <= page.lineIndex || top >= page.lineIndex + page.lineCount)
      continue
    const isCrossed = inside.some(
      ({area}) => area.lineIndex < top && top < area.lineIndex + area.lineCount
    )
    if (!isCrossed) fullCutCount++
  }
  for (const left of lefts) {
    if (left <= page.columnIndex) continue
    if (left >= page.columnIndex + page.columnCount) continue
    const isCrossed = inside.some(
      ({area}) =>
        area.columnIndex < left && left < area.columnIndex + area.columnCount
    )
    if (!isCrossed) fullGutterCount++
  }
  return {fullCutCount, fullGutterCount}
}
