import {describe, expect, test} from 'vitest'
import {fullRung, listRungs} from '../../src/makeup/ladder.ts'
import {toShapeTable, type ShapeTable} from '../../src/makeup/shape-table.ts'
import {ladderSteps} from '../../src/model/template-settings.ts'
import type {Template} from '../../src/template/template.ts'
import {toRequest, toTemplate} from './desk.ts'

const rungs = listRungs({})

describe('the ladder', () => {
  test('should have every step once, in the order of the trade', () => {
    const order = rungs.flatMap((rung, index) =>
      [...rung].filter((step) => !rungs[index - 1]?.has(step))
    )

    expect(order).toEqual(ladderSteps)
  })

  test('should only ever add ways to fill a rectangle', () => {
    const tables = rungs.map((rung) => toTable({isBoxed: true}, rung))

    for (const [index, table] of tables.entries()) {
      for (const [width, row] of (tables[index - 1] ?? []).entries()) {
        for (const depth of row.keys()) {
          expect(table[width]?.has(depth)).toBe(true)
        }
      }
    }
  })

  test('should change the leading of frames only, and last', () => {
    const leads = (table: ShapeTable): number =>
      listShapes(table).filter(({leadingDelta = 0}) => leadingDelta !== 0)
        .length
    const before = rungs.at(-2)
    if (!before) throw new Error('Unexpected ladder without rungs')

    expect(leads(toTable({isBoxed: true}, fullRung))).toBeGreaterThan(0)
    expect(leads(toTable({isBoxed: true}, before))).toBe(0)
    expect(leads(toTable({isBoxed: false}, fullRung))).toBe(0)
  })

  test('should change the leading no more than the template allows', () => {
    const limits = {boxLeadingRatio: 0.02}
    const table = toTable({isBoxed: true}, fullRung, {limits})

    for (const row of table) {
      for (const {setting, shape} of row.values()) {
        const {leadingDelta = 0} = shape
        const lines = (setting?.legLineCount ?? 0) - leadingDelta
        if (leadingDelta !== 0) expect(1 / lines).toBeLessThanOrEqual(0.02)
      }
    }
  })
})

describe('headlines beside their legs', () => {
  const limits = {besideCharacters: 12}
  const isBeside = (shape: {headline: {setting?: string}}): boolean =>
    shape.headline.setting === 'beside'

  test('should be offered where the template has them', () => {
    const table = toTable({}, fullRung, {limits})
    const widths = table.flatMap((row, width) =>
      [...row.values()].some(({shape}) => isBeside(shape)) ? [width] : []
    )

    expect(Math.min(...widths)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...widths)).toBeLessThanOrEqual(4)
    expect(listShapes(toTable({}, fullRung)).some(isBeside)).toBe(false)
  })

  test.for([
    ['a lead', {rank: 0}],
    ['a long headline', {headlineCharacterCount: 13}],
    ['English copy', {lang: 'en'}]
  ] as const)('should not be offered to %s', ([, facts]) => {
    const table = toTable(facts, fullRung, {limits})

    expect(listShapes(table).some(isBeside)).toBe(false)
  })
})

function listShapes(table: ShapeTable) {
  return table.flatMap((row) => [...row.values()].map(({shape}) => shape))
}

/** Table of one story of 900 characters. */
function toTable(
  facts: {
    isBoxed?: boolean
    rank?: number
    headlineCharacterCount?: number
    lang?: string
  },
  rung: Parameters<typeof toShapeTable>[2],
  looks: Partial<Template> = {}
): ShapeTable {
  const request = toRequest([{slug: 'story', characterCount: 900}])
  const [unit] = request.units
  if (!unit) throw new Error('Unexpected request without a unit')
  const {rank = 3} = facts
  return toShapeTable(
    {...unit, rank, facts: {...unit.facts, ...facts}},
    {...request, template: {...toTemplate(), ...looks}},
    rung
  )
}
