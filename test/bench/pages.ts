// Random pages of made-up copy, composed: `npm run bench:pages`, in some
// minutes; `-- filled` or `-- refused` for a part of it.
//
// How many fill to the line, and how long that takes once the copy is cast off.
// And what fills the pages that are refused: every fix is done to the
// manuscripts. Times are of the processor.
//
// How much copy a page has is measured before it is made up: the cells that
// each story takes in the shape it costs least in, over the page’s cells. Only
// pages where that is 96–104 % count; no fillers are at hand.

import process from 'node:process'
import {listRungs} from '../../src/makeup/ladder.ts'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import {toShapeTable} from '../../src/makeup/shape-table.ts'
import type {PageRequest} from '../../src/makeup/unit.ts'
import {applyFix} from '../made/apply-fix.ts'
import {makeIssue} from '../made/make-issue.ts'
import {openFiles, openMadeDesk, toPageRequest} from '../made/open-made-desk.ts'
import {timePage} from './makeup/time-page.ts'

const templates = ['broadsheet', 'tabloid', 'broadsheet-en'] as const

/** Pages wanted of each template. */
const wantedCount = 36

const part = process.argv[2]
if (part !== 'refused') for (const one of templates) await reportFilled(one)
if (part !== 'filled') await reportRefusals()

/** Pages of about as much copy as they have room for. */
async function reportFilled(
  template: (typeof templates)[number]
): Promise<void> {
  let pageCount = 0
  let seenCount = 0
  let filledCount = 0
  let fixedCount = 0
  const times: Array<number> = []
  const ratios: Array<number> = []
  for (let seed = 100; pageCount < wantedCount && seed < 130; seed++) {
    const storiesPerPage = 6 + (seed % 3) * 2
    const desk = await openMadeDesk({
      template,
      seed,
      pageCount: 12,
      storiesPerPage,
      withJumps: false
    })
    for (const page of desk.issue.children) {
      const request = toPageRequest(desk, page.pageNumber)
      const ratio = measureCopy(request)
      ratios.push(ratio)
      seenCount++
      if (ratio < 0.96 || ratio > 1.04 || pageCount >= wantedCount) continue
      // The first run pays for casting off; the second is make-up alone.
      const {fixes, isFilled} = makeUpPage(request)
      times.push(timePage(() => makeUpPage(request)).time.processorMs)
      pageCount++
      if (isFilled) filledCount++
      else if (fixes.length > 0) fixedCount++
    }
  }
  say(
    `${template}, 6–10 stories: ${filledCount}/${pageCount} pages filled, ${fixedCount} refused with a fix, median ${median(times)} ms after cast-off (of ${seenCount} pages made; copy ${median(ratios.map((ratio) => 100 * ratio))} % in the middle)`
  )
}

/** Pages of far too much or too little copy: do the fixes fill them? */
async function reportRefusals(): Promise<void> {
  for (const options of [
    {name: 'too much', storiesPerPage: 8, fillRatio: 1.4},
    {name: 'too much', storiesPerPage: 12, fillRatio: 1.5},
    {name: 'too much', storiesPerPage: 14, fillRatio: 1.5},
    {name: 'too much', storiesPerPage: 18, fillRatio: 1.6},
    {name: 'too much', storiesPerPage: 20, fillRatio: 1.6},
    {
      name: 'too little',
      storiesPerPage: 3,
      fillRatio: 0.33,
      withPictures: false
    }
  ]) {
    const counts = {refused: 0, withFix: 0, fixes: 0, work: 0}
    const times: Array<number> = []
    for (const seed of [3, 8, 11, 13]) {
      const files = await makeIssue({...options, seed, pageCount: 1})
      const request = toPageRequest(await openFiles(files), 1)
      const {result, time} = timePage(() => makeUpPage(request))
      const {fixes, isFilled} = result
      if (isFilled) continue
      times.push(time.processorMs)
      counts.refused++
      if (fixes.length > 0) counts.withFix++
      for (const fix of fixes) {
        for (const changed of await applyFix(fix, files)) {
          const again = toPageRequest(await openFiles(changed), 1)
          counts.fixes++
          if (makeUpPage(again).isFilled) counts.work++
        }
      }
    }
    say(
      `${options.name} copy, ${options.storiesPerPage} stories: ${counts.refused} refused, ${counts.withFix} with a fix, ${counts.work}/${counts.fixes} ways to do as told fill the page, median ${median(times)}, at most ${Math.max(0, ...times).toFixed(0)} ms with cast-off`
    )
  }
}

/** Cells of every story in its cheapest shape, over the page’s cells. */
function measureCopy(request: PageRequest): number {
  const {columnCount, lineCount} = request.template.grid
  const [rung = new Set()] = listRungs(request.template)
  let cellCount = 0
  for (const unit of request.units) {
    let best = {cost: Infinity, cellCount: 0}
    for (const [width, row] of toShapeTable(unit, request, rung).entries()) {
      for (const [depth, {cost}] of row) {
        if (cost < best.cost) best = {cost, cellCount: width * depth}
      }
    }
    cellCount += best.cellCount
  }
  return cellCount / (columnCount * lineCount)
}

function median(values: ReadonlyArray<number>): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
