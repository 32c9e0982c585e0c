// How a site grows: 1,000 issues of 2 pages with 10 stories each, then one more.
// Adding has to cost what the issue itself costs, however many there are, and
// memory has to stay where it is. The issues are what the press would leave,
// without pictures and without having gone through it. The search of a year
// grows with the year, so its last day is the dearest: it is shown, too, and how
// much of the search is written for it.
//
// `npm run bench:site -- [1000]`

import {spawnSync} from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {makeSite} from '../../src/build/make-site.ts'
import {openSiteDisk} from '../../src/plant/plant.ts'
import type {SiteDisk} from '../../src/model/site-disk.ts'
import {writePublished} from '../made/make-published.ts'

const script = fileURLToPath(import.meta.url)
const packageFolder = fileURLToPath(new URL('../../', import.meta.url))
const [first = '1000', ...rest] = process.argv.slice(2)

if (first === 'add') await add()
else await grow(Number(first))

async function grow(count: number): Promise<void> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-bench-site-'))
  try {
    const issues = path.join(folder, 'issue')
    for (let number = 0; number < count + 1; number++) {
      await writePublished(path.join(issues, String(number)), number)
    }
    const steps = [10, 100, 366, 500, count].filter(
      (step, index, all) => step <= count && all.indexOf(step) === index
    )
    let done = 0
    for (const step of steps) {
      const many = run(folder, done, step - 1)
      print(`${step - 1 - done} issues at once: ${many}`)
      // One more: what an evening's run costs.
      print(`issue ${step}: ${run(folder, step - 1, step)}`)
      done = step
    }
    print(`issue ${count + 1}: ${run(folder, count, count + 1)}`)
    print(`the same again: ${run(folder, count, count + 1)}`)
  } finally {
    await fs.rm(folder, {recursive: true, force: true})
  }
}

// A process of its own, as people run it, so that its memory is its own.
function run(folder: string, from: number, to: number): string {
  const child = spawnSync(
    process.execPath,
    // As the press runs (`setup.mjs`).
    [
      '--heap-growing-percent=30',
      script,
      'add',
      folder,
      String(from),
      String(to)
    ],
    {encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']}
  )
  if (child.status !== 0) throw new Error('could not add issues')
  return child.stdout.trim()
}

async function add(): Promise<void> {
  const [folder = '', from = '0', to = '1'] = rest
  const folders = Array.from({length: Number(to) - Number(from)}, (_, index) =>
    path.join(folder, 'issue', String(Number(from) + index))
  )
  const start = performance.now()
  const before = process.cpuUsage()
  const startMb = process.resourceUsage().maxRSS / 1000
  const plain = openSiteDisk(packageFolder)
  let searchBytes = 0
  const disk: SiteDisk = {
    ...plain,
    async write(file, value) {
      const isWritten = await plain.write(file, value)
      if (isWritten && file.includes('/search/')) searchBytes += value.length
      return isWritten
    }
  }
  const {problems, storyCount, writtenCount} = await makeSite(
    {
      folders,
      outFolder: path.join(folder, 'site'),
      url: 'https://paper.example',
      foldsScript: true,
      isCompatible: false,
      isAnew: false,
      version: 'bench'
    },
    disk
  )
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  // Others may be at work on the machine.
  const {system, user} = process.cpuUsage(before)
  const cpuSeconds = ((system + user) / 1_000_000).toFixed(2)
  const memoryMb = (process.resourceUsage().maxRSS / 1000).toFixed(0)
  print(
    `${seconds} s (${cpuSeconds} s of processor), ${writtenCount} files written, ${(searchBytes / 1e6).toFixed(1)} MB of search; ${memoryMb} MB at most (${startMb.toFixed(0)} to start with); ${storyCount} stories in all`
  )
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
