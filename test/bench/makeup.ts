// Benchmark of the make-up desk: `npm run bench:makeup`, in some minutes.
//
// How many pages are filled to the line, how long it takes, how many of them
// simpler ways fill, and whether that is what we hold ourselves to. Pages have
// 8 columns of 118 lines; planted ones are known to be fillable. Seeds are
// fixed. Times are of the processor, in the one thread make-up works in, so
// that others at work don’t spoil them; by the clock they are given besides.
//
// After `--`, a number takes so many pages of each kind, and `--rows` some of
// the rows: `npm run bench:makeup -- 10 --rows planted,real`.

import process from 'node:process'
import {parseArgs} from 'node:util'
import {
  formatRow,
  isReached,
  toHeading,
  type BenchRow
} from './makeup/bench-row.ts'
import {benchComposedIssue, benchIssue} from './makeup/issue-rows.ts'
import {
  benchPlanted,
  listAroundKinds,
  listBigKinds,
  listSlicedKinds,
  listSpunKinds,
  warmUp
} from './makeup/planted-rows.ts'
import {benchRandom} from './makeup/random-row.ts'
import {benchReal} from './makeup/real-row.ts'
import {hasRealPage} from './real-page.ts'

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {rows: {type: 'string'}}
})
const pageCount = Number(positionals[0] ?? 100)

const parts = new Map<string, () => AsyncIterable<BenchRow>>([
  ['planted', () => listPlanted(listSlicedKinds(pageCount))],
  ['big', () => listPlanted(listBigKinds(pageCount))],
  ['pinwheels', () => listPlanted(listSpunKinds(pageCount))],
  ['around', () => listPlanted(listAroundKinds(pageCount))],
  ['random', listRandom],
  ['real', listReal],
  ['issue', listIssues]
])

await main(values.rows?.split(',') ?? [...parts.keys()])

async function main(names: ReadonlyArray<string>): Promise<void> {
  const unknown = names.find((name) => !parts.has(name))
  if (unknown !== undefined) {
    const known = [...parts.keys()].join(', ')
    process.stderr.write(`Unexpected rows \`${unknown}\`, expected ${known}\n`)
    process.exitCode = 2
    return
  }

  say(toHeading())
  warmUp()
  let reached = 0
  let rowCount = 0
  for (const name of names) {
    for await (const row of parts.get(name)?.() ?? []) {
      say(formatRow(row))
      rowCount++
      if (isReached(row)) reached++
    }
  }
  say(`${reached} of ${rowCount} rows are as they should be`)
}

async function* listPlanted(
  kinds: ReadonlyArray<Parameters<typeof benchPlanted>[0]>
): AsyncIterable<BenchRow> {
  for (const kind of kinds) yield benchPlanted(kind)
}

async function* listRandom(): AsyncIterable<BenchRow> {
  yield benchRandom(pageCount)
}

async function* listReal(): AsyncIterable<BenchRow> {
  if (hasRealPage) yield await benchReal()
  else say('real page: skipped, no ../shared/seed-page/page.txt')
}

async function* listIssues(): AsyncIterable<BenchRow> {
  yield benchIssue()
  yield await benchComposedIssue()
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
