// The catalogue is made of bags, and can be made of them again at any time,
// also after a process that did not come to its end.

import fs from 'node:fs/promises'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
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

test('should be made anew without sealing again what is sealed', async () => {
  const before = await shelf.readLedger()
  expect(before.map(({bag}) => bag)).toEqual(all)
  await rebuildCatalogue(shelf, () => undefined)
  expect(await shelf.readLedger()).toEqual(before)

  await fs.rm(path.join(folder, '.archive/ledger.jsonl'))
  await rebuildCatalogue(shelf, () => undefined)
  expect(await shelf.readLedger()).toEqual(before)
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

test('should hold the same when it is made anew as when it grew', async () => {
  // Later days first, and a corrected issue.
  const days = ['2026-06-09', '2026-06-03', '2026-06-07', '2026-06-03']
  for (const [index, date] of days.entries()) {
    const issueId = index === 3 ? 'x1' : `x${index}`
    await putAway(
      makePacked({issueId, date, text: `第${index}日的沙棘`}),
      shelf
    )
  }
  const grown = readRows(path.join(folder, '.archive/catalogue.sqlite'))
  const found = shelf.catalogue.find({text: '沙棘', limit: 99})
  await rebuildCatalogue(shelf, () => undefined)
  const anew = readRows(path.join(folder, '.archive/catalogue.sqlite'))

  expect(grown['bags']).toHaveLength(7)
  expect(grown['stories']).toHaveLength(6)
  expect(anew).toEqual(grown)
  expect(shelf.catalogue.find({text: '沙棘', limit: 99})).toEqual(found)
})

/** Read all that a catalogue holds, but for the numbers it gave to stories. */
function readRows(file: string): Record<string, Array<string>> {
  const database = new DatabaseSync(file, {readOnly: true})
  const read = (sql: string): Array<string> =>
    database
      .prepare(sql)
      .all()
      .map((row) => JSON.stringify({...row, id: undefined}))
  const rows = {
    bags: read('SELECT * FROM bags'),
    pending: read('SELECT * FROM pending'),
    folding: read('SELECT * FROM folding'),
    stories: read('SELECT * FROM stories ORDER BY issueId, id')
  }
  database.close()
  return rows
}

function list(): Array<string> {
  return shelf.catalogue.listBags().map(nameBag)
}
