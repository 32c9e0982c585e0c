import {describe, expect, test} from 'vitest'
import {arrangePage} from '../../src/makeup/arrange-page.ts'
import {findTiling} from '../../src/makeup/find-tiling.ts'
import {openTiler} from '../../src/makeup/tile.ts'
import {toPlantedPage} from '../bench/planted-page.ts'

const lattice = {columnCount: 8, lineCount: 118, cellCount: 944}

describe('the search on whole pages', () => {
  test.for([6, 7, 8, 9, 10])(
    'should cost the same pruned and unpruned, with %i stories',
    (count) => {
      const set = (1 << count) - 1
      for (let seed = 0; seed < 12; seed++) {
        const {tables} = toPlantedPage(count, seed)
        const request = {...lattice, tables, fullCuts: {width: 1.5, depth: 2}}
        const found = findTiling(request, {
          margin: 0,
          excessOf: (tiling) => tiling.excessOf(set, 8, 118)
        })
        const whole = openTiler(request).tile(Infinity)

        expect(whole.isWhole).toBe(true)
        const excess = found === 'none' ? Infinity : found?.excess
        expect(excess).toBeCloseTo(whole.excessOf(set, 8, 118), 9)
      }
    }
  )

  test.for([
    [6, 'slicing', 100],
    [8, 'slicing', 100],
    [10, 'slicing', 60],
    [12, 'slicing', 30],
    [16, 'slicing', 60],
    [20, 'slicing', 60],
    [24, 'slicing', 60],
    [5, 'pinwheel', 100],
    [6, 'pinwheel', 100],
    [7, 'pinwheel', 100],
    [8, 'pinwheel', 100],
    [9, 'pinwheel', 60],
    [10, 'pinwheel', 60]
  ] as const)(
    'should fill pages of %i stories planted by %s, %i of them',
    ([count, cutting, pageCount]) => {
      const missed: Array<number> = []
      for (let seed = 0; seed < pageCount; seed++) {
        const {request, tables} = toPlantedPage(count, seed, cutting)
        const [found] = arrangePage({
          template: request.template,
          units: request.units,
          tables,
          fixed: [],
          blocked: [],
          count: 1
        })
        if (found?.placed.length !== count) missed.push(seed)
      }

      expect(missed).toEqual([])
    }
  )
})
