import {describe, expect, test} from 'vitest'
import {
  toLeftTemplate,
  toSpreadTemplate
} from '../../src/template/turn-template.ts'
import {toTemplate} from '../makeup/desk.ts'

const template = toTemplate()
const {grid, sheet} = template
const widthPt =
  grid.columnCount * (grid.measurePt + grid.gutterPt) - grid.gutterPt

describe('toSpreadTemplate', () => {
  test('should use the gutter between the pages', () => {
    const spread = toSpreadTemplate(template)
    const {columnCount, gutterPt, measurePt, xPt} = spread.grid
    const outerPt = sheet.widthPt - grid.xPt - widthPt
    const rightPt = xPt + columnCount * (measurePt + gutterPt) - gutterPt

    expect(spread.sheet.widthPt).toBe(sheet.widthPt * 2)
    expect(xPt).toBeCloseTo(outerPt)
    expect(rightPt).toBeCloseTo(spread.sheet.widthPt - outerPt)
  })

  test('should leave the fold in the middle of a gutter', () => {
    const spread = toSpreadTemplate(template)
    const {columnCount, gutterPt, measurePt, xPt} = spread.grid
    const before = (columnCount / 2) * (measurePt + gutterPt)

    expect(xPt + before - gutterPt / 2).toBeCloseTo(spread.foldPt ?? 0)
  })

  test('should take the columns the template asks for', () => {
    const asked = {columnCount: 12, measurePt: 153}
    const spread = toSpreadTemplate({...template, spread: asked})

    expect(spread.grid).toMatchObject(asked)
    expect(spread.legs.minMeasurePt).toBeLessThanOrEqual(153)
  })

  test('should have larger headlines across both pages', () => {
    const {ladder} = toSpreadTemplate(template).headlines

    expect(ladder.get(8)).toEqual(template.headlines.ladder.get(8))
    expect(ladder.get(16)?.[0]).toBeGreaterThan(ladder.get(8)?.[0] ?? 0)
  })
})

describe('toLeftTemplate', () => {
  test('should keep the inner margin inside', () => {
    const xPt = grid.xPt + 10
    const left = toLeftTemplate({...template, grid: {...grid, xPt}})

    expect(sheet.widthPt - left.grid.xPt - widthPt).toBeCloseTo(xPt)
    expect(left.name).not.toBe(template.name)
  })

  test('should change nothing where both margins are equal', () => {
    const xPt = (sheet.widthPt - widthPt) / 2
    const even = {...template, grid: {...grid, xPt}}

    expect(toLeftTemplate(even)).toBe(even)
  })
})
