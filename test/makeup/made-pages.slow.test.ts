// Whole issues of made-up copy, made up and composed: nothing overset, no
// column short beyond the template's slack, every cell of the page used once.

import {describe, expect, test} from 'vitest'
import {makeUpIssue} from '../../src/makeup/makeup.ts'
import type {PagePlan, StoryFacts} from '../../src/model/plan.ts'
import type {Template} from '../../src/template/template.ts'
import {openMadeDesk, type MadeDesk} from '../made/open-made-desk.ts'

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
      const page = desk.templates.byName.get(template)
      if (!page) throw new TypeError(`Unexpected missing \`${template}\``)
      const results = makeUp(desk, page)
      const mostBlank = page.limits['shortLines'] ?? 8

      expect(results).toHaveLength(6)
      for (const {isFilled, plan} of results) {
        expect(isFilled).toBe(true)
        expect(countUses(plan, page)).toEqual(new Set([1]))
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

function makeUp(desk: MadeDesk, template: Template) {
  const facts = new Map<string, StoryFacts>()
  for (const {pageNumber} of desk.issue.children) {
    for (const one of desk.room.facts(pageNumber)) facts.set(one.slug, one)
  }
  return makeUpIssue({
    pages: desk.issue.children,
    templates: new Map(
      desk.issue.children.map(({pageNumber}) => [pageNumber, template])
    ),
    facts,
    castOff: (pageNumber) => desk.room.castOff(pageNumber)
  }).results
}

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
