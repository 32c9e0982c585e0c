// Pages of more stories than one tiling can take: what the editor wants and
// where things stood count there as well.

import {describe, expect, test} from 'vitest'
import {arrangePage, type Arrangement} from '../../src/makeup/arrange-page.ts'
import {touches, type PlacedUnit} from '../../src/makeup/placed-unit.ts'
import {listMissedWishes} from '../../src/makeup/list-missed-wishes.ts'
import {unitKey, type Unit} from '../../src/makeup/unit.ts'
import type {PageCorner} from '../../src/model/issue.ts'
import type {LatticeRect} from '../../src/model/plan.ts'
import {toPlantedPage} from '../bench/planted-page.ts'
import {toTemplate} from './desk.ts'

const seeds = [1, 2, 3, 4]

describe('fillBlocks', () => {
  test.for(seeds)('should set stories at their corners, page %i', (seed) => {
    const placed = arrange(seed, (unit, index) => {
      if (index === 4) return {...unit, pin: {corner: 'lower-right'}}
      return index === 9 ? {...unit, pin: {corner: 'upper-right'}} : unit
    })

    const lower = placed.find(({unit}) => unit.pin?.corner === 'lower-right')
    const upper = placed.find(({unit}) => unit.pin?.corner === 'upper-right')
    expect(lower && endOf(lower.area)).toEqual({column: 8, line: 118})
    expect(upper && endOf(upper.area).column).toBe(8)
    expect(upper?.area.lineIndex).toBe(0)
  })

  test.for(seeds)('should set stories at all four corners, page %i', (seed) => {
    const wanted = new Map<number, PageCorner>([
      [0, 'upper-left'],
      [4, 'lower-right'],
      [9, 'upper-right'],
      [12, 'lower-left']
    ])
    const placed = arrange(seed, (unit, index) => {
      const corner = wanted.get(index)
      return corner ? {...unit, pin: {corner}} : unit
    })

    expect(placed).toHaveLength(18)
    expect(listMissedWishes(placed, [], toTemplate())).toEqual([])
  })

  test.for(seeds)('should keep groups together, page %i', (seed) => {
    const placed = arrange(seed, (unit, index) =>
      index === 3 || index === 14
        ? {...unit, facts: {...unit.facts, group: 'flood'}}
        : unit
    )

    const [one, other] = placed.filter(({unit}) => unit.facts.group)
    expect(one && other && touches(one.area, other.area)).toBe(true)
  })

  test('should part a page where it was parted before', () => {
    let caseCount = 0
    let changedCount = 0
    let anewCount = 0
    for (const seed of seeds) {
      const before = arrange(seed)
      const previous = new Map(
        before.map(({area, unit}) => [unitKey(unit), area])
      )
      // One story no longer has the shape it had.
      const lost = before[11]?.unit.slug
      caseCount += before.length
      const without = {lost, areas: previous}
      changedCount += countMoved(
        arrange(seed, undefined, without, previous),
        previous
      )
      anewCount += countMoved(arrange(seed, undefined, without), previous)
    }

    expect(changedCount).toBeLessThan(caseCount / 2)
    expect(changedCount).toBeLessThan(anewCount)
  })
})

function arrange(
  seed: number,
  change: (unit: Unit, index: number) => Unit = (unit) => unit,
  without?: {lost: string | undefined; areas: Map<string, LatticeRect>},
  previous?: Map<string, LatticeRect>
): Arrangement['placed'] {
  const {request, tables} = toPlantedPage(18, seed, 'slicing')
  const [found] = arrangePage({
    template: request.template,
    units: request.units.map(change),
    tables: tables.map((table, index) => {
      const unit = request.units[index]
      const area = unit && without?.areas.get(unitKey(unit))
      if (!area || unit.slug !== without?.lost) return table
      return table.map((row, width) => {
        if (width !== area.columnCount) return row
        return new Map([...row].filter(([depth]) => depth !== area.lineCount))
      })
    }),
    fixed: [],
    blocked: [],
    count: 1,
    ...(previous ? {previous} : {})
  })
  expect(found?.placed).toHaveLength(18)
  return found?.placed ?? []
}

function countMoved(
  placed: ReadonlyArray<PlacedUnit>,
  previous: ReadonlyMap<string, LatticeRect>
): number {
  return placed.filter(
    ({area, unit}) =>
      JSON.stringify(area) !== JSON.stringify(previous.get(unitKey(unit)))
  ).length
}

function endOf(area: LatticeRect): {column: number; line: number} {
  return {
    column: area.columnIndex + area.columnCount,
    line: area.lineIndex + area.lineCount
  }
}
