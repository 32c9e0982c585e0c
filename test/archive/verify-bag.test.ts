// A bag is checked byte by byte; each fault is named for what it is.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {makeBag} from '../../src/archive/make-bag.ts'
import {verifyBag} from '../../src/archive/verify-bag.ts'
import type {Shelf} from '../../src/model/shelf.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'

const name = {issueId: 'today', version: 1}
let folder: string
let shelf: Shelf

beforeEach(async () => {
  folder = path.join(await makeTemporaryFolder(), 'archive')
  shelf = await openShelf({folder, isNew: true})
  const bag = makeBag(
    new Map([
      ['a.txt', 'one'],
      ['b.txt', 'two'],
      ['c.txt', 'three']
    ]),
    [['External-Identifier', 'today']]
  )
  await (await shelf.stage(bag)).place(name)
})

afterEach(async () => {
  shelf.close()
  await fs.rm(path.dirname(folder), {recursive: true})
})

test('should find nothing in a bag as it was put away', async () => {
  expect(await check()).toEqual([])
})

test('should name what was changed, lost, added and renamed', async () => {
  const data = path.join(folder, 'today/v1/data')
  await fs.writeFile(path.join(data, 'a.txt'), 'onf')
  await fs.rename(path.join(data, 'b.txt'), path.join(data, 'd.txt'))
  await fs.rm(path.join(data, 'c.txt'))
  await fs.writeFile(path.join(data, 'e.txt'), 'new')

  const rules = await check()
  expect(rules.filter((rule) => rule !== 'bag-broken').toSorted()).toEqual([
    'bag-file-changed',
    'bag-file-extra',
    'bag-file-missing',
    'bag-file-renamed'
  ])
})

test('should find a list that was changed', async () => {
  await fs.appendFile(path.join(folder, 'today/v1/bag-info.txt'), 'x: y\n')

  expect(await check()).toEqual(['bag-file-changed'])
})

async function check(): Promise<Array<string | undefined>> {
  const files = await verifyBag(shelf, name, {
    readsDescriptions: false,
    onBytes: () => undefined
  })
  return files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId))
}
