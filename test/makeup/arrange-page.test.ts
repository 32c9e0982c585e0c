import {describe, expect, test} from 'vitest'
import {
  arrangePage,
  type ArrangeRequest,
  type Arrangement
} from '../../src/makeup/arrange-page.ts'
import {overlaps, toBoard} from '../../src/makeup/board.ts'
import {touches} from '../../src/makeup/placed-unit.ts'
import {unitKey, type Unit} from '../../src/makeup/unit.ts'
import type {PageCorner} from '../../src/model/issue.ts'
import type {LatticeRect} from '../../src/model/plan.ts'
import {
  toArrangeRequest,
  toPlantedPage,
  type PlantedPage
} from '../bench/planted-page.ts'

describe('arrangePage', () => {
  test.for([1, 2, 5, 7, 8, 9, 10, 16, 20])(
    'should fill a page of %i stories exactly',
    (count) => {
      for (let seed = 0; seed < 2; seed++) {
        const page = toPlantedPage(count, seed)
        const [found] = arrangePage(toArrangeRequest(page))

        expect(found?.placed.length).toBe(count)
        expect(findFaults(found)).toEqual([])
      }
    }
  )

  test.for([5, 6, 7, 8])(
    'should fill a page planted as a pinwheel of %i stories',
    (count) => {
      for (let seed = 0; seed < 3; seed++) {
        const page = toPlantedPage(count, seed, 'pinwheel')

        expect(findFaults(arrangePage(toArrangeRequest(page))[0])).toEqual([])
      }
    }
  )

  test('should use shapes that are in the tables', () => {
    const page = toPlantedPage(8, 3)
    const [found] = arrangePage(toArrangeRequest(page))

    for (const [index, {area, candidate}] of (found?.placed ?? []).entries()) {
      const row = page.tables[index]?.[area.columnCount]
      expect(row?.get(area.lineCount)).toBe(candidate)
    }
  })

  test('should add up what it costs', () => {
    const [found] = arrangePage(toArrangeRequest(toPlantedPage(8, 4)))
    let sum = 0
    for (const value of Object.values(found?.score.items ?? {})) sum += value

    expect(sum).toBeCloseTo(found?.score.total ?? 0, 9)
    expect(found?.score.items['shape']).toBeGreaterThan(0)
  })

  test('should put the lead at the upper left', () => {
    for (let seed = 0; seed < 4; seed++) {
      const [found] = arrangePage(toArrangeRequest(toPlantedPage(7, seed)))

      expect(found?.placed[0]?.area).toMatchObject({
        columnIndex: 0,
        lineIndex: 0
      })
    }
  })

  test('should find nothing where copy is too much or too little', () => {
    const page = toPlantedPage(8, 1)
    const request = toArrangeRequest(page)
    const few = {
      ...request,
      units: request.units.slice(0, 1),
      tables: request.tables.slice(0, 1)
    }
    const many = {
      ...request,
      blocked: [rectangle(0, 0, 8, 60)]
    }

    expect(arrangePage(few)).toEqual([])
    expect(arrangePage(many)).toEqual([])
  })

  test('should give the same arrangements twice', () => {
    const request = {...toArrangeRequest(toPlantedPage(9, 2)), count: 4}

    expect(arrangePage(request)).toEqual(arrangePage(request))
  })
})

