// A check of an archive goes on where an interrupted one was, and begins anew
// when it is over.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {
  listBags,
  nameBag,
  parseSeals,
  putAway,
  verifyArchive,
  writeSeals,
  type Verified,
  type VerifyOptions
} from '../../src/archive/archive.ts'
import {hashValue} from '../../src/archive/make-bag.ts'
import {readTagHash} from '../../src/archive/read-bag.ts'
import type {BagName, LedgerLine, Shelf} from '../../src/model/shelf.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {descriptionCheckVersion} from '../../src/preflight/preflight.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'
import {makePacked} from './made-bag.ts'

let folder: string
let shelf: Shelf

beforeEach(async () => {
  folder = path.join(await makeTemporaryFolder(), 'archive')
  shelf = await openShelf({folder, isNew: true})
  for (const issueId of ['a', 'b', 'c', 'd']) {
    await putAway(makePacked({issueId, text: issueId}), shelf)
  }
  // Made bags have no descriptions: say that they were read before.
  for (const bag of await listBags(shelf)) {
    await vouch(bag)
  }
})

afterEach(async () => {
  shelf.close()
  await fs.rm(path.dirname(folder), {recursive: true})
})

test('should go on where it was interrupted, then begin anew', async () => {
  const interrupted = verify({
    onProgress: (_done, _total, label) => {
      if (label.startsWith('3/4')) throw new Error('Power cut')
    }
  })
  await expect(interrupted).rejects.toThrow('Power cut')

  expect(await verify()).toMatchObject({bagCount: 4, skippedCount: 2})
  expect(await verify()).toMatchObject({bagCount: 4, skippedCount: 0})
})

test('should begin at the beginning when asked', async () => {
  const interrupted = verify({
    onProgress: (_done, _total, label) => {
      if (label.startsWith('3/4')) throw new Error('Power cut')
    }
  })
  await expect(interrupted).rejects.toThrow('Power cut')

  expect(await verify({isAnew: true})).toMatchObject({skippedCount: 0})
})

test('should not pass over a bag whose list has changed since', async () => {
  const interrupted = verify({
    onProgress: (_done, _total, label) => {
      if (label.startsWith('3/4')) throw new Error('Power cut')
    }
  })
  await expect(interrupted).rejects.toThrow('Power cut')
  const list = path.join(folder, 'a/v1/tagmanifest-sha256.txt')
  await fs.appendFile(list, `${'0'.repeat(64)}  nothing.txt\n`)

  const verified = await verify()
  expect(verified).toMatchObject({skippedCount: 1, faultyCount: 1})
  expect(verified.files.map((file) => file.path)).toContain('a/v1')
})

test('should count up to all bytes', async () => {
  const seen: Array<[number, number]> = []
  await verify({onProgress: (done, total) => void seen.push([done, total])})
  const [done, total] = seen.at(-1) ?? [0, 1]

  // Lists are hashed, too: they come on top of the payload.
  expect(done).toBeGreaterThanOrEqual(total)
  expect(seen.every(([, one]) => one === total)).toBe(true)
})

/** Change a file of a bag, and every list that vouches for it. */
async function forge(name: string, file: string, text: string): Promise<void> {
  const bag = path.join(folder, name)
  const hashOf = async (one: string): Promise<string> =>
    hashValue(await fs.readFile(path.join(bag, one)))
  const rewrite = async (list: string, one: string): Promise<void> => {
    const lines = (await fs.readFile(path.join(bag, list), 'utf8')).split('\n')
    const hash = await hashOf(one)
    const changed = lines.map((line) =>
      line.endsWith(`  ${one}`) ? `${hash}  ${one}` : line
    )
    await fs.writeFile(path.join(bag, list), changed.join('\n'))
  }
  const old = await fs.readFile(path.join(bag, file))
  expect(Buffer.byteLength(text)).toBe(old.length)
  await fs.writeFile(path.join(bag, file), text)
  await rewrite('manifest-sha256.txt', file)
  await rewrite('tagmanifest-sha256.txt', 'manifest-sha256.txt')
}

