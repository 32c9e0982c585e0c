// Which years have a key: a directory beside the indexes of the years, so that a
// rare word is looked up where it is, not in one year after another.
//
// Its shards are as those of an index; where these have places, it has the years
// as bits, seven to a byte, the lowest one for the earliest year. All years that
// change are spliced in one walk through it. This file also runs in browsers.

import {
  mergeKeys,
  openShardCutter,
  walkRange,
  type KeyBytes,
  type KeyRange
} from './shard.ts'

/** What changes: years come, go or have other keys. */
export interface YearsChange {
  /** Years of the directory there is, earliest first. */
  before: ReadonlyArray<string>
  /** Years it will have. */
  after: ReadonlyArray<string>
  /** What became of the keys of those that come or changed. */
  news: ReadonlyArray<YearNews>
}

/** What became of a year's keys. */
export interface YearNews {
  year: string
  /** Whether it has none of the keys there are, but those it gains. */
  isAnew: boolean
  /** Keys it gains, in order. */
  gained: ReadonlyArray<string>
  /** Keys it loses. */
  lost: ReadonlySet<string>
}

/** Splice the directory; its shards are read one after another. */
export async function spliceYears(
  shards: AsyncIterable<Uint8Array>,
  {after, before, news}: YearsChange,
  emit: (firstKey: string, shard: Uint8Array) => void
): Promise<void> {
  const cutter = openShardCutter(emit)
  const moves = before.map((one) => after.indexOf(one))
  const isMoving = moves.some((to, from) => to !== from)
  const changes = news.map((one) => ({
    ...one,
    number: after.indexOf(one.year),
    // Of its gained keys, the first that was not passed yet.
    next: 0
  }))
  const added = [...new Set(news.flatMap(({gained}) => gained))].sort()

  await mergeKeys(shards, added, (key, there) => {
    const touching = changes.filter(
      ({gained, isAnew, lost, next}) =>
        isAnew || gained[next] === key || lost.has(key)
    )
    if (there && !isMoving && touching.length === 0) {
      return cutter.add(key, there.shard, there.from, there.to)
    }
    const years = new Set(there ? listMoved(there) : [])
    for (const change of touching) {
      years.delete(change.number)
      if (change.gained[change.next] !== key) continue
      years.add(change.number)
      change.next++
    }
    if (years.size === 0) return
    const bits = toBits(years)
    cutter.add(key, bits, 0, bits.length)
  })
  cutter.end()

  function listMoved({from, shard, to}: KeyBytes): Array<number> {
    return readBits(shard.subarray(from, to)).flatMap((number) => {
      const moved = moves[number] ?? -1
      return moved === -1 ? [] : [moved]
    })
  }
}

/** Read the years of some keys, as their numbers in the list of years. */
export function readYears(shard: Uint8Array, range: KeyRange): Set<number> {
  const years = new Set<number>()
  walkRange(shard, range, (_, from, to) => {
    for (const year of readBits(shard.subarray(from, to))) years.add(year)
  })
  return years
}

function readBits(bytes: Uint8Array): Array<number> {
  const numbers: Array<number> = []
  for (const [index, byte] of bytes.entries()) {
    for (let bit = 0; bit < 7; bit++) {
      if ((byte >> bit) % 2 === 1) numbers.push(index * 7 + bit)
    }
  }
  return numbers
}

function toBits(numbers: ReadonlySet<number>): Uint8Array {
  const bytes = new Uint8Array(Math.floor(Math.max(...numbers) / 7) + 1)
  for (const number of numbers) {
    const index = Math.floor(number / 7)
    bytes[index] = (bytes[index] ?? 0) | (1 << (number % 7))
  }
  return bytes
}
