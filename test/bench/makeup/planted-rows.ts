// Planted pages: known to be fillable, so all of them have to be filled. The
// same pages are given to the baselines.

import {arrangePage} from '../../../src/makeup/arrange-page.ts'
import {
  fillAtRandom,
  fillByLibrary,
  fillGreedily,
  type Baseline
} from '../baselines.ts'
import {toPlantedPage, type Cutting, type PlantedPage} from '../planted-page.ts'
import type {BenchRow, Goal, PageTime} from './bench-row.ts'
import {timePage} from './time-page.ts'

/** Pages of so many stories, cut up in one way. */
export interface PlantedKind {
  storyCount: number
  cutting: Cutting
  pageCount: number
  /** Whether the first fill will do (default: no, the best is looked for). */
  isHasty?: boolean
  goal?: Goal
}

const baselines: ReadonlyArray<Baseline> = [
  fillGreedily,
  fillAtRandom,
  fillByLibrary
]

/** Fill pages that straight cuts part, the best way there is. */
export function listSlicedKinds(pageCount: number): Array<PlantedKind> {
  const medians = new Map([
    [6, 10],
    [8, 10],
    [10, 60],
    [12, 250],
    [14, 1000]
  ])
  return [...medians].map(([storyCount, medianMs]) => ({
    storyCount,
    cutting: 'slicing',
    pageCount,
    goal: {filledRatio: 1, medianMs}
  }))
}

/** Fill pages of more stories: at all, and as well as it goes. */
export function listBigKinds(pageCount: number): Array<PlantedKind> {
  return [16, 20, 24].flatMap((storyCount): Array<PlantedKind> => [
    {
      storyCount,
      cutting: 'slicing',
      pageCount,
      isHasty: true,
      goal: {filledRatio: 1, medianMs: 100}
    },
    {
      storyCount,
      cutting: 'slicing',
      pageCount: Math.ceil(pageCount / 4),
      goal: {filledRatio: 1}
    }
  ])
}

/** Fill pages that no straight cut parts. */
export function listSpunKinds(pageCount: number): Array<PlantedKind> {
  return [5, 6, 7, 8, 9, 10].map((storyCount) => ({
    storyCount,
    cutting: 'pinwheel',
    pageCount,
    goal: {filledRatio: 1}
  }))
}

/** Fill planted pages, by ourselves and by the baselines. */
export function benchPlanted(kind: PlantedKind): BenchRow {
  const {cutting, goal, isHasty = false, pageCount, storyCount} = kind
  const times: Array<PageTime> = []
  const others = baselines.map(() => 0)
  let filledCount = 0
  for (let seed = 0; seed < pageCount; seed++) {
    const page = toPlantedPage(storyCount, seed, cutting)
    const {result, time} = timePage(() => arrange(page, isHasty))
    times.push(time)
    if (result?.placed.length === storyCount) filledCount++
    for (const [index, fill] of baselines.entries()) {
      if (fill(page.tables, 118)) others[index] = (others[index] ?? 0) + 1
    }
  }
  const how = isHasty ? ', first fill' : ''
  return {
    name: `planted ${cutting}, n = ${storyCount}${how}`,
    filledCount,
    times,
    others,
    ...(goal ? {goal} : {})
  }
}

/** Let the engine of the language warm up. */
export function warmUp(): void {
  for (let seed = 900; seed < 910; seed++) {
    arrange(toPlantedPage(10, seed, 'slicing'), false)
  }
}

function arrange(
  {request: {template, units}, tables}: PlantedPage,
  isHasty: boolean
): ReturnType<typeof arrangePage>[number] | undefined {
  return arrangePage({
    template,
    units,
    tables,
    fixed: [],
    blocked: [],
    count: 1,
    isHasty
  })[0]
}
