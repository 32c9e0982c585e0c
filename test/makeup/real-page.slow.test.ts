// The real page at every depth, its lines composed.

import {describe, expect, test} from 'vitest'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import type {PageRequest} from '../../src/makeup/unit.ts'
import {hasRealPage, openRealPage} from '../bench/real-page.ts'

if (!hasRealPage) {
  test.skip('the real page is not here: no ../shared/seed-page/page.txt')
}

describe.runIf(hasRealPage)('the real page', () => {
  let toPage: (lineCount: number) => PageRequest

  test.for(Array.from({length: 21}, (_, index) => 104 + index))(
    'should be full to the line at %i lines',
    async (lineCount) => {
      toPage ??= await openRealPage()
      const request = toPage(lineCount)
      const {isFilled, missedLineCount, plan, unplaced} = makeUpPage(request)
      const mostBlank = request.template.limits['shortLines'] ?? 8
      let cellCount = 0
      for (const {area, fit} of plan.modules) {
        cellCount += area.columnCount * area.lineCount
        expect(fit?.slackLineCount).toBeLessThanOrEqual(mostBlank)
      }

      expect(isFilled).toBe(true)
      expect(missedLineCount).toBe(0)
      expect(unplaced).toEqual([])
      expect(plan.modules.length).toBe(10)
      expect(cellCount).toBe(8 * lineCount)
    }
  )
})
