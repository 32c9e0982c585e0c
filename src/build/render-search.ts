// The search of a site: the indexes of years that changed, spliced into what is
// there, and the list of years. What names a shard is written after it.

import type {SiteDisk} from '../model/site-disk.ts'
import type {OutputFile} from '../render/renderer.ts'
import {
  packList,
  packYear,
  unpackYear,
  type Folding,
  type SearchedIssue,
  type YearChange,
  type YearIndex
} from '../render/web/web.ts'
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

/** Write the indexes of the years that changed. */
export async function renderSearch(
  {changed, folding, isAnew, outFolder, write, years}: SearchRun,
  state: SiteState,
  disk: SiteDisk
): Promise<void> {
  const lastYear = years.at(-1) ?? ''
  let newest: YearIndex | undefined
  for (const [year, folders] of changed) {
    const packed = packYear(await toChange(year, folders), folding)
    await write(packed.files)
    state.search[year] = {
      hash: packed.index.hash,
      storyCount: packed.storyCount
    }
    if (year === lastYear) newest = packed.index
  }
  if (changed.size === 0) return

  newest ??= await readIndex(lastYear)
  await write([
    packList({
      version: 1,
      years: Object.entries(state.search)
        .map(([year, one]) => ({year, ...one}))
        .sort((a, b) => (a.year < b.year ? 1 : -1)),
      ...(newest && {newest})
    })
  ])
  for (const year of changed.keys()) await removeOld(year)

  async function toChange(
    year: string,
    folders: ReadonlySet<string>
  ): Promise<YearChange> {
    const all = state.listFolders(year)
    const there = isAnew ? undefined : await readThere(year)
    const known = new Set(there?.index.issues.map(({folder}) => folder))
    const copies: Array<SearchedIssue> = []
    for (const folder of all) {
      if (known.has(folder) && !folders.has(folder)) continue
      const copy = await state.readSearched(folder)
      if (copy) copies.push(copy)
    }
    return {year, folders: all, changed: copies, ...(there && {there})}
  }

  // Only as a whole, and only what the last run left: a run that was killed may
  // have left another.
  async function readThere(year: string): Promise<YearChange['there']> {
    const index = await readIndex(year)
    if (!index || index.hash !== state.search[year]?.hash) return undefined
    const shards: Array<Uint8Array> = []
    for (const number of index.firstKeys.keys()) {
      const path = `${outFolder}/search/${year}/${index.hash}/${number}.bin`
      const shard = await disk.read(path)
      if (!shard) return undefined
      shards.push(shard)
    }
    return {index, shards}
  }

  async function readIndex(year: string): Promise<YearIndex | undefined> {
    const value = await disk.read(`${outFolder}/search/${year}/index.bin`)
    return value && unpackYear(value)
  }

  async function removeOld(year: string): Promise<void> {
    const folder = `${outFolder}/search/${year}`
    for (const name of await disk.list(folder)) {
      const isOld = /^[0-9a-f]{10}$/.test(name)
      if (isOld && name !== state.search[year]?.hash) {
        await disk.remove(`${folder}/${name}`)
      }
    }
  }
}
