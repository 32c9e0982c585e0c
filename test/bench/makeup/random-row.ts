// Random pages: nobody knows whether they can be filled. What is refused has
// to come with changes, and each of them is made, as little and as much as it
// says, and has to fill the page.

import {makeUpPage} from '../../../src/makeup/make-up-page.ts'
import {applyToCopy} from '../../makeup/apply-to-copy.ts'
import {toRequest} from '../../makeup/desk.ts'
import {toRandomCopy} from '../random-page.ts'
import type {BenchRow, PageTime} from './bench-row.ts'
import {timePage} from './time-page.ts'

/** Make up pages whose copy is 96–104 % of their space. */
export function benchRandom(pageCount: number): BenchRow {
  const times: Array<PageTime> = []
  const counts = {filled: 0, refused: 0, withFix: 0, ways: 0, work: 0}
  for (let seed = 0; seed < pageCount; seed++) {
    const ratio = 0.96 + (0.08 * seed) / Math.max(1, pageCount - 1)
    const copy = toRandomCopy(6 + (seed % 7), seed + 1, ratio)
    const request = toRequest(copy)
    const {result, time} = timePage(() => makeUpPage(request))
    times.push(time)
    if (result.isFilled) {
      counts.filled++
      continue
    }
    counts.refused++
    if (result.fixes.length > 0) counts.withFix++
    for (const fix of result.fixes) {
      for (const changed of applyToCopy(fix, copy)) {
        counts.ways++
        if (makeUpPage(toRequest(changed)).isFilled) counts.work++
      }
    }
  }
  const {filled, refused, ways, withFix, work} = counts
  return {
    name: 'random, 96–104 % copy, n = 6–12',
    filledCount: filled,
    times,
    goal: {filledRatio: 0.95},
    remark: `${refused} refused, ${withFix} of them with changes; done to the copy, ${work}/${ways} fill the page`,
    isRemarkGood: withFix === refused && work === ways
  }
}
