// Random pages of made-up copy, composed: how many fill to the line, and how
// long that takes once the copy is cast off. What fills the pages that are
// refused: every fix is done to the manuscripts. And an issue of 24 pages, from its
// copy in type to all pages made up.
//
// How much copy a page has is measured before it is made up: the cells that
// each story takes in the shape it costs least in, over the page’s cells. Only
// pages where that is 96–104 % count; no fillers are at hand.

import process from 'node:process'
import {listRungs} from '../../src/makeup/ladder.ts'
import {makeUpIssue, makeUpPage} from '../../src/makeup/makeup.ts'
import {toShapeTable} from '../../src/makeup/shape-table.ts'
import type {PageRequest} from '../../src/makeup/unit.ts'
import type {StoryFacts} from '../../src/model/plan.ts'
import {applyFix} from '../made/apply-fix.ts'
import {makeIssue} from '../made/make-issue.ts'
import {openFiles, openMadeDesk, toPageRequest} from '../made/open-made-desk.ts'

const templates = ['broadsheet', 'tabloid', 'broadsheet-en'] as const

for (const [index, template] of templates.entries()) {
  for (const storiesPerPage of [6, 8, 10]) {
    const desk = await openMadeDesk({
      seed: 100 + index * 10 + storiesPerPage,
      pageCount: 24,
      storiesPerPage,
      template,
      withJumps: false
    })
    let pageCount = 0
    let filledCount = 0
    let fixedCount = 0
    const times: Array<number> = []
    for (const page of desk.issue.children) {
      const request = toPageRequest(desk, page.pageNumber)
      const ratio = measureCopy(request)
      if (ratio < 0.96 || ratio > 1.04) continue
      // The first run pays for casting off; the second is make-up alone.
      const {fixes, isFilled} = makeUpPage(request)
      const start = performance.now()
      makeUpPage(request)
      times.push(performance.now() - start)
      pageCount++
      if (isFilled) filledCount++
      else if (fixes.length > 0) fixedCount++
    }
    say(
      `${template}, ${storiesPerPage} stories: ${filledCount}/${pageCount} pages filled, ${fixedCount} refused with a fix, median ${median(times)} ms after cast-off`
    )
  }
}

await reportRefusals()

const desk = await openMadeDesk({seed: 7, pageCount: 24, storiesPerPage: 9})
const facts = new Map<string, StoryFacts>()
for (const page of desk.issue.children) {
  for (const one of desk.room.facts(page.pageNumber)) facts.set(one.slug, one)
}
const template = desk.templates.byName.get('broadsheet')
if (!template) throw new TypeError('Unexpected missing template')
const castOffs = new Map(
  desk.issue.children.map(({pageNumber}) => [
    pageNumber,
    desk.room.castOff(pageNumber)
  ])
)
for (const label of ['with cast-off', 'after cast-off']) {
  const start = performance.now()
  const {results} = makeUpIssue({
    pages: desk.issue.children,
    templates: new Map(
      desk.issue.children.map(({pageNumber}) => [pageNumber, template])
    ),
    facts,
    castOff: (pageNumber) => {
      const castOff = castOffs.get(pageNumber)
      if (!castOff) throw new TypeError(`Unexpected page \`${pageNumber}\``)
      return castOff
    }
  })
  const filled = results.filter(({isFilled}) => isFilled).length
  say(
    `24 pages, ${facts.size} stories, ${label}: ${((performance.now() - start) / 1000).toFixed(2)} s, ${filled}/24 pages filled`
  )
}

/** Pages of far too much or too little copy: do the fixes fill them? */
async function reportRefusals(): Promise<void> {
  for (const options of [
    {name: 'too much', storiesPerPage: 8, fillRatio: 1.4},
    {name: 'too much', storiesPerPage: 14, fillRatio: 1.5},
    {name: 'too much', storiesPerPage: 18, fillRatio: 1.6},
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
      const start = performance.now()
      const {fixes, isFilled} = makeUpPage(request)
      if (isFilled) continue
      times.push(performance.now() - start)
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
      `${options.name} copy, ${options.storiesPerPage} stories: ${counts.refused} refused, ${counts.withFix} with a fix, ${counts.work}/${counts.fixes} ways to do as told fill the page, median ${median(times)} ms with cast-off`
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
