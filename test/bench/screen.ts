// `--to screen` against its floor: what it takes to launch the browser and print
// the same finished sheet. Both cold, in turns, medians; and our own memory at 24
// pages. `npm run bench:screen`
//
// Aims: 1.5 times the floor or less, 400 MB or less.

import {spawnSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import type {Sheet} from '../../src/model/plant.ts'
import {openPlant} from '../../src/plant/plant.ts'
import {build, makeTemporaryFolder, projectFolder} from '../end-to-end/press.ts'
import {writeMadeIssue} from '../made/make-issue.ts'

const roundCount = 3
const pageCount = 24
const megabyte = 1 << 20
const file = fileURLToPath(import.meta.url)
const [, , only, folder = ''] = process.argv

if (only === '--memory') {
  const plant = openPlant()
  await build(folder, `${folder}-out`, plant, ['screen'])
  await plant.close()
  const {maxRSS} = process.resourceUsage()
  process.stdout.write(`${Math.round((maxRSS * 1024) / megabyte)}\n`)
} else {
  const temporary = await makeTemporaryFolder()
  try {
    await printSpeeds(temporary)
    await printMemory(temporary)
  } finally {
    await fs.rm(temporary, {recursive: true, force: true})
  }
}

async function printSpeeds(temporary: string): Promise<void> {
  const samples = ['harbour-courant-2026-06-02', 'yunzhong-2026-06-02']
  const manuscripts = samples.map((name) =>
    path.join(projectFolder, 'manuscript', name)
  )
  const large = path.join(temporary, 'made-8')
  await writeMadeIssue(large, {
    seed: 3,
    pageCount: 8,
    storiesPerPage: 9,
    fillRatio: 0.88
  })
  manuscripts.push(large)

  write('issue                        floor    ours   ratio')
  for (const manuscript of manuscripts) {
    const sheet = await finishSheet(manuscript, temporary)
    const floors: Array<number> = []
    const ours: Array<number> = []
    for (let round = 0; round < roundCount; round++) {
      floors.push(await time(() => printOnly(sheet)))
      ours.push(await time(() => publish(manuscript, temporary)))
    }
    const floor = median(floors)
    const own = median(ours)
    write(
      `${path.basename(manuscript).padEnd(27)} ${toMs(floor)} ${toMs(own)}   ${(own / floor).toFixed(2)}`
    )
  }
}

async function printMemory(temporary: string): Promise<void> {
  const manuscript = path.join(temporary, `made-${pageCount}`)
  await writeMadeIssue(manuscript, {
    seed: 5,
    pageCount,
    storiesPerPage: 8,
    fillRatio: 0.85
  })
  const {stdout, stderr} = spawnSync(
    process.execPath,
    [file, '--memory', manuscript],
    {encoding: 'utf8'}
  )
  write(`peak memory of ours, ${pageCount} pages: ${stdout.trim()} MB${stderr}`)
}

/** The sheet that an issue is printed from. */
async function finishSheet(
  manuscript: string,
  temporary: string
): Promise<Sheet> {
  const plant = openPlant()
  let sheet: Sheet | undefined
  const watched = {
    ...plant,
    printPdf: (asked: Sheet) => {
      sheet = asked
      return plant.printPdf(asked)
    }
  }
  await build(manuscript, `${temporary}/out`, watched, ['screen'])
  await plant.close()
  if (!sheet)
    throw new Error(`Unexpected \`${manuscript}\` that prints nothing`)
  return sheet
}

async function printOnly(sheet: Sheet): Promise<void> {
  const plant = openPlant()
  await plant.printPdf(sheet)
  await plant.close()
}

async function publish(manuscript: string, temporary: string): Promise<void> {
  const plant = openPlant()
  const result = await build(manuscript, `${temporary}/out`, plant, ['screen'])
  await plant.close()
  if (!result.isPublished)
    throw new Error(`Unexpected \`${manuscript}\` stopped`)
}

async function time(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function median(values: ReadonlyArray<number>): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function toMs(value: number): string {
  return `${Math.round(value)} ms`.padStart(8)
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
