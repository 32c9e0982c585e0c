// A bag is checked byte by byte; each fault is named for what it is.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {hashValue, makeBag} from '../../src/archive/make-bag.ts'
import {verifyBag} from '../../src/archive/verify-bag.ts'
import type {Shelf} from '../../src/model/shelf.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makeTemporaryFolder, readAll} from '../end-to-end/press.ts'

const name = {issueId: 'today', version: 1}
const options = {readsDescriptions: false, onBytes: () => undefined}
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

test('should find every bit that is flipped', async () => {
  const files = await readAll(path.join(folder, 'today/v1'))
  const unseen: Array<string> = []
  let flipCount = 0
  for (const [file, value] of files) {
    for (let at = 0; at < value.length * 8; at++) {
      const other = Buffer.from(value)
      other[at >> 3] = (other[at >> 3] ?? 0) ^ (1 << (at & 7))
      const flipped = new Map([...files, [file, other]])
      const found = await verifyBag(holdFiles(flipped), name, options)
      if (found.length === 0) unseen.push(`${file}, bit ${at}`)
      flipCount++
    }
  }
  expect(unseen).toEqual([])
  expect(flipCount).toBeGreaterThan(4000)
})

test('should name every file whose bytes are others', async () => {
  for (const file of (await readAll(path.join(folder, 'today/v1'))).keys()) {
    if (file === 'tagmanifest-sha256.txt') continue
    const full = path.join(folder, 'today/v1', file)
    const value = await fs.readFile(full)
    const other = Buffer.from(value)
    other[other.length >> 1] = (other[other.length >> 1] ?? 0) ^ 1
    await fs.writeFile(full, other)
    const said = await verify()
    await fs.writeFile(full, value)

    expect(said.join('\n')).toContain(
      `Unexpected bytes in \`${file}\`, expected those it was put away with`
    )
  }
})

/** Hold a bag's files in memory. */
function holdFiles(
  files: ReadonlyMap<string, Buffer>
): Pick<Shelf, 'hashFile' | 'listFiles' | 'readFile'> {
  return {
    listFiles: () =>
      Promise.resolve(
        [...files].map(([file, value]) => ({
          path: file,
          byteCount: value.length
        }))
      ),
    readFile: (_, file) => Promise.resolve(files.get(file)),
    hashFile: (_, file) => Promise.resolve(hashValue(files.get(file) ?? ''))
  }
}

async function verify(): Promise<Array<string>> {
  const files = await verifyBag(shelf, name, options)
  return files.flatMap(({messages}) => messages.map(String))
}

async function check(): Promise<Array<string | undefined>> {
  const files = await verifyBag(shelf, name, options)
  return files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId))
}
