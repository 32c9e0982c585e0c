// The catalogue is made of bags, and can be made of them again at any time,
// also after a process that did not come to its end.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {
  nameBag,
  putAway,
  rebuildCatalogue,
  settleCatalogue
} from '../../src/archive/archive.ts'
import type {Shelf} from '../../src/model/shelf.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'
import {makePacked} from './made-bag.ts'

const all = ['a/v1', 'b/v1', 'c/v1']
let folder: string
let shelf: Shelf

beforeEach(async () => {
  folder = path.join(await makeTemporaryFolder(), 'archive')
  shelf = await openShelf({folder, isNew: true})
  for (const issueId of ['a', 'b', 'c']) {
    await putAway(makePacked({issueId, text: `${issueId}沙棘`}), shelf)
  }
})

afterEach(async () => {
  shelf.close()
  await fs.rm(path.dirname(folder), {recursive: true})
})

test('should go on where a process ended', async () => {
  const ended = rebuildCatalogue(shelf, (done) => {
    if (done === 2) throw new Error('The end')
  })
  await expect(ended).rejects.toThrow('The end')
  expect(list()).toHaveLength(2)
  await settleCatalogue(shelf)

  expect(list()).toEqual(all)
})

test('should be made anew where it is lost, while others have it open', async () => {
  const other = await openShelf({folder})
  await rebuildCatalogue(other, () => undefined)
  await putAway(makePacked({issueId: 'd', text: '沙棘'}), shelf)

  expect(other.catalogue.find({text: '沙棘', limit: 9}).count).toBe(4)
  other.close()
})

test('should not wait for itself when the first to add finds it lost', async () => {
  shelf.close()
  await fs.rm(path.join(folder, '.archive/catalogue.sqlite'))
  shelf = await openShelf({folder})
  await putAway(makePacked({issueId: 'd', text: '沙棘'}), shelf)

  expect(list()).toEqual([...all, 'd/v1'])
})

test('should be told of a bag that can’t be read', async () => {
  await fs.rm(path.join(folder, 'b/v1/data/copy.json'))
  const unread = await rebuildCatalogue(shelf, () => undefined)

  expect(unread).toEqual([{issueId: 'b', version: 1}])
  expect(list()).toEqual(['a/v1', 'c/v1'])
  expect(shelf.catalogue.listPending()).toEqual([])
})

function list(): Array<string> {
  return shelf.catalogue.listBags().map(nameBag)
}
