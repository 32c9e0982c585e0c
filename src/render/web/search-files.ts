// Files of the search: for each year its shards and their list, and one list of
// years. They are packed here, so that no host has to do it.

import {createHash} from 'node:crypto'
import {deflateRawSync, inflateRawSync} from 'node:zlib'
import type {OutputFile} from '../renderer.ts'
import type {Folding} from './search/fold.ts'
import {gatherPlaces, type SearchedStory} from './search/gather-places.ts'
import {spliceIndex, type StoryIndex} from './search/splice-index.ts'
import {
  packFolders,
  unpackFolders,
  type SearchList,
  type YearIndex
} from './search/year-index.ts'

/** An issue's stories to index. */
export interface SearchedIssue {
  folder: string
  date: string
  stories: ReadonlyArray<{folder: string} & SearchedStory>
}

/** What becomes of a year's index. */
export interface YearChange {
  year: string
  /** Folders of all issues the year will have, oldest first. */
  folders: ReadonlyArray<string>
  /** Issues that are new or changed, oldest first. */
  changed: ReadonlyArray<SearchedIssue>
  /** The index there is, and its shards as packed. */
  there?: {index: YearIndex; shards: ReadonlyArray<Uint8Array>}
}

/** The index of a year, packed. */
export interface PackedYear {
  index: YearIndex
  storyCount: number
  files: Array<OutputFile>
}

/** Stories taken in at once; more would only take more memory. */
const mostStories = 2000

/**
 * Index a year. Issues that did not change are carried over as they are in the
 * index there is; the bytes are those of indexing all of them anew.
 */
export function packYear(change: YearChange, folding: Folding): PackedYear {
  const {changed, folders, there, year} = change
  const wanted = new Set(folders)
  const gone = new Set(changed.map(({folder}) => folder))
  const order = new Map(folders.map((folder, index) => [folder, index]))
  let issues: ReadonlyArray<CountedIssue> = (there?.index.issues ?? []).map(
    ({date, folder, stories}) => ({
      date,
      folder,
      stories: unpackFolders(stories)
    })
  )
  let index: StoryIndex = {firstKeys: [], shards: []}
  let shards: Iterable<Uint8Array> = inflateAll(there?.shards ?? [])

  const parts = cutParts(changed)
  for (const part of parts.length > 0 ? parts : [[]]) {
    const before = issues
    const staying = before.filter(
      ({folder}) => wanted.has(folder) && !gone.has(folder)
    )
    issues = [...staying, ...part.map(toCounted)].sort(
      (a, b) => (order.get(a.folder) ?? 0) - (order.get(b.folder) ?? 0)
    )
    const numbers = numberStories(issues)
    const added = gatherPlaces(
      part
        .toSorted((a, b) => numberOf(a.folder) - numberOf(b.folder))
        .flatMap(({folder, stories}) =>
          stories.map((story, at) => ({number: numberOf(folder) + at, story}))
        ),
      folding
    )
    index = spliceIndex(shards, {
      added,
      renumbered: renumber(before, new Set(staying), numbers)
    })
    ;({shards} = index)
    gone.clear()

    function numberOf(folder: string): number {
      return numbers.get(folder) ?? 0
    }
  }
  return pack(year, index, issues)
}

interface CountedIssue {
  folder: string
  date: string
  stories: ReadonlyArray<string>
}

function toCounted({date, folder, stories}: SearchedIssue): CountedIssue {
  return {date, folder, stories: stories.map((story) => story.folder)}
}

function cutParts(
  issues: ReadonlyArray<SearchedIssue>
): Array<Array<SearchedIssue>> {
  const parts: Array<Array<SearchedIssue>> = []
  let count = Infinity
  for (const issue of issues) {
    if (count > mostStories) {
      parts.push([])
      count = 0
    }
    parts.at(-1)?.push(issue)
    count += issue.stories.length
  }
  return parts
}

// First number of each issue.
function numberStories(
  issues: ReadonlyArray<CountedIssue>
): Map<string, number> {
  const numbers = new Map<string, number>()
  let next = 0
  for (const {folder, stories} of issues) {
    numbers.set(folder, next)
    next += stories.length
  }
  return numbers
}

function renumber(
  before: ReadonlyArray<CountedIssue>,
  staying: ReadonlySet<CountedIssue>,
  numbers: ReadonlyMap<string, number>
): Int32Array {
  const count = before.reduce((sum, {stories}) => sum + stories.length, 0)
  const renumbered = new Int32Array(count).fill(-1)
  let old = 0
  for (const issue of before) {
    const first = numbers.get(issue.folder) ?? 0
    for (const at of issue.stories.keys()) {
      if (staying.has(issue)) renumbered[old] = first + at
      old++
    }
  }
  return renumbered
}

function* inflateAll(
  packed: ReadonlyArray<Uint8Array>
): Generator<Uint8Array, void> {
  for (const shard of packed) yield new Uint8Array(inflateRawSync(shard))
}

function pack(
  year: string,
  {firstKeys, shards}: StoryIndex,
  issues: ReadonlyArray<CountedIssue>
): PackedYear {
  const packed = shards.map((shard) => new Uint8Array(deflateRawSync(shard)))
  const hash = createHash('sha256')
  for (const value of packed) hash.update(value)
  const name = hash.digest('hex').slice(0, 10)
  const index: YearIndex = {
    year,
    hash: name,
    firstKeys,
    issues: issues.map(({date, folder, stories}) => ({
      folder,
      date,
      stories: packFolders(stories)
    }))
  }
  return {
    index,
    storyCount: issues.reduce((sum, {stories}) => sum + stories.length, 0),
    files: [
      ...packed.map((value, number) => ({
        path: `search/${year}/${name}/${number}.bin`,
        value
      })),
      {path: `search/${year}/index.bin`, value: packJson(index)}
    ]
  }
}

/** Write the list of years, with the newest year's index in it. */
export function packList(list: SearchList): OutputFile {
  return {path: 'search/index.bin', value: packJson(list)}
}

/** Read the list of a year's index. */
export function unpackYear(value: Uint8Array): YearIndex {
  const index: YearIndex = JSON.parse(inflateRawSync(value).toString('utf8'))
  return index
}

function packJson(value: SearchList | YearIndex): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value)))
}
