// Thin pages: copy for a tenth to six tenths of a page. It is not puffed up:
// legs keep a depth, the lead keeps its rank, white stands in one place.

import {describe, expect, test} from 'vitest'
import {countShortest} from '../../src/makeup/leave-out-thin.ts'
import {tryPage} from '../../src/makeup/make-up-page.ts'
import {openMadeDesk, toPageRequest} from '../made/open-made-desk.ts'

const templates = ['broadsheet', 'tabloid', 'broadsheet-en'] as const
const amounts = [
  {fillRatio: 0.1, storiesPerPage: 3},
  {fillRatio: 0.3, storiesPerPage: 5},
  {fillRatio: 0.6, storiesPerPage: 7}
]
const rows = templates.flatMap((template) =>
  amounts.map((amount) => ({template, ...amount}))
)

describe('thin pages', () => {
  test.each(rows)(
    'should not be puffed up: $template, $fillRatio',
    async (row) => {
      const desk = await openMadeDesk({
        seed: 31,
        pageCount: 1,
        withJumps: false,
        ...row
      })
      const request = toPageRequest(desk, 1)
      const {blankCharacterCount, blankLineCount, isFilled, missed, plan} =
        tryPage(request)
      const {grid} = request.template
      const pageCount = grid.columnCount * grid.lineCount
      const lead = missed?.placed.find(({unit}) => unit.rank === 0)
      const leadPt = lead?.candidate.headlineSizePt ?? 0

      expect(plan.modules).toHaveLength(row.storiesPerPage)
      for (const {candidate, unit} of missed?.placed ?? []) {
        const {shape} = candidate
        const {facts, rank} = unit
        if (facts.kind === 'white' || facts.size) continue
        expect(candidate.oversetLineCount).toBe(0)
        if (rank > 0) expect(candidate.headlineSizePt).toBeLessThan(leadPt)
        if (candidate.setting && facts.kind !== 'photo') {
          const least = rank === 0 && facts.figures.length === 0 ? 3 : 5
          expect(countShortest(candidate.setting)).toBeGreaterThanOrEqual(least)
        }
        let pictureCells = 0
        for (const {legCount, lineCount} of shape.pictures) {
          pictureCells +=
            (legCount * lineCount * shape.columnCount) / shape.legCount
        }
        expect(pictureCells).toBeLessThanOrEqual(0.36 * pageCount)
      }
      if (isFilled) return
      const white = missed?.placed.filter(
        ({unit}) => unit.facts.kind === 'white'
      )
      expect(white).toHaveLength(1)
      const area = white?.[0]?.area
      expect((area?.lineIndex ?? 0) + (area?.lineCount ?? 0)).toBe(
        grid.lineCount
      )
      expect(blankLineCount).toBeGreaterThan(0)
      expect(blankCharacterCount).toBeGreaterThan(blankLineCount * 5)
    }
  )
})
