// The real command line, as people run it: killed at instants of all kinds, two
// at once, on a disk that is too small. Issues are made, with a real browser.

import {spawn, spawnSync, type ChildProcess} from 'node:child_process'
import {existsSync} from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import {setTimeout as wait} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {listBags, nameBag, settleCatalogue} from '../../src/archive/archive.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {toRandom} from '../bench/random.ts'
import {makeTemporaryFolder, projectFolder} from '../end-to-end/press.ts'
import {canMount, mountDisk} from './can-mount.ts'
import {findFaults, listCatalogue} from './find-faults.ts'

const program = path.join(projectFolder, 'src/cli/main.ts')
const days = ['monday', 'tuesday']
const random = toRandom(1912)
/** Where the command line runs: its cache is kept from run to run. */
let folder = ''
/** How long a run takes when nothing has to be made for the first time. */
let wholeMilliseconds = 0

if (!canMount)
  test.skip('no disk can be mounted here: its filling up is not tested')

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  for (const [index, day] of days.entries()) {
    const issue = path.join(folder, 'papers', day)
    await fs.mkdir(issue, {recursive: true})
    await fs.writeFile(path.join(issue, 'issue.yaml'), toIssue(day, index + 2))
    await fs.writeFile(path.join(issue, 'lead.md'), toStory(day))
  }
  // Once for the cache, once to see how long it takes.
  expect((await add('first')).exitCode).toBe(0)
  const startedAt = performance.now()
  expect((await add('second')).exitCode).toBe(0)
  wholeMilliseconds = performance.now() - startedAt
})

afterAll(() => fs.rm(folder, {recursive: true}))

describe('a command line that is killed', () => {
  test.for([
    ['by itself', [], 6],
    ['with two processes of its own', ['--jobs', '2'], 4]
  ] as const)(
    'should leave whole issues only, %s',
    async ([, flags, count]) => {
      const seen = new Set<number>()
      for (let index = 0; index < count; index++) {
        const archive = `killed-${flags.length}-${index}`
        const run = start(archive, flags)
        // Any instant of the run; or one from when a bag is begun.
        const ratio = index === 0 ? 0.1 : random.ratio()
        if (index % 2 === 0) await wait(ratio * wholeMilliseconds)
        else await waitForBag(archive, run.child)
        const isKilled = run.child.kill('SIGKILL')
        await run.ended
        seen.add(await check(archive))

        const again = await add(archive, flags)
        expect(again.error, again.output).not.toContain('Error')
        expect(again.exitCode, `${archive}: ${again.error}`).toBe(0)
        expect(await check(archive)).toBe(days.length)
        expect(await listWork(archive), String(isKilled)).toEqual([])
        await fs.rm(path.join(folder, archive), {recursive: true})
      }
      // Some were killed before anything was put away.
      expect(seen.has(0)).toBe(true)
    }
  )

  test('should say so when only one of its processes is', async () => {
    const run = start('orphaned', ['--jobs', '2'])
    const [child] = await waitForChildren(run.child)
    process.kill(child ?? 0, 'SIGKILL')
    const {error, exitCode} = await run.ended

    expect(exitCode).toBe(1)
    expect(error).toContain('1 of 2 processes ended before they were done')
    expect(await check('orphaned')).toBe(1)
    expect((await add('orphaned')).exitCode).toBe(0)
    expect(await check('orphaned')).toBe(2)
  })
})

test('two command lines at once should put every issue away once', async () => {
  const runs = await Promise.all([add('both'), add('both')])

  expect(runs.map(({exitCode}) => exitCode)).toEqual([0, 0])
  expect(await check('both')).toBe(days.length)
  const text = runs.map(({output}) => output).join('')
  for (const day of days) {
    expect(text.split(`${day}: added as ${day}/v1`)).toHaveLength(2)
    expect(text.split(`${day}: already there as ${day}/v1`)).toHaveLength(2)
  }
})

describe.skipIf(!canMount)('a disk that is too small', () => {
  test('should be named, and hold whole issues only', async () => {
    const disk = path.join(folder, 'disk')
    await fs.mkdir(disk)
    const needed = await measure(path.join(folder, 'first/monday'))
    const unmount = mountDisk(disk, `${Math.ceil((needed * 1.6) / 1024)}k`)
    try {
      const {error, exitCode} = await add('disk/archive')
      expect(exitCode).toBe(1)
      expect(error).toMatch(
        /^The disk of `disk\/archive` is full; the archive is as it was\. Make room, and add the issue again$/m
      )
      expect(await check('disk/archive')).toBe(1)
      expect(await listWork('disk/archive')).toEqual([])

      spawnSync('mount', ['-o', 'remount,size=99m', disk])
      expect((await add('disk/archive')).exitCode).toBe(0)
      expect(await check('disk/archive')).toBe(days.length)
    } finally {
      unmount()
    }
  })
})

interface Ended {
  exitCode: number | null
  output: string
  error: string
}

function add(
  archive: string,
  flags: ReadonlyArray<string> = []
): Promise<Ended> {
  return start(archive, flags).ended
}

/** Start `qianzi archive add papers`. */
function start(
  archive: string,
  flags: ReadonlyArray<string>
): {child: ChildProcess; ended: Promise<Ended>} {
  const argv = ['archive', 'add', 'papers', '--archive', archive, ...flags]
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let output = ''
  let error = ''
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (error += bytes.toString()))
  // Its processes hold its outputs open: it has ended when they have, too.
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exitCode) => resolve({exitCode, output, error}))
  })
  return {child, ended}
}

/** Count whole issues; there is nothing else. */
async function check(archive: string): Promise<number> {
  if (!existsSync(path.join(folder, archive, '.archive/archive.json'))) return 0
  const shelf = await openShelf({folder: path.join(folder, archive)})
  try {
    expect(await findFaults(shelf, {readsDescriptions: true})).toEqual([])
    const bags = await listBags(shelf)
    await settleCatalogue(shelf)
    expect(listCatalogue(shelf)).toEqual(bags.map(nameBag))
    return bags.length
  } finally {
    shelf.close()
  }
}

async function waitForBag(archive: string, child: ChildProcess): Promise<void> {
  const work = path.join(folder, archive, '.archive/work')
  while (child.exitCode === null) {
    const names = await fs.readdir(work).catch(() => [])
    if (names.length > 0) return wait(random.ratio() * 60)
    await wait(2)
  }
}

/** Wait until a process has two of its own; gives their ids. */
async function waitForChildren(child: ChildProcess): Promise<Array<number>> {
  for (;;) {
    const file = `/proc/${child.pid}/task/${child.pid}/children`
    const ids = (await fs.readFile(file, 'utf8')).trim().split(' ').map(Number)
    if (ids.length === 2) return ids
    await wait(10)
  }
}

async function listWork(archive: string): Promise<Array<string>> {
  return fs.readdir(path.join(folder, archive, '.archive/work'))
}

async function measure(issue: string): Promise<number> {
  const {stdout} = spawnSync('du', ['-sb', issue], {encoding: 'utf8'})
  return Number(stdout.split('\t')[0])
}

function toIssue(day: string, date: number): string {
  return `publication: 云中日报
id: ${day}
date: 2026-06-0${date}
lang: zh-CN
pages:
  - number: 1
    section: 要闻
    template: tabloid
    stories: [lead.md]
`
}

function toStory(day: string): string {
  return `---\nkind: news\nbyline: 本报记者 张三\n---\n\n# 坡上的沙棘红了（${day}）\n\n${'今年沙棘收购价比去年高，村里的合作社一早就把秤摆在了地头，收一筐算一筐，当场结账。'.repeat(30)}\n`
}
