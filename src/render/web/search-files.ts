// Files of the search: for each year its shards and their list, and one list of
// years. They are packed here, so that no host has to do it.

import {createHash} from 'node:crypto'
import {deflateRawSync, inflateRawSync} from 'node:zlib'
import type {OutputFile} from '../renderer.ts'
import type {Folding} from './search/fold.ts'
import {indexStories, type SearchedStory} from './search/index-stories.ts'
import {
  packFolders,
  type SearchList,
  type YearIndex
} from './search/year-index.ts'

/** An issue's stories to index. */
export interface SearchedIssue {
  folder: string
  date: string
  stories: ReadonlyArray<{folder: string} & SearchedStory>
}

/** The index of a year, packed. */
export interface PackedYear {
  index: YearIndex
  storyCount: number
  files: Array<OutputFile>
}

/** Index a year; issues come oldest first. */
export function packYear(
  year: string,
  issues: ReadonlyArray<SearchedIssue>,
  folding: Folding
): PackedYear {
  const stories = issues.flatMap((issue) => issue.stories)
  const {firstKeys, shards} = indexStories(stories, folding)
  const packed = shards.map((shard) => deflateRawSync(shard))
  const hash = createHash('sha256')
  for (const value of packed) hash.update(value)
  const name = hash.digest('hex').slice(0, 10)
  const index: YearIndex = {
    year,
    hash: name,
    firstKeys,
    issues: issues.map(({date, folder, stories: inside}) => ({
      folder,
      date,
      stories: packFolders(inside.map((story) => story.folder))
    }))
  }
  return {
    index,
    storyCount: stories.length,
    files: [
      ...packed.map((value, number) => ({
        path: `search/${year}/${name}/${number}.bin`,
        value: new Uint8Array(value)
      })),
      {path: `search/${year}/index.bin`, value: pack(index)}
    ]
  }
}

/** Write the list of years, with the newest year's index in it. */
export function packList(list: SearchList): OutputFile {
  return {path: 'search/index.bin', value: pack(list)}
}

/** Read the list of a year's index. */
export function unpackYear(value: Uint8Array): YearIndex {
  const index: YearIndex = JSON.parse(inflateRawSync(value).toString('utf8'))
  return index
}

function pack(value: SearchList | YearIndex): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value)))
}
