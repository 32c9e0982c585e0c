// The shelf: bags are there whole or not at all, and nothing is written over.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {Shelf} from '../../src/model/shelf.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makeTemporaryFolder, readAll} from '../end-to-end/press.ts'

const bag = new Map<string, Uint8Array | string>([
  ['bagit.txt', 'BagIt'],
  ['data/a/b.txt', 'b'],
  ['data/c.bin', new Uint8Array([1, 2, 3])]
])
let folder: string
let shelf: Shelf

beforeEach(async () => {
  folder = path.join(await makeTemporaryFolder(), 'archive')
  await fs.mkdir(folder)
  shelf = await openShelf({folder, isNew: true})
})

afterEach(async () => {
  shelf.close()
  await fs.rm(path.dirname(folder), {recursive: true})
})

describe('stage', () => {
  test('should show nothing before the bag is in place', async () => {
    const staged = await shelf.stage(bag)
    expect(await shelf.listIssues()).toEqual([])

    await staged.place({issueId: 'today', version: 1})
    expect(await shelf.listVersions('today')).toEqual([1])
    expect(await listVisible()).toEqual([
      'today/v1/bagit.txt',
      'today/v1/data/a/b.txt',
      'today/v1/data/c.bin'
    ])
    expect(await listWork()).toEqual([])
  })

  test('should never write over a bag', async () => {
    await (await shelf.stage(bag)).place({issueId: 'today', version: 1})
    const other = await shelf.stage(new Map([['bagit.txt', 'other']]))

    await expect(other.place({issueId: 'today', version: 1})).rejects.toThrow(
      'Unexpected bag'
    )
    expect(await read('bagit.txt')).toBe('BagIt')
    expect(await listWork()).toEqual([])
  })

  test.for(['../out', '/etc', '.hidden', '', 'a/b'])(
    'should not let `%s` be a name',
    async (issueId) => {
      const staged = await shelf.stage(bag)

      await expect(staged.place({issueId, version: 1})).rejects.toThrow(
        'Unexpected issue'
      )
    }
  )

  test('should not let a file out of its bag', async () => {
    await expect(shelf.stage(new Map([['../../x', '']]))).rejects.toThrow(
      'Unexpected path'
    )
  })

  test('should clear away what the dead left, and nothing of the living', async () => {
    const work = path.join(folder, '.archive/work')
    const host = (await import('node:os')).hostname()
    // No process has such a number.
    const dead = `${host}-99999999-abcdef`
    const living = `${host}-${process.pid}-abcdef`
    await fs.mkdir(path.join(work, dead, 'bag'), {recursive: true})
    await fs.mkdir(path.join(work, living), {recursive: true})
    await (await shelf.stage(bag)).discard()

    expect(await listWork()).toEqual([living])
  })
})

describe('openShelf', () => {
  test('should not take any folder for an archive', async () => {
    await fs.mkdir(path.join(folder, '../photos'))
    await fs.writeFile(path.join(folder, '../photos/a.jpg'), '')
    const open = (isNew: boolean): Promise<Shelf> =>
      openShelf({folder: path.join(folder, '../photos'), isNew})

    await expect(open(false)).rejects.toThrow('without an archive')
    await expect(open(true)).rejects.toThrow('an empty folder')
  })
})

describe('runAlone', () => {
  test('should let one in at a time', async () => {
    const other = await openShelf({folder})
    const order: Array<string> = []
    const work = async (one: Shelf, name: string): Promise<void> =>
      one.runAlone(async () => {
        order.push(`${name} in`)
        await new Promise((resolve) => setTimeout(resolve, 30))
        order.push(`${name} out`)
      })
    await Promise.all([work(shelf, 'a'), work(other, 'b'), work(shelf, 'c')])
    other.close()

    for (const [index, entry] of order.entries()) {
      const name = entry.split(' ')[0]
      if (entry.endsWith('in')) expect(order[index + 1]).toBe(`${name} out`)
    }
    expect(order).toHaveLength(6)
  })

  test('should let go when the work fails', async () => {
    const failed = shelf.runAlone(() => Promise.reject(new Error('no')))

    await expect(failed).rejects.toThrow('no')
    await expect(shelf.runAlone(() => Promise.resolve(1))).resolves.toBe(1)
  })
})

describe('readLedger', () => {
  test('should pass over a line that was cut short', async () => {
    await shelf.appendLedger({bag: 'a/v1', tagHash: 'x', walk: 1})
    await fs.appendFile(
      path.join(folder, '.archive/ledger.jsonl'),
      '{"bag": "b'
    )
    await shelf.appendLedger({bag: 'c/v1', tagHash: 'y'})

    expect(await shelf.readLedger()).toEqual([
      {bag: 'a/v1', tagHash: 'x', walk: 1},
      {bag: 'c/v1', tagHash: 'y'}
    ])
  })
})

async function listVisible(): Promise<Array<string>> {
  const all = await readAll(folder)
  return [...all.keys()].filter((name) => !name.startsWith('.')).sort()
}

async function listWork(): Promise<Array<string>> {
  return fs.readdir(path.join(folder, '.archive/work'))
}

async function read(name: string): Promise<string> {
  return fs.readFile(path.join(folder, 'today/v1', name), 'utf8')
}
