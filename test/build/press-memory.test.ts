import {expect, test} from 'vitest'
import {openPressMemory} from '../../src/build/press-memory.ts'
import type {Disk} from '../../src/build/machines.ts'

test('should make again only what it was not asked for before', async () => {
  const disk = openMemoryDisk()
  expect(await run(disk, 'key')).toEqual(['cut song 1,2', 'pack 7'])
  expect(await run(disk, 'key')).toEqual([])
  expect(await run(disk, 'key', [1, 3])).toEqual(['cut song 1,3'])
  // What a run did not ask for is forgotten.
  expect(await run(disk, 'key')).toEqual(['cut song 1,2'])
})

test('should forget fonts whose glyphs have other numbers', async () => {
  const disk = openMemoryDisk()
  await run(disk, 'key')
  expect(await run(disk, 'other key')).toEqual(['cut song 1,2'])
})

test('should do without a memory that is broken', async () => {
  const disk = openMemoryDisk()
  await run(disk, 'key')
  disk.break()
  expect(await run(disk, 'key')).toEqual(['cut song 1,2', 'pack 7'])
})

async function run(
  disk: Pick<Disk, 'readCache' | 'writeCache'>,
  glyphKey: string,
  glyphIds: ReadonlyArray<number> = [1, 2]
): Promise<Array<string>> {
  const made: Array<string> = []
  const memory = await openPressMemory({
    name: 'issue 1',
    glyphKey,
    cutGlyphs: async (face, ids) => {
      made.push(`cut ${face} ${ids.join()}`)
      return {value: Uint8Array.from(ids), ids: new Map([[1, 1]])}
    },
    packStream: async (value) => {
      made.push(`pack ${value.join()}`)
      return value
    },
    disk
  })
  const {ids, value} = await memory.cutGlyphs('song', glyphIds)
  expect([...value]).toEqual(glyphIds)
  expect(ids.get(1)).toBe(1)
  expect([...(await memory.packStream(Uint8Array.of(7)))]).toEqual([7])
  await memory.keep()
  return made
}

function openMemoryDisk(): Pick<Disk, 'readCache' | 'writeCache'> & {
  break(): void
} {
  const files = new Map<string, Uint8Array>()
  return {
    readCache: async (key) => files.get(key),
    writeCache: async (key, value) => void files.set(key, value),
    break: () => {
      for (const key of files.keys()) files.set(key, Uint8Array.of(1, 2))
    }
  }
}
