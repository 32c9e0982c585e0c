// Whatever happens while an issue is put away, the archive is as it was, or has
// the issue: killed at every call of the system, in a new archive and in one
// that has a version already; by several processes at once.

import {spawn} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {
  listBags,
  nameBag,
  putAway,
  settleCatalogue
} from '../../src/archive/archive.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'
import {canMount, mountDisk} from './can-mount.ts'
import {findFaults, listCatalogue} from './find-faults.ts'
import {makePacked} from './made-bag.ts'

const child = fileURLToPath(new URL('put-away-child.ts', import.meta.url))
let folder = ''

if (!canMount)
  test.skip('no disk can be mounted here: its filling up is not tested')

beforeEach(async () => {
  folder = await makeTemporaryFolder()
})

afterEach(() => fs.rm(folder, {recursive: true}))

describe('a process that is killed', () => {
  test.for([
    ['in a new archive', []],
    ['in an archive that has the issue before it was corrected', ['一稿']]
  ] as const)('should leave all or nothing behind, %s', async ([, before]) => {
    const start = path.join(folder, 'start')
    for (const text of before) await put(start, 'today', text)
    await fs.mkdir(start, {recursive: true})

    const whole = path.join(folder, 'whole')
    await fs.cp(start, whole, {recursive: true})
    const {callCount} = await put(whole, 'today', '二稿')
    expect(callCount).toBeGreaterThan(30)

    const outcomes = new Set<string>()
    for (let last = 1; last <= callCount; last++) {
      const archive = path.join(folder, `killed-${last}`)
      await fs.cp(start, archive, {recursive: true})
      await expect(
        put(archive, 'today', '二稿', last),
        `call ${last}`
      ).rejects.toThrow('SIGKILL')
      outcomes.add(await check(archive, before, `killed at call ${last}`))
      await fs.rm(archive, {recursive: true})
    }
    // Both ends were seen.
    expect([...outcomes].sort()).toEqual(['all', 'nothing'])
  })

  /** Check what is there, then add the issue as if nothing had happened. */
  async function check(
    archive: string,
    before: ReadonlyArray<string>,
    name: string
  ): Promise<'all' | 'nothing'> {
    const shelf = await openShelf({folder: archive, isNew: true})
    try {
      expect(await findFaults(shelf), name).toEqual([])
      const left = await listBags(shelf)
      expect(
        [before.length, before.length + 1].includes(left.length),
        name
      ).toBe(true)

      await settleCatalogue(shelf)
      expect(listCatalogue(shelf), name).toEqual(left.map(nameBag))
      const hits = (text: string): number =>
        shelf.catalogue.find({text, limit: 9}).count
      const isAll = left.length > before.length
      expect(hits('二稿'), name).toBe(isAll ? 1 : 0)
      expect(hits('一稿'), name).toBe(isAll ? 0 : before.length)

      const packed = makePacked({issueId: 'today', text: '二稿'})
      const again = await putAway(packed, shelf)
      expect(again.outcome, name).toBe(isAll ? 'same' : 'added')
      expect(await findFaults(shelf), name).toEqual([])
      expect(await listBags(shelf), name).toHaveLength(before.length + 1)
      expect(await fs.readdir(path.join(archive, '.archive/work'))).toEqual([])
      return isAll ? 'all' : 'nothing'
    } finally {
      shelf.close()
    }
  }
})

describe.skipIf(!canMount)('a disk of four megabytes', () => {
  test('should fill up with whole issues, and say that it is full', async () => {
    const disk = path.join(folder, 'disk')
    await fs.mkdir(disk)
    const unmount = mountDisk(disk, '4m')
    try {
      const shelf = await openShelf({
        folder: path.join(disk, 'archive'),
        isNew: true
      })
      let reason = ''
      let day = 0
      while (reason === '' && day < 99) {
        day++
        const packed = makePacked({
          issueId: `day-${day}`,
          text: `第${day}日`.repeat(9000),
          files: new Map([['issue/a.bin', new Uint8Array(300_000)]])
        })
        reason = await putAway(packed, shelf).then(
          () => '',
          (error: unknown) => String(error)
        )
      }
      expect(reason).toMatch(/The disk of `.*` is full; .*Make room/)
      expect(day).toBeGreaterThan(3)
      expect(await findFaults(shelf)).toEqual([])
      const bags = (await listBags(shelf)).map(nameBag)
      expect(bags.length).toBe(reason.includes('as it was') ? day - 1 : day)
      expect(
        await fs.readdir(path.join(disk, 'archive/.archive/work'))
      ).toEqual([])
      shelf.close()
    } finally {
      unmount()
    }
  })
})

describe('processes that add at once', () => {
  test('should put the same issue away once, and each other one', async () => {
    const archive = path.join(folder, 'archive')
    const results = await Promise.all([
      put(archive, 'today', '同一稿'),
      put(archive, 'today', '同一稿'),
      put(archive, 'yesterday', '昨日'),
      put(archive, 'tomorrow', '明日')
    ])
    expect(results.map(({outcome}) => outcome).toSorted()).toEqual([
      'added',
      'added',
      'added',
      'same'
    ])

    await put(archive, 'today', '改稿')
    const corrected = await Promise.all([
      put(archive, 'today', '甲'),
      put(archive, 'today', '乙'),
      put(archive, 'today', '丙')
    ])
    expect(
      corrected.map(({version}) => Number(version)).toSorted((a, b) => a - b)
    ).toEqual([3, 4, 5])

    const shelf = await openShelf({folder: archive})
    expect(await findFaults(shelf)).toEqual([])
    const bags = (await listBags(shelf)).map(nameBag)
    expect(bags).toEqual([
      'today/v1',
      'today/v2',
      'today/v3',
      'today/v4',
      'today/v5',
      'tomorrow/v1',
      'yesterday/v1'
    ])
    expect(listCatalogue(shelf).toSorted()).toEqual(bags)
    shelf.close()
  })
})

/** Put an issue away in a process of its own. */
async function put(
  archive: string,
  issueId: string,
  text: string,
  lastCall?: number
): Promise<{outcome: string; version: number; callCount: number}> {
  const one = spawn(
    process.execPath,
    [
      child,
      archive,
      issueId,
      text,
      ...(lastCall === undefined ? [] : [String(lastCall)])
    ],
    {stdio: ['ignore', 'pipe', 'inherit'], timeout: 30_000}
  )
  let output = ''
  one.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
  const end = await new Promise<number | string>((resolve) => {
    one.on('close', (code, signal) => resolve(signal ?? code ?? 1))
  })
  if (end !== 0) throw new Error(`ended with ${end}`)
  return JSON.parse(output)
}
