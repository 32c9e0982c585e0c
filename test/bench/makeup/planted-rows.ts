// Planted pages: known to be fillable, so all of them have to be filled. The
// same pages are given to the baselines.

import {arrangePage} from '../../../src/makeup/arrange-page.ts'
import {
  fillAtRandom,
  fillByLibrary,
  fillGreedily,
  type Baseline
} from '../baselines.ts'
import {toArrangeRequest, toPlantedPage, type Cutting} from '../planted-page.ts'
import type {BenchRow, Goal, PageTime} from './bench-row.ts'
import {timePage} from './time-page.ts'

/** Pages of so many stories, cut up in one way. */
export interface PlantedKind {
  storyCount: number
  cutting: Cutting
  pageCount: number
  /** Whether the first fill will do (default: no, the best is looked for). */
  isHasty?: boolean
  /** Stories that stand where they were planted (default: none). */
  fixedIndexes?: ReadonlyArray<number>
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

/** Fill pages around what stands already; with pinwheels no cut goes round. */
export function listAroundKinds(pageCount: number): Array<PlantedKind> {
  const kinds: Array<[number, Cutting, Array<number>]> = [
    [8, 'slicing', [2]],
    [8, 'slicing', [0, 3, 5]],
    [8, 'pinwheel', [2]],
    [8, 'pinwheel', [1, 4]],
    [18, 'slicing', [5]]
  ]
  return kinds.map(([storyCount, cutting, fixedIndexes]) => ({
    storyCount,
    cutting,
    fixedIndexes,
    pageCount: storyCount > 14 ? Math.ceil(pageCount / 4) : pageCount,
    goal: {filledRatio: 1}
  }))
}

/** Fill planted pages, by ourselves and by the baselines. */
export function benchPlanted(kind: PlantedKind): BenchRow {
  const {cutting, goal, isHasty = false, pageCount, storyCount} = kind
  const {fixedIndexes = []} = kind
  const times: Array<PageTime> = []
  const others = baselines.map(() => 0)
  let filledCount = 0
  for (let seed = 0; seed < pageCount; seed++) {
    const page = toPlantedPage(storyCount, seed, cutting)
    const request = {...toArrangeRequest(page, fixedIndexes), isHasty}
    const {result, time} = timePage(() => arrangePage(request))
    times.push(time)
    if (result[0]?.placed.length === storyCount) filledCount++
    if (fixedIndexes.length > 0) continue
    for (const [index, fill] of baselines.entries()) {
      if (fill(page.tables, 118)) others[index] = (others[index] ?? 0) + 1
    }
  }
  const around = ` around ${fixedIndexes.length}`
  const how = isHasty ? ', first fill' : fixedIndexes.length > 0 ? around : ''
  return {
    name: `planted ${cutting}, n = ${storyCount}${how}`,
    filledCount,
    times,
    ...(fixedIndexes.length > 0 ? {} : {others}),
    ...(goal ? {goal} : {})
  }
}

/** Let the engine of the language warm up. */
export function warmUp(): void {
  for (let seed = 900; seed < 910; seed++) {
    arrangePage(toArrangeRequest(toPlantedPage(10, seed, 'slicing')))
  }
}
