// A full disk: a clear error, and the archive as it was, whichever write finds
// no room.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {listBags, nameBag, putAway} from '../../src/archive/archive.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'
import {makePacked} from './made-bag.ts'

let folder = ''

beforeEach(async () => {
  folder = await makeTemporaryFolder()
})

afterEach(() => fs.rm(folder, {recursive: true}))

/** What takes room: calls of the system, and those on files that are open. */
const names = ['open', 'mkdir', 'mkdtemp', 'rename', 'writeFile', 'sync']

test.for(names)('should say so when `%s` finds no room', async (name) => {
  let failedCount = 0
  for (let failAt = 1; ; failAt++) {
    const archive = path.join(folder, `${name}-${failAt}`)
    const shelf = await openShelf({folder: archive, isNew: true})
    await putAway(makePacked({issueId: 'today', text: '一稿'}), shelf)
    const isOver = await fail(name, failAt, async () => {
      const add = putAway(makePacked({issueId: 'today', text: '二稿'}), shelf)
      return add.then(
        () => true,
        (error: unknown) => {
          expect(String(error)).toMatch(
            /The disk of `.*` is full; the archive is as it was\. Make room/
          )
          failedCount++
          return false
        }
      )
    })
    expect((await listBags(shelf)).map(nameBag)).toEqual(
      isOver ? ['today/v1', 'today/v2'] : ['today/v1']
    )
    const work = path.join(archive, '.archive/work')
    expect(await fs.readdir(work)).toEqual([])

    // With room again, it goes on.
    const again = putAway(makePacked({issueId: 'today', text: '二稿'}), shelf)
    expect((await again).outcome).toBe(isOver ? 'same' : 'added')
    expect(shelf.catalogue.find({text: '二稿', limit: 1}).count).toBe(1)
    expect(shelf.catalogue.find({text: '一稿', limit: 1}).count).toBe(0)
    shelf.close()
    if (isOver) break
  }
  expect(failedCount).toBeGreaterThan(0)
})

/** Run something while the nth call of a name finds no room. */
async function fail<Value>(
  name: string,
  failAt: number,
  run: () => Promise<Value>
): Promise<Value> {
  const handle = await fs.open('/dev/null')
  const isOfFile = name === 'writeFile' || name === 'sync'
  const target: object = isOfFile ? Object.getPrototypeOf(handle) : fs
  await handle.close()
  const real: unknown = Reflect.get(target, name)
  if (typeof real !== 'function') throw new TypeError(`No \`${name}\``)
  let count = 0
  Reflect.set(
    target,
    name,
    function (this: unknown, ...values: Array<unknown>): unknown {
      count++
      if (count !== failAt) return Reflect.apply(real, this, values)
      const full = new Error('ENOSPC: no space left on device')
      return Promise.reject(Object.assign(full, {code: 'ENOSPC'}))
    }
  )
  try {
    return await run()
  } finally {
    Reflect.set(target, name, real)
  }
}
