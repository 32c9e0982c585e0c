import {describe, expect, test} from 'vitest'
import {arrangePage} from '../../src/makeup/arrange-page.ts'
import {toRectangles} from '../../src/makeup/board.ts'
import {listCutoffs} from '../../src/makeup/cutoffs.ts'
import {listRungs} from '../../src/makeup/ladder.ts'
import {listDoglegs} from '../../src/makeup/list-doglegs.ts'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import {listDraftsByWidth, toShapeTable} from '../../src/makeup/shape-table.ts'
import type {DoglegShape} from '../../src/makeup/tile-bounds.ts'
import type {PageRequest, Unit} from '../../src/makeup/unit.ts'
import type {PlannedModule} from '../../src/model/plan.ts'
import {toRequest, type Copy} from './desk.ts'

const rung = listRungs({})[0] ?? new Set()

function list(request: PageRequest): Array<DoglegShape> {
  const unit = first(request)
  return listDoglegs(unit, request, () =>
    listDraftsByWidth(unit, request, rung)
  )
}

describe('listDoglegs', () => {
  test('should list none for modular make-up', () => {
    const request = toRequest([{slug: 'long', characterCount: 1400}])

    expect(list(request)).toEqual([])
  })

  test.for([
    ['a photo', {kind: 'photo', characterCount: 0}],
    ['a brief', {characterCount: 120}],
    ['an advertisement', {size: {columnCount: 4, lineCount: 20}}]
  ] as const)('should list none for %s', ([, other]) => {
    const request = toInterlocking([
      {slug: 'long', characterCount: 1400, ...other}
    ])

    expect(list(request)).toEqual([])
  })

  test('should leave no more than a line blank in legs and notch', () => {
    const request = toInterlocking([{slug: 'long', characterCount: 1400}])
    const doglegs = list(request)

    expect(doglegs.length).toBeGreaterThan(20)
    for (const {candidate, columnCount, lineCount, notch} of doglegs) {
      const {body, head} = candidate?.setting ?? {}
      const cellCount =
        columnCount * (lineCount - (head?.headLineCount ?? 0)) -
        notch.columnCount * notch.lineCount
      const blankLineCount = cellCount - (body?.bodyLineCount ?? 0)

      expect(candidate?.shape.notch).toEqual(notch)
      expect(blankLineCount).toBeGreaterThanOrEqual(0)
      expect(blankLineCount).toBeLessThanOrEqual(1)
      expect(notch.columnCount * 2).toBeLessThanOrEqual(columnCount)
    }
  })
})

describe('arrangePage with doglegs', () => {
  test('should set a story in an L around others, to the line', () => {
    let dogleggedCount = 0
    for (let attempt = 0; attempt < 12; attempt++) {
      const page = plantAround(attempt)
      if (!page) continue
      dogleggedCount++
      const [found] = arrangePage({
        template: page.template,
        units: page.units,
        tables: page.tables,
        doglegs: [[page.dogleg], []],
        fixed: [],
        blocked: [],
        count: 1
      })
      const [outer, inner] = found?.placed ?? []
      const {notch} = page.dogleg
      const {columnCount, lineCount} = page.template.grid

      expect(outer?.candidate.shape.notch).toEqual(notch)
      expect(outer?.area).toMatchObject({columnCount, lineCount})
      expect(inner?.area).toEqual({
        columnCount: notch.columnCount,
        lineCount: notch.lineCount,
        columnIndex:
          notch.side === 'left' ? 0 : columnCount - notch.columnCount,
        lineIndex: lineCount - notch.lineCount
      })
    }
    expect(dogleggedCount).toBeGreaterThan(5)
  })
})

describe('makeUpPage, interlocking', () => {
  const copy = [560, 1350, 800, 2100, 830, 770, 1300, 640].map(
    (characterCount, index): Copy => ({slug: `story-${index}`, characterCount})
  )

  test('should cover every cell once, with an L or more', () => {
    let bentCount = 0
    for (const lineCount of [93, 102, 108]) {
      const request = toInterlocking(copy, lineCount)
      // As if it cost nothing to bend a story.
      const template = {...request.template, costs: {dogleg: 0}}
      const {isFilled, plan} = makeUpPage({...request, template})
      const cells = listCells(plan.modules)
      for (const {shape} of plan.modules) if (shape.notch) bentCount++

      expect(isFilled).toBe(true)
      expect(cells.length).toBe(8 * lineCount)
      expect(new Set(cells).size).toBe(8 * lineCount)
    }
    expect(bentCount).toBeGreaterThan(0)
  })

  test('should draw rules along both sides of a notch', () => {
    const cutoffs = listCutoffs([
      toModule('l', 0, 4, 0, 40, {
        notch: {side: 'right', columnCount: 2, lineCount: 15}
      }),
      toModule('inner', 2, 2, 25, 15)
    ])

    expect(cutoffs).toEqual([
      {direction: 'vertical', columnIndex: 2, lineIndex: 25, count: 15},
      {direction: 'horizontal', columnIndex: 2, lineIndex: 25, count: 2}
    ])
  })
})

/** A page that is a story in an L and one in its notch. */
function plantAround(attempt: number):
  | {
      template: PageRequest['template']
      units: ReadonlyArray<Unit>
      tables: ReadonlyArray<ReturnType<typeof toShapeTable>>
      dogleg: DoglegShape
    }
  | undefined {
  const lone = toInterlocking([
    {slug: 'outer', characterCount: 1200 + attempt * 57}
  ])
  const doglegs = list(lone).filter(({notch}) => notch.lineCount > 18)
  const dogleg = doglegs[(attempt * 7) % doglegs.length]
  if (!dogleg) return undefined
  const {columnCount, lineCount, notch} = dogleg

  for (let characterCount = 150; characterCount < 2500; characterCount += 20) {
    const both = toInterlocking([
      {slug: 'outer', characterCount: 1200 + attempt * 57},
      {slug: 'inner', characterCount}
    ])
    const template = {
      ...both.template,
      grid: {...both.template.grid, columnCount, lineCount}
    }
    const request = {...both, template}
    const tables = both.units.map((unit) => toShapeTable(unit, request, rung))
    if (tables[1]?.[notch.columnCount]?.has(notch.lineCount)) {
      return {template, units: both.units, tables, dogleg}
    }
  }
  return undefined
}

function toInterlocking(
  copy: ReadonlyArray<Copy>,
  lineCount = 118
): PageRequest {
  const request = toRequest(copy, lineCount)
  return {
    ...request,
    template: {...request.template, makeUp: 'interlocking'}
  }
}

function first({units}: PageRequest): Unit {
  const [unit] = units
  if (!unit) throw new Error('Unexpected page without units')
  return unit
}

function listCells(modules: ReadonlyArray<PlannedModule>): Array<number> {
  const cells: Array<number> = []
  for (const {area, shape} of modules) {
    for (const part of toRectangles(area, shape.notch)) {
      for (let x = 0; x < part.columnCount; x++) {
        for (let y = 0; y < part.lineCount; y++) {
          cells.push((part.lineIndex + y) * 100 + part.columnIndex + x)
        }
      }
    }
  }
  return cells
}

function toModule(
  slug: string,
  columnIndex: number,
  columnCount: number,
  lineIndex: number,
  lineCount: number,
  shape: Partial<PlannedModule['shape']> = {}
): PlannedModule {
  return {
    slug,
    part: 'whole',
    area: {columnIndex, columnCount, lineIndex, lineCount},
    shape: {
      columnCount,
      legCount: columnCount,
      headline: {sizeStep: 0, rowCount: 1},
      pictures: [],
      frame: 'none',
      ...shape
    }
  }
}
