// Benchmark of the make-up desk: `npm run bench:makeup`, in some minutes.
//
// How many pages are filled to the line, how long it takes, and how many of
// them simpler ways fill. Pages have 8 columns of 118 lines; planted ones are
// known to be fillable. Seeds are fixed. A number after `--` takes so many
// pages of each kind: `npm run bench:makeup -- 10`.

import {arrangePage} from '../../src/makeup/arrange-page.ts'
import {makeUpPage} from '../../src/makeup/make-up-page.ts'
import {
  fillAtRandom,
  fillByLibrary,
  fillGreedily,
  type Baseline
} from './baselines.ts'
import {toPlantedPage, type Cutting} from './planted-page.ts'
import {toRandomPage} from './random-page.ts'
import {hasRealPage, openRealPage} from './real-page.ts'

const pageCount = Number(process.argv[2] ?? 100)

write(
  ['pages', 'filled', 'p50 ms', 'p90 ms', 'max ms'],
  ['greedy', 'random cuts', '20 templates']
)
// Once for the engine of the language to warm up.
for (let seed = 900; seed < 910; seed++) arrange(10, seed, 'slicing')

for (const count of [6, 8, 10, 12]) reportPlanted(count, 'slicing', pageCount)
reportPlanted(14, 'slicing', Math.ceil(pageCount / 4))
for (const count of [16, 20, 24]) {
  reportPlanted(count, 'slicing', pageCount, true)
  reportPlanted(count, 'slicing', Math.ceil(pageCount / 4))
}
for (const count of [5, 6, 7, 8, 9, 10]) {
  reportPlanted(count, 'pinwheel', pageCount)
}
reportRandom(pageCount)
if (hasRealPage) await reportReal()
else console.log('real page: skipped, no ../shared/seed-page/page.txt')
reportIssue()

function reportPlanted(
  count: number,
  cutting: Cutting,
  pages: number,
  isHasty = false
): void {
  const times: Array<number> = []
  let filledCount = 0
  const baselines: ReadonlyArray<Baseline> = [
    fillGreedily,
    fillAtRandom,
    fillByLibrary
  ]
  const others = baselines.map(() => 0)
  for (let seed = 0; seed < pages; seed++) {
    const {isFilled, tables, timeMs} = arrange(count, seed, cutting, isHasty)
    times.push(timeMs)
    if (isFilled) filledCount++
    for (const [index, fill] of baselines.entries()) {
      if (fill(tables, 118)) others[index] = (others[index] ?? 0) + 1
    }
  }
  const how = isHasty ? ', first fill' : ''
  writeTimes(
    `planted ${cutting}, n = ${count}${how}`,
    filledCount,
    times,
    others
  )
}

function arrange(
  count: number,
  seed: number,
  cutting: Cutting,
  isHasty = false
): Pick<ReturnType<typeof toPlantedPage>, 'tables'> & {
  isFilled: boolean
  timeMs: number
} {
  const {request, tables} = toPlantedPage(count, seed, cutting)
  const start = performance.now()
  const [found] = arrangePage({
    template: request.template,
    units: request.units,
    tables,
    fixed: [],
    blocked: [],
    count: 1,
    isHasty
  })
  const timeMs = performance.now() - start
  return {tables, timeMs, isFilled: found?.placed.length === count}
}

function reportRandom(pages: number): void {
  const times: Array<number> = []
  let filledCount = 0
  for (let seed = 0; seed < pages; seed++) {
    const ratio = 0.96 + (0.08 * seed) / Math.max(1, pages - 1)
    const request = toRandomPage(6 + (seed % 7), seed + 1, ratio)
    const start = performance.now()
    const {isFilled} = makeUpPage(request)
    times.push(performance.now() - start)
    if (isFilled) filledCount++
  }
  writeTimes('random, 96–104 % copy, n = 6–12', filledCount, times, [])
}

async function reportReal(): Promise<void> {
  const toPage = await openRealPage()
  const times: Array<number> = []
  let filledCount = 0
  for (let lineCount = 104; lineCount <= 124; lineCount++) {
    const request = toPage(lineCount)
    // The first run asks the composing room, which remembers.
    makeUpPage(request)
    const start = performance.now()
    const {isFilled, missedLineCount} = makeUpPage(request)
    times.push(performance.now() - start)
    if (isFilled && missedLineCount === 0) filledCount++
  }
  writeTimes('real page, 104–124 lines', filledCount, times, [])
}

function reportIssue(): void {
  const pages = Array.from({length: 24}, (_, index) =>
    toRandomPage(index < 8 ? 9 : 8, 200 + index, 1)
  )
  let storyCount = 0
  for (const {units} of pages) storyCount += units.length
  const start = performance.now()
  let filledCount = 0
  for (const page of pages) if (makeUpPage(page).isFilled) filledCount++
  const seconds = (performance.now() - start) / 1000
  console.log(
    `issue of ${pages.length} pages, ${storyCount} stories: ${filledCount} filled, ${seconds.toFixed(2)} s`
  )
}

function writeTimes(
  name: string,
  filledCount: number,
  times: Array<number>,
  others: ReadonlyArray<number>
): void {
  times.sort((a, b) => a - b)
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
      .toFixed(1)
      .padStart(7)
  write(
    [name, `${filledCount}/${times.length}`, at(0.5), at(0.9), at(1)],
    others.map((count) => `${count}/${times.length}`)
  )
}

function write(
  [name = '', ...cells]: ReadonlyArray<string>,
  others: ReadonlyArray<string>
): void {
  const columns = [
    ...cells.map((cell) => cell.padStart(8)),
    ...others.map((cell) => cell.padStart(13))
  ]
  console.log(`${name.padEnd(34)}${columns.join('')}`)
}
