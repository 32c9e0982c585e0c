// Years that may have what is asked for, by the directory of years: those that
// have every key of it. This file also runs in browsers.

import {readShards, type ShardSource} from './find-stories.ts'
import type {Lookup} from './keys.ts'
import {readYears} from './splice-years.ts'

/** The directory and where its shards come from. */
export interface WordsSource extends ShardSource {
  /** Years its numbers stand for. */
  years: ReadonlyArray<string>
}

/** Leave out the years that can't have all that is looked up. */
export async function findYears(
  years: ReadonlyArray<string>,
  lookups: ReadonlyArray<Lookup>,
  source: WordsSource
): Promise<Array<string>> {
  const sets = await Promise.all(
    lookups.map(async (lookup) => {
      const shards = await readShards(lookup, source)
      const numbers = shards.flatMap((shard) => [...readYears(shard, lookup)])
      return new Set(numbers.map((number) => source.years[number]))
    })
  )
  return years.filter((year) => sets.every((set) => set.has(year)))
}