describe('a bag that was forged with all its lists', () => {
  const text = 'z'
  const file = 'data/manuscript/lead.md'

  test('should be told by its seal, again and again', async () => {
    await forge('b/v1', file, text)
    for (const isAnew of [false, true, false]) {
      const {files, faultyCount} = await verify({isAnew})
      expect(faultyCount).toBe(1)
      expect(rulesOf(files)['b/v1']).toEqual(['bag-resealed'])
    }
  })

  test('should be told by seals from elsewhere when the ledger is forged, too', async () => {
    const seals = parseSeals(await writeSeals(shelf))
    await forge('b/v1', file, text)
    await fs.rm(path.join(folder, '.archive/ledger.jsonl'))
    for (const bag of await listBags(shelf)) await vouch(bag)

    expect((await verify()).faultyCount).toBe(0)
    const {files} = await verify(seals ? {seals} : {})
    expect(rulesOf(files)).toEqual({'b/v1': ['bag-resealed']})
  })

  test('should be told where the ledger says that it was checked just now', async () => {
    await forge('b/v1', file, text)
    await vouch({issueId: 'b', version: 1}, {walk: 1})

    const {files} = await verify()
    expect(rulesOf(files)).toEqual({'b/v1': ['bag-resealed']})
  })

  test('should be told by seals from elsewhere whatever was checked just now', async () => {
    const seals = parseSeals(await writeSeals(shelf)) ?? new Map()
    await forge('b/v1', file, text)
    await fs.rm(path.join(folder, '.archive/ledger.jsonl'))
    for (const bag of await listBags(shelf)) await vouch(bag, {walk: 1})
    await fs.writeFile(path.join(folder, 'c/v1', file), text)

    const {files, skippedCount} = await verify({seals})
    expect(skippedCount).toBe(0)
    expect(rulesOf(files)).toEqual({
      'b/v1': ['bag-resealed'],
      'c/v1': ['bag-file-changed']
    })
  })
})

describe('a bag that is gone', () => {
  test('should be missed, also by the next check', async () => {
    await fs.rm(path.join(folder, 'c'), {recursive: true})
    for (const expected of [1, 1]) {
      const {bagCount, faultyCount, files} = await verify()
      expect({bagCount, faultyCount}).toEqual({
        bagCount: 3,
        faultyCount: expected
      })
      expect(rulesOf(files)).toEqual({'c/v1': ['bag-lost']})
    }
  })

  test('should not be missed by a check of other issues', async () => {
    await fs.rm(path.join(folder, 'c'), {recursive: true})
    expect((await verify({issueIds: ['a']})).faultyCount).toBe(0)
  })
})

test('should keep the seal of a bag that was put away meanwhile', async () => {
  let appended: Promise<void> | undefined
  await verify({
    onProgress: () => {
      appended ??= shelf.appendLedger({bag: 'e/v1', tagHash: 'f'.repeat(64)})
    }
  })
  await appended
  const {files} = await verify()
  expect(rulesOf(files)).toEqual({'e/v1': ['bag-lost']})
})

function rulesOf(files: Verified['files']): Record<string, Array<string>> {
  return Object.fromEntries(
    files.map(({messages, path: name}) => [
      name,
      messages.map(({ruleId}) => String(ruleId))
    ])
  )
}

/** Say that a bag's descriptions were read and found good. */
async function vouch(
  bag: BagName,
  more: Pick<LedgerLine, 'walk'> = {}
): Promise<void> {
  await shelf.appendLedger({
    bag: nameBag(bag),
    tagHash: await readTagHash(shelf, bag),
    checkVersion: descriptionCheckVersion,
    ...more
  })
}

function verify(options: Partial<VerifyOptions> = {}): Promise<Verified> {
  return verifyArchive(shelf, {
    issueIds: [],
    isAnew: false,
    isFull: false,
    onProgress: () => undefined,
    onNotes: () => undefined,
    ...options
  })
}
