import {describe, expect, test} from 'vitest'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import {toSpreadTemplate} from '../../src/template/turn-template.ts'
import {toRequest, toTemplate, type Copy} from './desk.ts'

const counts = [5000, 3500, 2950, 2400, 2050, 1700, 1500, 1300]

describe('a double-page spread', () => {
  test.for([1, 0.97, 1.02])(
    'should be filled as one, no leg across the fold (copy × %f)',
    (ratio) => {
      const copy = counts.map((count, index): Copy => ({
        slug: `story-${index}`,
        characterCount: Math.round(count * ratio)
      }))
      const template = toSpreadTemplate(toTemplate())
      const {isFilled, plan} = makeUpPage({...toRequest(copy), template})
      const fold = template.grid.columnCount / 2
      const across = plan.modules.filter(
        ({area}) =>
          area.columnIndex < fold && fold < area.columnIndex + area.columnCount
      )

      expect(isFilled).toBe(true)
      expect(across.length).toBeGreaterThan(0)
      for (const {area, shape} of across) {
        const legs =
          ((fold - area.columnIndex) * shape.legCount) / area.columnCount
        expect(Number.isInteger(legs)).toBe(true)
      }
    }
  )
})
