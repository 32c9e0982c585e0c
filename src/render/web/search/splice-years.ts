// Which years have a key: a directory beside the indexes of the years, so that a
// rare word is looked up where it is, not in one year after another.
//
// Its shards are as those of an index; where these have places, it has the years
// as bits, seven to a byte, the lowest one for the earliest year. This file also
// runs in browsers.

import {openShardCutter, walkRange, walkShard, type KeyRange} from './shard.ts'

/** What changes: a year comes, goes or has other keys. */
export interface YearsChange {
  /** Years of the directory there is, earliest first. */
  before: ReadonlyArray<string>
  /** Years it will have. */
  after: ReadonlyArray<string>
  /** The year whose keys change. */
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
  change: YearsChange,
  emit: (firstKey: string, shard: Uint8Array) => void
): Promise<void> {
  const {after, before, gained, isAnew, lost, year} = change
  const cutter = openShardCutter(emit)
  const moves = before.map((one) => after.indexOf(one))
  const own = after.indexOf(year)
  const ownBefore = before.indexOf(year)
  const isMoving = isAnew || moves.some((to, from) => to !== from)
  let next = 0

  for await (const shard of shards) {
    walkShard(shard, (key, from, to) => {
      addUpTo(key)
      const isGained = gained[next] === key
      if (isGained) next++
      const isLost = lost.has(key)
      if (!isMoving && !isGained && !isLost) cutter.add(key, shard, from, to)
      else add(key, listYears(shard.subarray(from, to), isLost), isGained)
    })
  }
  addUpTo(undefined)
  cutter.end()

  function addUpTo(key: string | undefined): void {
    for (;;) {
      const one = gained[next]
      if (one === undefined || (key !== undefined && one >= key)) return
      add(one, [], true)
      next++
    }
  }

  function listYears(bits: Uint8Array, isLost: boolean): Array<number> {
    return readBits(bits).flatMap((from) => {
      if (from === ownBefore && (isAnew || isLost)) return []
      const to = moves[from] ?? -1
      return to === -1 ? [] : [to]
    })
  }

  function add(
    key: string,
    years: ReadonlyArray<number>,
    isGained: boolean
  ): void {
    const all = isGained && own !== -1 ? [...years, own] : years
    if (all.length === 0) return
    const bits = toBits(all)
    cutter.add(key, bits, 0, bits.length)
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

function toBits(numbers: ReadonlyArray<number>): Uint8Array {
  const bytes = new Uint8Array(Math.floor(Math.max(...numbers) / 7) + 1)
  for (const number of numbers) {
    const index = Math.floor(number / 7)
    bytes[index] = (bytes[index] ?? 0) | (1 << (number % 7))
  }
  return bytes
}
