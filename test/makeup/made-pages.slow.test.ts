// Whole issues of made-up copy, made up and composed: nothing overset, no
// column short beyond the template's slack, every cell of the page used once.

import {describe, expect, test} from 'vitest'
import {makeUpIssue} from '../../src/makeup/makeup.ts'
import type {PagePlan} from '../../src/model/plan.ts'
import type {Template} from '../../src/template/template.ts'
import {openMadeDesk, toMadeIssueRequest} from '../made/open-made-desk.ts'

describe('made-up issues', () => {
  test.each(['broadsheet', 'tabloid', 'broadsheet-en'] as const)(
    'should fill to the line in %s',
    async (template) => {
      const desk = await openMadeDesk({
        seed: 31,
        pageCount: 6,
        storiesPerPage: 8,
        template
      })
      const request = toMadeIssueRequest(desk)
      const {results} = makeUpIssue(request)

      expect(results).toHaveLength(6)
      for (const {isFilled, plan} of results) {
        const design = request.templates.get(plan.pageNumber)
        if (!design) throw new TypeError('Unexpected page without a design')
        const mostBlank = design.limits['shortLines'] ?? 8
        expect(isFilled).toBe(true)
        expect(countUses(plan, design)).toEqual(new Set([1]))
        for (const module of desk.room.composePage(plan).children) {
          if (module.type !== 'module') continue
          const {oversetLineCount, shortLineCount} = module.facts
          const {slug} = module
          expect({slug, oversetLineCount}).toEqual({slug, oversetLineCount: 0})
          expect(shortLineCount, slug).toBeLessThanOrEqual(mostBlank)
        }
      }
    }
  )
})

/** How many modules the cells of the page belong to. */
function countUses(plan: PagePlan, {grid}: Template): Set<number> {
  const {columnCount, lineCount} = grid
  const cells = new Uint8Array(columnCount * lineCount)
  for (const {area} of plan.modules) {
    for (let line = 0; line < area.lineCount; line++) {
      for (let column = 0; column < area.columnCount; column++) {
        const y = area.lineIndex + line
        const cell = y * columnCount + area.columnIndex + column
        cells[cell] = (cells[cell] ?? 0) + 1
      }
    }
  }
  return new Set(cells)
}
