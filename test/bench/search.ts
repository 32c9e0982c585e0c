// How the search does with 2,000 and 20,000 stories: whether it finds exactly
// what is there, what a query loads, how large the index is, how long it takes
// to make and how much memory that takes. Pagefind is asked the same, in a
// browser, as it is meant to be used.
//
// `npm run bench:search -- [2000 20000] [--no-pagefind]`

import {spawnSync} from 'node:child_process'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {measureOurs, type SearchFigures} from './search-ours.ts'
import {measurePagefind} from './search-pagefind.ts'

const script = fileURLToPath(import.meta.url)
const [name, count] = process.argv.slice(2)

if (name === 'ours' || name === 'pagefind') {
  const measure = name === 'ours' ? measureOurs : measurePagefind
  process.stdout.write(JSON.stringify(await measure(Number(count))))
} else {
  const counts = process.argv.slice(2).filter((word) => /^\d+$/.test(word))
  const withPagefind = !process.argv.includes('--no-pagefind')
  for (const stories of counts.length > 0 ? counts : ['2000', '20000']) {
    print(`${stories} stories, 30 queries`)
    for (const engine of ['ours', ...(withPagefind ? ['pagefind'] : [])]) {
      // A process of its own, so that its memory is its own.
      const child = spawnSync(process.execPath, [script, engine, stories], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        maxBuffer: 1e8
      })
      if (child.status !== 0) throw new Error(`\`${engine}\` failed`)
      const figures: SearchFigures = JSON.parse(child.stdout)
      for (const line of toLines(engine, figures)) print(line)
    }
  }
}

function toLines(engine: string, figures: SearchFigures): Array<string> {
  const {buildMs, byteCount, fileCount, queries, storyCount, memoryMb} = figures
  const exact = queries.filter(({found, truth}) => found === truth)
  const wrong = queries.filter(({found, truth}) => found !== truth)
  const bytes = queries.map((query) => query.bytes)
  const requests = queries.map((query) => query.requests)
  const times = queries.map((query) => query.ms)
  const kb = (value: number) =>
    `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} KB`
  return [
    `  ${engine.padEnd(9)} exact ${exact.length} of ${queries.length}; index ${(byteCount / 1e6).toFixed(1)} MB in ${fileCount} files, ${kb(byteCount / storyCount)} a story`,
    `            made in ${(buildMs / 1000).toFixed(1)} s, memory ${memoryMb.toFixed(0)} MB at most`,
    `            a query loads ${kb(median(bytes))} in ${median(requests)} requests (most ${kb(Math.max(...bytes))}, ${Math.max(...requests)}); ${median(times).toFixed(1)} ms`,
    ...wrong
      .slice(0, 8)
      .map(
        ({found, query, truth}) =>
          `            \`${query}\`: ${found} found, ${truth} are there`
      )
  ]
}

function median(values: ReadonlyArray<number>): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