describe('arrangePage around what stands', () => {
  test.for([
    ['one module', [2]],
    ['two modules', [1, 4]],
    ['three modules', [0, 3, 5]]
  ] as const)('should fill the page around %s', ([, fixedIndexes]) => {
    for (let seed = 0; seed < 3; seed++) {
      const page = toPlantedPage(8, seed)
      const request = toArrangeRequest(page, fixedIndexes)
      const [found] = arrangePage(request)

      expect(findFaults(found)).toEqual([])
      expect(found?.placed.slice(0, fixedIndexes.length)).toEqual(request.fixed)
    }
  })

  test('should leave blocked rectangles alone', () => {
    for (let seed = 0; seed < 3; seed++) {
      const page = toPlantedPage(8, seed)
      const fixed = toArrangeRequest(page, [1, 6])
      const blocked = fixed.fixed.map(({area}) => area)
      const [found] = arrangePage({...fixed, fixed: [], blocked})

      expect(found?.placed.length).toBe(6)
      expect(findFaults(found, blocked)).toEqual([])
    }
  })

  test('should fill a page under a flag and over a strip', () => {
    const page = toPlantedPage(7, 2, 'slicing', 90)
    const {grid} = page.request.template
    const template = {
      ...page.request.template,
      grid: {...grid, lineCount: 118}
    }
    const blocked = [rectangle(0, 0, 8, 18), rectangle(0, 108, 8, 10)]
    const [found] = arrangePage({...toArrangeRequest(page), template, blocked})

    expect(findFaults(found, blocked)).toEqual([])
    expect(found?.placed[0]?.area).toMatchObject({
      columnIndex: 0,
      lineIndex: 18
    })
  })

  test.for([
    // Rectangles of two stories, columns by lines; what is blocked.
    ['half a page and a strip', [[4, 118]], [[8, 59]], []],
    [
      'two towers cut in two by a band',
      [[4, 100]],
      [[4, 100]],
      [rectangle(0, 50, 8, 18)]
    ]
  ] as const)(
    'should find nothing where cells are right but no cut fits: %s',
    ([, first, second, blocked]) => {
      expect(arrangeTwo(first, second, blocked)).toEqual([])
    }
  )

  test('should fill the same pages once a story has another shape', () => {
    const band = [rectangle(0, 50, 8, 18)]
    const tower = [4, 118] as const
    const half = [8, 50] as const

    expect(arrangeTwo([tower], [[8, 59], tower], [])).toHaveLength(1)
    expect(arrangeTwo([[4, 100], half], [[4, 100], half], band)).toHaveLength(1)
  })

  test.for([
    ['one block', 26, [2]],
    ['a block and the middle', 3, [1, 4]],
    ['a block and the middle', 5, [1, 4]],
    ['a block and the middle', 24, [1, 4]]
  ] as const)(
    'should fill a pinwheel around %s, page %i, where no straight cut is',
    ([, seed, fixedIndexes]) => {
      const request = toArrangeRequest(
        toPlantedPage(8, seed, 'pinwheel'),
        fixedIndexes
      )
      const [found] = arrangePage(request)

      expect(listInner(request)).not.toEqual([])
      expect(findFaults(found)).toEqual([])
      expect(found?.placed.slice(0, fixedIndexes.length)).toEqual(request.fixed)
    }
  )

  test('should fill around an obstacle with more stories than one tiling takes', () => {
    const request = toArrangeRequest(toPlantedPage(18, 1), [5])
    const [found] = arrangePage(request)

    // What stands along an edge would only make the page smaller.
    expect(listInner(request)).toHaveLength(1)
    expect(found?.placed.length).toBe(18)
    expect(findFaults(found)).toEqual([])
  })
})

describe('arrangePage with wishes', () => {
  test.for(['lower-left', 'lower-right', 'upper-right'] as const)(
    'should put a story at the %s corner',
    (corner) => {
      const leads: Array<number | undefined> = []
      for (let seed = 0; seed < 3; seed++) {
        const page = toPlantedPage(7, seed)
        const [found] = arrangePage(wish(page, 3, {corner}))

        expect(cornersOf(found?.placed[3]?.area)).toContain(corner)
        leads.push(found?.score.items['lead'])
      }
      // Not every page lets the lead have its corner, too.
      expect(leads).toContain(0)
    }
  )

  test('should put a story in a column', () => {
    for (let seed = 0; seed < 3; seed++) {
      const page = toPlantedPage(7, seed)
      const {columnIndex} = page.areas[4] ?? {columnIndex: 0}
      const [found] = arrangePage(
        wish(page, 4, {columnNumber: columnIndex + 1})
      )

      expect(found?.placed[4]?.area.columnIndex).toBe(columnIndex)
    }
  })

  test('should keep a story above the fold', () => {
    for (let seed = 0; seed < 4; seed++) {
      const page = toPlantedPage(8, seed)
      const area = arrangePage(wish(page, 6, {isAboveFold: true}))[0]?.placed[6]
        ?.area

      expect(area).toBeDefined()
      expect(
        (area?.lineIndex ?? 99) + (area?.lineCount ?? 99) / 2
      ).toBeLessThanOrEqual(59)
    }
  })

  test('should keep a group together', () => {
    for (let seed = 0; seed < 4; seed++) {
      const page = toPlantedPage(8, seed)
      const request = toArrangeRequest(page)
      const units = request.units.map((unit, index) =>
        index === 2 || index === 6
          ? {...unit, facts: {...unit.facts, group: 'pair'}}
          : unit
      )
      const [found] = arrangePage({...request, units})
      const [a, b] = [found?.placed[2]?.area, found?.placed[6]?.area]

      expect(a && b && touches(a, b)).toBe(true)
      expect(findFaults(found)).toEqual([])
    }
  })
})

