import {expect, test} from 'vitest'
import {recallPage} from '../../src/build/recall-page.ts'

test('should make again only what is made of something else', async () => {
  const cache = new Map<string, Uint8Array>()
  expect(await run(cache, 'layout 1', 'a')).toEqual(['made', 'a'])
  expect(await run(cache, 'layout 1', 'a')).toEqual(['known', 'a'])
  expect(await run(cache, 'layout 2', 'a')).toEqual(['made', 'a'])
  expect(await run(cache, 'layout 1', 'b')).toEqual(['made', 'b'])
  // What a run did not ask for is forgotten.
  expect(await run(cache, 'layout 1', 'a')).toEqual(['made', 'a'])
  expect(cache.size).toBe(2)
})

test('should do without what is broken', async () => {
  const cache = new Map<string, Uint8Array>()
  await run(cache, 'layout 1', 'a')
  for (const key of cache.keys()) cache.set(key, Uint8Array.of(1))
  expect(await run(cache, 'layout 1', 'a')).toEqual(['made', 'a'])
})

test('should keep nothing where nothing is cached', async () => {
  const cache = new Map<string, Uint8Array>()
  expect(await run(cache, 'layout 1', 'a', false)).toEqual(['made', 'a'])
  expect(cache.size).toBe(0)
})

/** Make a page of a text; tell whether it was, and what came of it. */
async function run(
  cache: Map<string, Uint8Array>,
  name: string,
  text: string,
  hasCache = true
): Promise<Array<string>> {
  let isMade = false
  const disk = {
    hasCache,
    readCache: async (key: string) => cache.get(key),
    writeCache: async (key: string, value: Uint8Array) =>
      void cache.set(key, value)
  }
  const parts = await recallPage({name, from: () => [text], disk}, () => {
    isMade = true
    return [new TextEncoder().encode(text)]
  })
  return [
    isMade ? 'made' : 'known',
    ...parts.map((part) => new TextDecoder().decode(part))
  ]
}
