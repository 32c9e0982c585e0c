import {describe, expect, test} from 'vitest'
import {arrangePage} from '../../src/makeup/arrange-page.ts'
import {overlaps} from '../../src/makeup/board.ts'
import {findTiling} from '../../src/makeup/find-tiling.ts'
import {listPinwheels} from '../../src/makeup/list-pinwheels.ts'
import {openTiler} from '../../src/makeup/tile.ts'
import {toPlantedPage} from '../bench/planted-page.ts'

describe('listPinwheels', () => {
  test('should make five blocks that cover the page once, cheapest first', () => {
    let pinwheelCount = 0
    for (let seed = 0; seed < 6; seed++) {
      const {tables} = toPlantedPage(7, seed, 'pinwheel')
      const found = findTiling(
        {
          columnCount: 8,
          lineCount: 118,
          tables,
          cellCount: 944,
          interlocks: true
        },
        {margin: 6, excessOf: (tiling) => tiling.excessOf(127, 8, 118)}
      )
      if (!found || found === 'none') continue
      const layouts = listPinwheels(
        {...found, set: 127, leadSet: 1, limit: found.excess + 6},
        10
      )
      pinwheelCount += layouts.length
      let before = 0
      for (const {excess, tree} of layouts) {
        const areas = tree.blocks.map(({area}) => area)
        let cellCount = 0
        for (const [index, area] of areas.entries()) {
          cellCount += area.columnCount * area.lineCount
          for (const other of areas.slice(index + 1)) {
            expect(overlaps(area, other)).toBe(false)
          }
        }

        expect(areas.length).toBe(5)
        expect(cellCount).toBe(944)
        expect(excess).toBeGreaterThanOrEqual(before)
        before = excess
      }
    }
    expect(pinwheelCount).toBeGreaterThan(10)
  })
})

describe('arrangePage, modular', () => {
  test('should find nothing where six stories fill no page', () => {
    const {request, tables} = toPlantedPage(6, 3, 'pinwheel', 118)
    const {grid} = request.template
    let emptyCount = 0
    for (const lineCount of [108, 113, 123, 128]) {
      const template = {...request.template, grid: {...grid, lineCount}}
      const found = arrangePage({
        template,
        units: request.units,
        tables: tables.map((table) => table.map(keepSome)),
        fixed: [],
        blocked: [],
        count: 1
      })

      if (found.length === 0) emptyCount++
      for (const {placed} of found) {
        let cellCount = 0
        for (const {area} of placed) {
          cellCount += area.columnCount * area.lineCount
        }
        expect(cellCount).toBe(8 * lineCount)
      }
    }
    expect(emptyCount).toBeGreaterThan(1)
  })

  test('should spin five stories that no straight cuts fit together', () => {
    const {request, tables} = toPlantedPage(5, 57, 'pinwheel')
    const whole = openTiler({
      columnCount: 8,
      lineCount: 118,
      tables,
      cellCount: 944
    }).tile(Infinity)
    const [found] = arrangePage({
      template: request.template,
      units: request.units,
      tables,
      fixed: [],
      blocked: [],
      count: 1
    })

    expect(whole.excessOf(31, 8, 118)).toBe(Infinity)
    expect(found?.placed.length).toBe(5)
    expect(found?.score.items).toMatchObject({fullCut: 0, fullGutter: 0})
  })
})

describe('arrangePage, interlocking', () => {
  test('should have no cut across most pages, where modular make-up has', () => {
    const counts = {interlocking: 0, modular: 0}
    for (let seed = 0; seed < 6; seed++) {
      const {request, tables} = toPlantedPage(7, seed, 'pinwheel')
      for (const makeUp of ['interlocking', 'modular'] as const) {
        const [found] = arrangePage({
          template: {...request.template, makeUp},
          units: request.units,
          tables,
          fixed: [],
          blocked: [],
          count: 1
        })
        const {fullCut = 0, fullGutter = 0, lead} = found?.score.items ?? {}
        if (fullCut + fullGutter > 0) counts[makeUp]++

        expect(found?.placed.length).toBe(7)
        expect(lead).toBe(0)
      }
    }
    expect(counts.modular).toBe(6)
    expect(counts.interlocking).toBeLessThan(3)
  })
})

/** Two depths of a width, so that there is little to choose from. */
function keepSome<T>(row: ReadonlyMap<number, T>): Map<number, T> {
  return new Map([...row].sort(([a], [b]) => a - b).slice(0, 2))
}
