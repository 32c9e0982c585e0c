// The search of a site: the indexes of years that changed, spliced into what is
// there; the directory that says which years have which words; and the list of
// years. What names a shard is written after it.
//
// Shards are read one after another. What is there counts only as a whole, and
// only as the last run left it: a run that was killed may have left another.

import type {Folding} from '../model/fold-text.ts'
import type {SiteDisk} from '../model/site-disk.ts'
import type {OutputFile} from '../render/renderer.ts'
import {
  listKeys,
  packList,
  packWords,
  packYear,
  unpackWords,
  unpackYear,
  type SearchedIssue,
  type WordsIndex,
  type YearChange,
  type YearIndex,
  type YearNews
} from '../render/web/web.ts'
import {readAhead} from './read-ahead.ts'
import type {SiteState} from './site-state.ts'

/** What to index. */
export interface SearchRun {
  outFolder: string
  /** Years of the site, oldest first. */
  years: ReadonlyArray<string>
  /** Folders of issues that changed, by year; a year of its own if all did. */
  changed: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether the indexes that are there count for nothing. */
  isAnew: boolean
  folding: Folding
  write(files: ReadonlyArray<OutputFile>): Promise<void>
}

/** Years whose indexes are in the list: each adds some 7 KB to it. */
const listedYearCount = 10

/** Write the indexes of the years that changed. */
export async function renderSearch(
  {changed, folding, isAnew, outFolder, write, years}: SearchRun,
  state: SiteState,
  disk: SiteDisk
): Promise<void> {
  if (changed.size === 0) return
  const folder = `${outFolder}/search`
  const news = new Map<string, YearNews>()
  for (const [year, folders] of changed) {
    const change = await toChange(year, folders)
    const {files, gained, index, lost, storyCount} = await packYear(
      change,
      folding
    )
    await write(files)
    state.search[year] = {hash: index.hash, storyCount}
    news.set(year, {year, gained, lost, isAnew: !change.there})
  }

  const wordsIndex = await writeWords(news)
  const newest: Array<YearIndex> = []
  for (const year of years.slice(-listedYearCount).toReversed()) {
    const index = await readIndex(year)
    if (index) newest.push(index)
  }
  await write([
    packList({
      version: 2,
      years: Object.entries(state.search)
        .map(([year, one]) => ({year, ...one}))
        .sort((a, b) => (a.year < b.year ? 1 : -1)),
      newest,
      ...(wordsIndex && {words: wordsIndex})
    })
  ])
  for (const year of changed.keys()) {
    await removeOld(year, state.search[year]?.hash)
  }
  await removeOld('words', wordsIndex?.hash)

  async function toChange(
    year: string,
    folders: ReadonlySet<string>
  ): Promise<YearChange> {
    const all = state.listFolders(year)
    const there = isAnew ? undefined : await findThere(year)
    const known = new Set(there?.index.issues.map((issue) => issue.folder))
    const copies: Array<SearchedIssue> = []
    for (const one of all) {
      if (known.has(one) && !folders.has(one)) continue
      const copy = await state.readSearched(one)
      if (copy) copies.push(copy)
    }
    return {year, folders: all, changed: copies, ...(there && {there})}
  }

  async function findThere(year: string): Promise<YearChange['there']> {
    const index = await readIndex(year)
    if (!index || index.hash !== state.search[year]?.hash) return undefined
    const isWhole = await hasShards(year, index)
    return isWhole ? {index, shards: readShards(year, index)} : undefined
  }

  async function readIndex(year: string): Promise<YearIndex | undefined> {
    const value = await disk.read(`${folder}/${year}/index.bin`)
    return value && unpackYear(value)
  }

  async function hasShards(
    name: string,
    {firstKeys, hash}: WordsIndex | YearIndex
  ): Promise<boolean> {
    const names = new Set(await disk.list(`${folder}/${name}/${hash}`))
    return firstKeys.every((_, number) => names.has(`${number}.bin`))
  }

  async function* readShards(
    name: string,
    {firstKeys, hash}: WordsIndex | YearIndex
  ): AsyncGenerator<Uint8Array, void> {
    const paths = firstKeys.map(
      (_, number) => `${folder}/${name}/${hash}/${number}.bin`
    )
    const read = async (path: string) => ({path, shard: await disk.read(path)})
    for await (const {path, shard} of readAhead(paths, read)) {
      if (!shard) throw new Error(`Could not read \`${path}\``)
      yield shard
    }
  }

  // A directory is of use where there is more than one year.
  async function writeWords(
    news: ReadonlyMap<string, YearNews>
  ): Promise<WordsIndex | undefined> {
    if (years.length < 2) {
      delete state.wordsHash
      return undefined
    }
    const there = isAnew ? undefined : await findWords()
    const before = there?.years ?? []
    const change = {before, after: years, news: await listNews(before, news)}
    if (change.news.length === 0) return there
    const shards = there ? readShards('words', there) : []
    const {files, index} = await packWords(shards, change)
    await write(files)
    state.wordsHash = index.hash
    return index
  }

  async function findWords(): Promise<WordsIndex | undefined> {
    const value = await disk.read(`${folder}/words/index.bin`)
    const index = value && unpackWords(value)
    if (!index || index.hash !== state.wordsHash) return undefined
    const isWhole = await hasShards('words', index)
    return isWhole ? index : undefined
  }

  async function listNews(
    before: ReadonlyArray<string>,
    news: ReadonlyMap<string, YearNews>
  ): Promise<Array<YearNews>> {
    const listed: Array<YearNews> = []
    for (const year of years) {
      const one = news.get(year)
      const isKnown = before.includes(year)
      if (!isKnown && !one?.isAnew) {
        const gained = await listYearKeys(year)
        listed.push({year, isAnew: true, gained, lost: new Set()})
      } else if (one && (one.isAnew || one.gained.length + one.lost.size > 0)) {
        listed.push(one)
      }
    }
    return listed
  }

  async function listYearKeys(year: string): Promise<Array<string>> {
    const index = await readIndex(year)
    return index ? listKeys(readShards(year, index)) : []
  }

  async function removeOld(
    name: string,
    hash: string | undefined
  ): Promise<void> {
    for (const old of await disk.list(`${folder}/${name}`)) {
      if (/^[0-9a-f]{10}$/.test(old) && old !== hash) {
        await disk.remove(`${folder}/${name}/${old}`)
      }
    }
  }
}
