// A check of an archive goes on where an interrupted one was, and begins anew
// when it is over.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {
  listBags,
  nameBag,
  putAway,
  verifyArchive,
  type Verified,
  type VerifyOptions
} from '../../src/archive/archive.ts'
import {readTagHash} from '../../src/archive/read-bag.ts'
import type {Shelf} from '../../src/model/shelf.ts'
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
    await shelf.appendLedger({
      bag: nameBag(bag),
      tagHash: await readTagHash(shelf, bag),
      checkVersion: descriptionCheckVersion
    })
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
