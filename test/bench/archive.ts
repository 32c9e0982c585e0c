// How an archive grows: 1,000 issues of two pages with ten stories each. Putting
// one away has to cost the same from the first to the last, memory has to stay
// where it is, every byte has to be checked as fast as `sha256sum` does it, and
// stories have to be found at once. The press does not run: what it would make
// is bytes of a seed, so a check reads no descriptions, as it does where they
// have not changed since the last one.
//
// `npm run bench:archive -- [1000]`

import {spawnSync} from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {
  findSnippet,
  listBags,
  nameBag,
  putAway,
  rebuildCatalogue,
  verifyArchive
} from '../../src/archive/archive.ts'
import {readTagHash} from '../../src/archive/read-bag.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {descriptionCheckVersion} from '../../src/preflight/preflight.ts'
import {makeArchived} from '../made/make-archived.ts'

const script = fileURLToPath(import.meta.url)
const [first = '1000', folder = ''] = process.argv.slice(2)
const roundCount = 3
const windowCount = 10
const queries = [
  {text: '沙棘'},
  {text: '棘'},
  {text: '天鎮縣'},
  {text: '小黄花、大产业'},
  {text: '"乡村振兴" 沙棘'},
  {text: '的'},
  {text: 'WTO'},
  {text: '沙棘', from: '2025-01', to: '2025-06', kind: 'feature'},
  {text: '', author: '王', section: '要闻'},
  {text: '鲸落'}
]

if (first === 'verify') await verify()
else await grow(Number(first))

async function grow(count: number): Promise<void> {
  const parent = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-archive-'))
  const archive = path.join(parent, 'archive')
  try {
    const shelf = await openShelf({folder: archive, isNew: true})
    const times: Array<number> = []
    // Others may be at work on the machine.
    const cpuTimes: Array<number> = []
    for (let number = 0; number < count; number++) {
      const packed = makeArchived(number)
      const start = performance.now()
      const before = process.cpuUsage()
      const {outcome} = await putAway(packed, shelf)
      times.push(performance.now() - start)
      const {system, user} = process.cpuUsage(before)
      cpuTimes.push((system + user) / 1000)
      if (outcome !== 'added') throw new Error(`not added but ${outcome}`)
      if (isStep(number + 1, count)) {
        print(
          `issue ${number + 1}: ${median(times.slice(-windowCount)).toFixed(1)} ms, ${median(cpuTimes.slice(-windowCount)).toFixed(1)} ms of processor (medians of the last ${windowCount}), ${maxRssMb()} MB at most so far`
        )
      }
    }
    findAll(shelf)
    const start = performance.now()
    await rebuildCatalogue(shelf, () => undefined)
    print(
      `catalogue made anew: ${((performance.now() - start) / 1000).toFixed(1)} s`
    )
    for (const bag of await listBags(shelf)) {
      await shelf.appendLedger({
        bag: nameBag(bag),
        tagHash: await readTagHash(shelf, bag),
        checkVersion: descriptionCheckVersion
      })
    }
    shelf.close()
    const ours: Array<number> = []
    const theirs: Array<number> = []
    for (let round = 0; round < roundCount; round++) {
      theirs.push(Number(time('sh', ['-c', sha256sum(archive)]).seconds))
      const {output} = time(process.execPath, [script, 'verify', archive])
      print(`  ${output}`)
      ours.push(Number(/^[\d.]+/.exec(output)?.[0]))
    }
    const bytes = await countBytes(archive)
    const [we, they] = [median(ours), median(theirs)]
    print(
      `verify: ${(bytes / 1e6 / we).toFixed(0)} MB/s, sha256sum: ${(bytes / 1e6 / they).toFixed(0)} MB/s; ${(we / they).toFixed(2)} of its time (medians of ${roundCount}, ${(bytes / 1e6).toFixed(0)} MB)`
    )
  } finally {
    await fs.rm(parent, {recursive: true, force: true})
  }
}

function findAll(shelf: Awaited<ReturnType<typeof openShelf>>): void {
  for (const query of queries) {
    const times: Array<number> = []
    let found = 0
    for (let round = 0; round < 9; round++) {
      const start = performance.now()
      const {count, findings} = shelf.catalogue.find({...query, limit: 20})
      findings.map(findSnippet)
      times.push(performance.now() - start)
      found = count
    }
    print(
      `find ${JSON.stringify(query)}: ${found} stories, ${(times[0] ?? 0).toFixed(1)} ms at first, ${median(times).toFixed(1)} ms then`
    )
  }
}

// A process of its own, as people run it, so that its memory is its own.
async function verify(): Promise<void> {
  const shelf = await openShelf({folder})
  const start = performance.now()
  const {bagCount, byteCount, faultyCount} = await verifyArchive(shelf, {
    issueIds: [],
    isAnew: true,
    isFull: false,
    onProgress: () => undefined,
    onNotes: () => undefined
  })
  const seconds = (performance.now() - start) / 1000
  shelf.close()
  if (faultyCount > 0) throw new Error(`${faultyCount} with faults`)
  print(
    `${seconds.toFixed(2)} s: ${bagCount} bags, ${(byteCount / 1e6).toFixed(0)} MB, ${maxRssMb()} MB of memory at most`
  )
}

function time(
  command: string,
  args: ReadonlyArray<string>
): {seconds: number; output: string} {
  const start = performance.now()
  const child = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28
  })
  if (child.status !== 0) throw new Error(`${command} ended by ${child.status}`)
  return {
    seconds: (performance.now() - start) / 1000,
    output: child.stdout.trim()
  }
}

function sha256sum(archive: string): string {
  return `find '${archive}' -type f -path '*/v1/*' -print0 | xargs -0 sha256sum > /dev/null`
}

async function countBytes(archive: string): Promise<number> {
  const shelf = await openShelf({folder: archive})
  let byteCount = 0
  for (const bag of await listBags(shelf)) {
    for (const file of await shelf.listFiles(bag)) byteCount += file.byteCount
  }
  shelf.close()
  return byteCount
}

function isStep(number: number, count: number): boolean {
  return [10, 100, 500, count].includes(number)
}

function maxRssMb(): string {
  return (process.resourceUsage().maxRSS / 1000).toFixed(0)
}

function median(values: ReadonlyArray<number>): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
