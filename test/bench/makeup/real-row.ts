// The real page at every depth from 104 to 124 lines, from line counts the
// composing room gives.

import {makeUpPage} from '../../../src/makeup/make-up-page.ts'
import {openRealPage} from '../real-page.ts'
import type {BenchRow, PageTime} from './bench-row.ts'
import {timePage} from './time-page.ts'

/** Make up the real page at every depth. */
export async function benchReal(): Promise<BenchRow> {
  const toPage = await openRealPage()
  const times: Array<PageTime> = []
  let filledCount = 0
  for (let lineCount = 104; lineCount <= 124; lineCount++) {
    const request = toPage(lineCount)
    // The first run asks the composing room, which remembers.
    makeUpPage(request)
    const {result, time} = timePage(() => makeUpPage(request))
    times.push(time)
    if (result.isFilled && result.missedLineCount === 0) filledCount++
  }
  return {
    name: 'real page, 104–124 lines',
    filledCount,
    times,
    goal: {filledRatio: 1, mostMs: 150}
  }
}
