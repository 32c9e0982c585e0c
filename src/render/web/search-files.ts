// Files of the search: for each year its shards and their list, and one list of
// years. They are packed here, so that no host has to do it.

import {createHash} from 'node:crypto'
import {deflateRawSync, inflateRawSync} from 'node:zlib'
import type {Folding} from '../../model/fold-text.ts'
import type {OutputFile} from '../renderer.ts'
import {gatherPlaces, type SearchedStory} from './search/gather-places.ts'
import {walkShard} from './search/shard.ts'
import {spliceIndex, type SpliceVisitor} from './search/splice-index.ts'
import {spliceYears, type YearsChange} from './search/splice-years.ts'
import {
  dateOf,
  packFolders,
  unpackFolders,
  type SearchList,
  type WordsIndex,
  type YearIndex
} from './search/year-index.ts'

/** An issue's stories to index. */
export interface SearchedIssue {
  folder: string
  date: string
  stories: ReadonlyArray<{folder: string} & SearchedStory>
}

/** Packed shards in their order; read one after another, none is kept. */
export type PackedShards = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** What becomes of a year's index. */
export interface YearChange {
  year: string
  /** Folders of all issues the year will have, oldest first. */
  folders: ReadonlyArray<string>
  /** Issues that are new or changed, oldest first. */
  changed: ReadonlyArray<SearchedIssue>
  /** The index there is. */
  there?: {index: YearIndex; shards: PackedShards}
}

/** The index of a year, packed. */
export interface PackedYear {
  index: YearIndex
  storyCount: number
  files: Array<OutputFile>
  /** Keys that were not there, in order, and keys that are no more. */
  gained: ReadonlyArray<string>
  lost: ReadonlySet<string>
}

/** Stories taken in at once; more would only take more memory. */
const mostStories = 2000

/**
 * Index a year. Issues that did not change are carried over as they are in the
 * index there is; the bytes are those of indexing all of them anew.
 */
export async function packYear(
  change: YearChange,
  folding: Folding
): Promise<PackedYear> {
  const {changed, folders, there, year} = change
  const wanted = new Set(folders)
  const gone = new Set(changed.map(({folder}) => folder))
  const order = new Map(folders.map((folder, index) => [folder, index]))
  let issues: ReadonlyArray<CountedIssue> = (there?.index.issues ?? []).map(
    (issue) => ({
      date: dateOf(issue),
      folder: issue.folder,
      stories: unpackFolders(issue.stories)
    })
  )
  let shards: PackedShards = there?.shards ?? []
  let packed = openPacked()
  const keys = openKeyChanges()

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
    packed = openPacked()
    await spliceIndex(
      inflateAll(shards),
      {added, renumbered: renumber(before, new Set(staying), numbers)},
      {...keys, emit: packed.emit}
    )
    ;({shards} = packed)
    gone.clear()

    function numberOf(folder: string): number {
      return numbers.get(folder) ?? 0
    }
  }
  const hash = packed.toHash()
  const index: YearIndex = {
    year,
    hash,
    firstKeys: packed.firstKeys,
    issues: issues.map(({date, folder, stories}) => {
      const issue = {folder, stories: packFolders(stories)}
      return dateOf(issue) === date ? issue : {...issue, date}
    })
  }
  return {
    index,
    storyCount: issues.reduce((sum, {stories}) => sum + stories.length, 0),
    files: [
      ...packed.toFiles(`search/${year}/${hash}`),
      {path: `search/${year}/index.bin`, value: packJson(index)}
    ],
    gained: keys.listGained(),
    lost: keys.lost
  }
}

/** The directory of years, packed. */
export interface PackedWords {
  index: WordsIndex
  files: Array<OutputFile>
}

/** Index which years have which keys. */
export async function packWords(
  shards: PackedShards,
  change: YearsChange
): Promise<PackedWords> {
  const packed = openPacked()
  await spliceYears(inflateAll(shards), change, packed.emit)
  const hash = packed.toHash()
  const index: WordsIndex = {
    hash,
    years: [...change.after],
    firstKeys: packed.firstKeys
  }
  return {
    index,
    files: [
      ...packed.toFiles(`search/words/${hash}`),
      {path: 'search/words/index.bin', value: packJson(index)}
    ]
  }
}

/** List the keys of an index, in order. */
export async function listKeys(shards: PackedShards): Promise<Array<string>> {
  const keys: Array<string> = []
  for await (const shard of inflateAll(shards)) {
    walkShard(shard, (key) => keys.push(key))
  }
  return keys
}

interface Packed {
  firstKeys: Array<string>
  shards: Array<Uint8Array>
  emit: SpliceVisitor['emit']
  /** Name what was packed so far. */
  toHash(): string
  toFiles(folder: string): Array<OutputFile>
}

function openPacked(): Packed {
  const firstKeys: Array<string> = []
  const shards: Array<Uint8Array> = []
  return {
    firstKeys,
    shards,
    emit(firstKey, shard) {
      const value = new Uint8Array(deflateRawSync(shard))
      firstKeys.push(firstKey)
      shards.push(value)
    },
    toHash() {
      const hash = createHash('sha256')
      for (const value of shards) hash.update(value)
      return hash.digest('hex').slice(0, 10)
    },
    toFiles: (folder) =>
      shards.map((value, number) => ({path: `${folder}/${number}.bin`, value}))
  }
}

interface KeyChanges extends Pick<SpliceVisitor, 'gain' | 'lose'> {
  listGained(): Array<string>
  lost: ReadonlySet<string>
}

// What one part of the issues loses another may gain.
function openKeyChanges(): KeyChanges {
  const gained = new Set<string>()
  const lost = new Set<string>()
  return {
    gain(key) {
      if (!lost.delete(key)) gained.add(key)
    },
    lose(key) {
      if (!gained.delete(key)) lost.add(key)
    },
    listGained: () => [...gained].sort((a, b) => (a < b ? -1 : 1)),
    lost
  }
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

async function* inflateAll(
  packed: PackedShards
): AsyncGenerator<Uint8Array, void> {
  for await (const shard of packed) {
    yield new Uint8Array(inflateRawSync(shard))
  }
}

/** Write the list of years, with the newest years' indexes in it. */
export function packList(list: SearchList): OutputFile {
  return {path: 'search/index.bin', value: packJson(list)}
}

/** Read the list of a year's index. */
export function unpackYear(value: Uint8Array): YearIndex {
  const index: YearIndex = JSON.parse(inflateRawSync(value).toString('utf8'))
  return index
}

/** Read the list of the directory of years. */
export function unpackWords(value: Uint8Array): WordsIndex {
  const index: WordsIndex = JSON.parse(inflateRawSync(value).toString('utf8'))
  return index
}

function packJson(value: SearchList | WordsIndex | YearIndex): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value)))
}
