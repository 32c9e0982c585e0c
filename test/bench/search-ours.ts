// Our search measured: what the browser would load is counted as it is packed.

import process from 'node:process'
import {inflateRawSync} from 'node:zlib'
import {makeFold} from '../../src/model/fold-text.ts'
import {packList, packYear} from '../../src/render/web/search-files.ts'
import {findStories} from '../../src/render/web/search/find-stories.ts'
import {parseQuery} from '../../src/render/web/search/query.ts'
import {findTruth, makeQueries, makeStories} from '../made/make-stories.ts'

/** What was measured. */
export interface SearchFigures {
  storyCount: number
  buildMs: number
  /** Most memory the process held while it made the index. */
  memoryMb: number
  byteCount: number
  fileCount: number
  queries: Array<{
    query: string
    found: number
    truth: number
    bytes: number
    requests: number
    ms: number
  }>
}

const perIssue = 20

/** Measure. */
export async function measureOurs(count: number): Promise<SearchFigures> {
  const stories = makeStories(count)
  const folding = {script: ''}
  // Issues of twenty stories: with 20,000 these are three years in one.
  const issues = Array.from(
    {length: Math.ceil(count / perIssue)},
    (_, index) => ({
      folder: `2026/${index}/`,
      date: '2026-06-02',
      stories: stories
        .slice(index * perIssue, (index + 1) * perIssue)
        .map((story, number) => ({
          ...story,
          folder: `p${Math.floor(number / 10) + 1}/a${(number % 10) + 1}`
        }))
    })
  )
  const start = performance.now()
  const packed = await packYear(
    {year: '2026', folders: issues.map(({folder}) => folder), changed: issues},
    folding
  )
  const buildMs = performance.now() - start
  const memoryMb = process.resourceUsage().maxRSS / 1000

  const sizes = packed.files.map(({value}) => value.length)
  const list = packList({
    version: 2,
    years: [{year: '2026', hash: packed.index.hash, storyCount: count}],
    newest: [packed.index]
  }).value.length
  const fold = makeFold(folding)
  const queries: SearchFigures['queries'] = []
  for (const query of makeQueries(stories)) {
    const loaded = new Set<number>()
    const began = performance.now()
    const found = await findStories(parseQuery(query, {fold}), [], {
      firstKeys: packed.index.firstKeys,
      read: (index) => {
        loaded.add(index)
        const value = packed.files[index]?.value
        if (typeof value === 'string' || !value) throw new Error('no shard')
        return Promise.resolve(new Uint8Array(inflateRawSync(value)))
      }
    })
    const ms = performance.now() - began
    const bytes = [...loaded].reduce(
      (sum, index) => sum + (sizes[index] ?? 0),
      0
    )
    const truth = findTruth(stories, query)
    const numbers = found.map(({story}) => story).sort((a, b) => a - b)
    queries.push({
      query,
      // Not only as many: the same ones.
      found: numbers.join() === truth.join() ? truth.length : -found.length,
      truth: truth.length,
      bytes: bytes + list,
      requests: loaded.size + 1,
      ms
    })
  }
  return {
    storyCount: count,
    buildMs,
    memoryMb,
    byteCount: sizes.reduce((sum, size) => sum + size, 0),
    fileCount: sizes.length,
    queries
  }
}
