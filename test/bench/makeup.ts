// Benchmark of the make-up desk: `npm run bench:makeup`. How many pages are
// filled exactly, and how long it takes, on pages that are known to be
// fillable.

import {arrangePage} from '../../src/makeup/arrange-page.ts'
import {toPlantedPage, type Cutting} from './planted-page.ts'

for (const count of [6, 8, 10, 12]) report(count, 'slicing', 20)
for (const count of [5, 6, 7, 8, 9, 10]) report(count, 'pinwheel', 20)

function report(count: number, cutting: Cutting, pageCount: number): void {
  const times: Array<number> = []
  let filledCount = 0
  for (let seed = 0; seed < pageCount; seed++) {
    const {request, tables} = toPlantedPage(count, seed, cutting)
    const start = performance.now()
    const [found] = arrangePage({
      template: request.template,
      units: request.units,
      tables,
      fixed: [],
      blocked: [],
      count: 1
    })
    times.push(performance.now() - start)
    if (found) filledCount++
  }
  times.sort((a, b) => a - b)
  const median = times[times.length >> 1] ?? 0
  console.log(
    `${cutting} n=${count}: ${filledCount}/${pageCount}, median ${median.toFixed(1)} ms`
  )
}