describe('arrangePage as a choice', () => {
  test('should offer arrangements that differ, the best first', () => {
    const found = arrangePage({
      ...toArrangeRequest(toPlantedPage(8, 5)),
      count: 3
    })
    const [first, second, third] = found

    expect(found.length).toBe(3)
    expect(first?.score.total).toBeLessThanOrEqual(second?.score.total ?? 0)
    expect(second?.score.total).toBeLessThanOrEqual(third?.score.total ?? 0)
    expect(countMoved(first, second)).toBeGreaterThan(2)
    expect(countMoved(first, third)).toBeGreaterThan(2)
    expect(countMoved(second, third)).toBeGreaterThan(2)
  })

  test('should stay with the plan before, even if it is not the best', () => {
    const request = toArrangeRequest(toPlantedPage(8, 6))
    const [best, other] = arrangePage({...request, count: 2})
    const previous = toPrevious(other)
    const [again] = arrangePage({...request, previous})

    expect(countMoved(best, other)).toBeGreaterThan(2)
    expect(countMoved(again, other)).toBe(0)
    expect(again?.score.items['moved']).toBe(0)
  })
})

/** List what stands inside the page, not along its edges. */
function listInner({fixed}: ArrangeRequest): ReadonlyArray<LatticeRect> {
  const areas = fixed.map(({area}) => area)
  return toBoard(rectangle(0, 0, 8, 118), areas).obstacles
}

function wish(
  page: PlantedPage,
  index: number,
  pin: NonNullable<Unit['pin']>
): ArrangeRequest {
  const request = toArrangeRequest(page)
  const units = request.units.map((unit, at) =>
    at === index ? {...unit, pin} : unit
  )
  return {...request, units}
}

function rectangle(
  columnIndex: number,
  lineIndex: number,
  columnCount: number,
  lineCount: number
): LatticeRect {
  return {columnIndex, lineIndex, columnCount, lineCount}
}

/** List modules that overlap, and say how many cells nothing covers. */
function findFaults(
  found: Arrangement | undefined,
  blocked: ReadonlyArray<LatticeRect> = []
): Array<string> {
  if (!found) return ['not filled']
  const areas = [...found.placed.map(({area}) => area), ...blocked]
  const faults: Array<string> = []
  let cellCount = 0
  for (const [index, area] of areas.entries()) {
    cellCount += area.columnCount * area.lineCount
    const {columnCount, columnIndex, lineCount, lineIndex} = area
    if (columnIndex < 0 || columnIndex + columnCount > 8) faults.push('wide')
    if (lineIndex < 0 || lineIndex + lineCount > 118) faults.push('deep')
    for (const other of areas.slice(index + 1)) {
      if (overlaps(area, other)) faults.push('overlap')
    }
  }
  if (cellCount !== 8 * 118) faults.push(`covers ${cellCount} cells`)
  return faults
}

function cornersOf(area: LatticeRect | undefined): Array<PageCorner> {
  if (!area) return []
  const isLeft = area.columnIndex === 0
  const isRight = area.columnIndex + area.columnCount === 8
  const isUpper = area.lineIndex === 0
  const isLower = area.lineIndex + area.lineCount === 118
  const corners: Array<PageCorner> = []
  if (isLeft && isUpper) corners.push('upper-left')
  if (isRight && isUpper) corners.push('upper-right')
  if (isLeft && isLower) corners.push('lower-left')
  if (isRight && isLower) corners.push('lower-right')
  return corners
}

function countMoved(
  a: Arrangement | undefined,
  b: Arrangement | undefined
): number {
  let count = 0
  for (const [index, {area}] of (a?.placed ?? []).entries()) {
    const other = b?.placed[index]?.area
    if (JSON.stringify(other) !== JSON.stringify(area)) count++
  }
  return count
}

function toPrevious(found: Arrangement | undefined): Map<string, LatticeRect> {
  return new Map(
    (found?.placed ?? []).map(({area, unit}) => [unitKey(unit), area])
  )
}

/** Arrange two stories that can only have rectangles of these sizes. */
function arrangeTwo(
  first: ReadonlyArray<readonly [columnCount: number, lineCount: number]>,
  second: ReadonlyArray<readonly [columnCount: number, lineCount: number]>,
  blocked: ReadonlyArray<LatticeRect>
): ReturnType<typeof arrangePage> {
  const {request, tables} = toPlantedPage(2, 1)
  const [candidate] = tables.flatMap((table) =>
    table.flatMap((row) => [...row.values()])
  )
  if (!candidate) throw new Error('Unexpected story without a shape')
  return arrangePage({
    template: request.template,
    units: request.units,
    tables: [first, second].map((sizes) =>
      Array.from(
        {length: 9},
        (_, width) =>
          new Map(
            sizes.flatMap(([columnCount, lineCount]) =>
              columnCount === width
                ? [[lineCount, {...candidate, lineCount}] as const]
                : []
            )
          )
      )
    ),
    fixed: [],
    blocked,
    count: 1
  })
}
