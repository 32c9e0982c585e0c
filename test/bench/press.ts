// Press PDFs against Typst: whole processes, cold, the same copy on the same
// sheet; then ours again with a warm cache after one story has changed; then
// our memory at 24 pages. `npm run bench:press`
//
// Typst sets one text in columns; ours makes pages up, proofreads, and writes
// PDF/X. Medians of runs taken in turn.

import {spawnSync} from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {writeMadeIssue} from '../made/make-issue.ts'

const runCount = 5
const project = fileURLToPath(new URL('../../', import.meta.url))
const typst = fileURLToPath(new URL('press/typst-sheet.ts', import.meta.url))
const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-bench-'))
const sayMemory =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS='+process.resourceUsage().maxRSS))"

try {
  for (const pageCount of [1, 8]) await compare(pageCount)
  await measureMemory(24)
} finally {
  await fs.rm(folder, {recursive: true, force: true})
}

async function compare(pageCount: number): Promise<void> {
  const issue = path.join(folder, `text-${pageCount}`)
  await make(issue, pageCount, false)
  const ours: Array<number> = []
  const warm: Array<number> = []
  const theirs: Array<number> = []
  const story = await findStory(issue)
  const copy = await fs.readFile(story, 'utf8')
  build(issue, [])
  for (let run = 0; run < runCount; run++) {
    ours.push(build(issue, ['--no-cache']).milliseconds)
    theirs.push(
      execute([typst, issue, path.join(folder, 'typst.pdf')]).milliseconds
    )
    await fs.writeFile(story, `${copy.trimEnd()}${'。'.repeat(run + 1)}\n`)
    warm.push(build(issue, []).milliseconds)
    await fs.writeFile(story, copy)
  }
  const base = toMedian(theirs)
  say(`${pageCount} pages, Typst`, base, base)
  say(`${pageCount} pages, ours cold`, toMedian(ours), base)
  say(`${pageCount} pages, ours warm, one story changed`, toMedian(warm), base)
}

async function measureMemory(pageCount: number): Promise<void> {
  const issue = path.join(folder, `photos-${pageCount}`)
  await make(issue, pageCount, true)
  const {maxRssKb, milliseconds} = build(issue, ['--no-cache'])
  const megabytes = Math.round(maxRssKb / 1024)
  console.log(
    `${pageCount} pages with photos: ${(milliseconds / 1000).toFixed(1)} s, ${megabytes} MB at most`
  )
}

async function make(
  issue: string,
  pageCount: number,
  withPictures: boolean
): Promise<void> {
  await writeMadeIssue(issue, {
    seed: 3,
    pageCount,
    storiesPerPage: 6,
    withPictures,
    fillRatio: 0.9
  })
}

async function findStory(issue: string): Promise<string> {
  const names = (await fs.readdir(issue)).filter((one) => one.endsWith('.md'))
  return path.join(issue, names.sort()[0] ?? '')
}

interface Run {
  milliseconds: number
  maxRssKb: number
}

function build(issue: string, options: ReadonlyArray<string>): Run {
  // As `npx qianzi` and `npm start` run it.
  const main = path.join(project, 'src/setup.mjs')
  const out = path.join(folder, 'out')
  return execute([
    main,
    'build',
    '--to',
    'press',
    '--out',
    out,
    ...options,
    issue
  ])
}

function execute(args: ReadonlyArray<string>): Run {
  const start = performance.now()
  const {status, stderr} = spawnSync(
    process.execPath,
    ['--import', sayMemory, ...args],
    {cwd: project, encoding: 'utf8'}
  )
  const milliseconds = performance.now() - start
  if (status !== 0) throw new Error(`Unexpected end of ${args[0]}: ${stderr}`)
  return {
    milliseconds,
    maxRssKb: Number(/maxRSS=(\d+)/.exec(stderr)?.[1] ?? Number.NaN)
  }
}

function toMedian(values: ReadonlyArray<number>): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function say(name: string, milliseconds: number, base: number): void {
  const ratio = (milliseconds / base).toFixed(2)
  console.log(`${name}: ${Math.round(milliseconds)} ms, ${ratio} ×`)
}
