// A shard of the index: keys that follow each other, and where each stands.
//
// ```text
// count of keys
// for each: characters shared with the key before, the rest, bytes of places
// for each: its places
// ```
//
// This file also runs in browsers.

import {openReader, openWriter} from './bytes.ts'
import {takePlaces} from './places.ts'

/** Bytes of a shard, before it is packed, from which on it is closed. */
const shardByteCount = 40_000

/** Cuts keys, as they come, into shards of a size that loads fast. */
export interface ShardCutter {
  /** Add a key, higher than those before; its places are a part of bytes. */
  add(key: string, bytes: Uint8Array, from: number, to: number): void
  /** Finish the last shard. */
  end(): void
}

/** Open a cutter; where it cuts depends on nothing but keys and places. */
export function openShardCutter(
  emit: (firstKey: string, shard: Uint8Array) => void
): ShardCutter {
  const heads = openWriter()
  const bodies = openWriter()
  let first = ''
  let last = ''
  let count = 0

  return {
    add(key, bytes, from, to) {
      const byteCount = heads.length + bodies.length + to - from
      if (count > 0 && byteCount > shardByteCount) end()
      if (count === 0) first = key
      let shared = 0
      while (shared < last.length && last[shared] === key[shared]) shared++
      heads.put(shared)
      heads.putText(key.slice(shared))
      heads.put(to - from)
      bodies.putRange(bytes, from, to)
      last = key
      count++
    },
    end
  }

  function end(): void {
    if (count === 0) return
    const whole = openWriter(heads.length + bodies.length + 8)
    whole.put(count)
    whole.putBytes(heads.view())
    whole.putBytes(bodies.view())
    heads.clear()
    bodies.clear()
    last = ''
    count = 0
    emit(first, whole.view().slice())
  }
}

/** Told of each key of a shard, and which bytes of it are its places. */
export type KeyVisitor = (key: string, from: number, to: number) => void

/** Walk the keys of a shard, in order. */
export function walkShard(shard: Uint8Array, visit: KeyVisitor): void {
  const reader = openReader(shard)
  const count = reader.take()
  const keys: Array<string> = []
  const lengths: Array<number> = []
  let key = ''
  for (let index = 0; index < count; index++) {
    key = key.slice(0, reader.take()) + reader.takeText()
    keys.push(key)
    lengths.push(reader.take())
  }
  let {at} = reader
  for (const [index, one] of keys.entries()) {
    const end = at + (lengths[index] ?? 0)
    visit(one, at, end)
    at = end
  }
}

/** Read the places of each key from `from` up to `to`, with the key. */
export function readKeys(
  shard: Uint8Array,
  wanted: {from: string; to: string}
): Array<{key: string; places: Float64Array}> {
  const found: Array<{key: string; places: Float64Array}> = []
  walkShard(shard, (key, from, to) => {
    if (key < wanted.from || key >= wanted.to) return
    const places: Array<number> = []
    takePlaces(shard, {from, to}, places)
    found.push({key, places: Float64Array.from(places)})
  })
  return found
}

/** Find the places of all keys from `from` up to `to`, in order. */
export function readPlaces(
  shard: Uint8Array,
  wanted: {from: string; to: string}
): Float64Array {
  const places: Array<number> = []
  let keyCount = 0
  walkShard(shard, (key, from, to) => {
    if (key < wanted.from || key >= wanted.to) return
    takePlaces(shard, {from, to}, places)
    keyCount++
  })
  const sorted = Float64Array.from(places)
  return keyCount > 1 ? sorted.sort() : sorted
}
