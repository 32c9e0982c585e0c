// Stability: `node test/bench/stability.ts`, in some minutes.
//
// Each story of a page in type becomes 3 % longer or shorter; the page is made
// up again with the plan before. Counted is how many modules stand elsewhere or
// have another size. Nine cases in ten should change one at most.

import process from 'node:process'
import {openMadeDesk} from '../made/open-made-desk.ts'
import {measureStability} from './measure-stability.ts'

const kinds = [
  {template: 'broadsheet', storiesPerPage: 6, pageCount: 4},
  {template: 'broadsheet', storiesPerPage: 8, pageCount: 4},
  {template: 'broadsheet', storiesPerPage: 10, pageCount: 3},
  {template: 'tabloid', storiesPerPage: 6, pageCount: 4},
  {template: 'broadsheet-en', storiesPerPage: 8, pageCount: 3},
  {template: 'broadsheet', storiesPerPage: 17, pageCount: 1}
] as const

let caseTotal = 0
let stableTotal = 0
for (const [index, kind] of kinds.entries()) {
  const desk = await openMadeDesk({
    seed: 300 + index,
    withJumps: false,
    ...kind
  })
  const counts: Array<number> = []
  const times: Array<number> = []
  for (const {pageNumber} of desk.issue.children) {
    const found = measureStability(desk, pageNumber)
    counts.push(...found.counts)
    times.push(...found.times)
  }
  const stable = counts.filter((count) => count <= 1).length
  const kept = counts.filter((count) => count === 0).length
  caseTotal += counts.length
  stableTotal += stable
  times.sort((a, b) => a - b)
  say(
    `${kind.template}, ${kind.storiesPerPage} stories: ${stable}/${counts.length} cases change one module at most (${kept} none, at most ${Math.max(0, ...counts)}), median ${(times[times.length >> 1] ?? 0).toFixed(0)} ms`
  )
}
say(
  `in all: ${stableTotal}/${caseTotal}, ${((100 * stableTotal) / Math.max(1, caseTotal)).toFixed(1)} %`
)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
