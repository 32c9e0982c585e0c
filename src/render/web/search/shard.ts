// A shard of the index: keys that follow each other, and where each stands. What
// is alike stands together, because it packs better.
//
// ```text
// count of keys, bytes of shapes, bytes of lengths, bytes of characters
// for each key: characters shared with the key before × 8, + how many more
// for each key: bytes of its places
// for each key: how far its first other character is from the one in that place
//               of the key before, then its others
// for each key: its places
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
  const shapes = openWriter()
  const lengths = openWriter()
  const characters = openWriter()
  const bodies = openWriter()
  let first = ''
  let last = ''
  let count = 0

  return {
    add(key, bytes, from, to) {
      const headByteCount = shapes.length + lengths.length + characters.length
      const byteCount = headByteCount + bodies.length + to - from
      if (count > 0 && byteCount > shardByteCount) end()
      if (count === 0) first = key
      let shared = 0
      while (shared < last.length && last[shared] === key[shared]) shared++
      const more = key.length - shared
      shapes.put(shared * 8 + Math.min(more, 7))
      if (more >= 7) shapes.put(more)
      for (let index = shared; index < key.length; index++) {
        // Keys ascend: the first that differs is higher, and often not by much.
        const base = index === shared ? codeAt(last, index) : 0
        characters.put(key.charCodeAt(index) - base)
      }
      lengths.put(to - from)
      bodies.putRange(bytes, from, to)
      last = key
      count++
    },
    end
  }

  function end(): void {
    if (count === 0) return
    const parts = [shapes, lengths, characters, bodies]
    const whole = openWriter(parts.reduce((sum, {length}) => sum + length, 32))
    whole.put(count)
    for (const part of parts.slice(0, -1)) whole.put(part.length)
    for (const part of parts) {
      whole.putBytes(part.view())
      part.clear()
    }
    last = ''
    count = 0
    emit(first, whole.view().slice())
  }
}

/** Told of each key of a shard, and which bytes of it are its places. */
export type KeyVisitor = (key: string, from: number, to: number) => void

/** Walk the keys of a shard, in order. */
export function walkShard(shard: Uint8Array, visit: KeyVisitor): void {
  const head = openReader(shard)
  const count = head.take()
  const shapeBytes = head.take()
  const lengthBytes = head.take()
  const characterBytes = head.take()
  const shapes = openReader(shard, head.at)
  const lengths = openReader(shard, shapes.at + shapeBytes)
  const characters = openReader(shard, lengths.at + lengthBytes)
  let from = characters.at + characterBytes
  let key = ''
  for (let index = 0; index < count; index++) {
    const shape = shapes.take()
    const shared = Math.floor(shape / 8)
    const more = shape % 8 < 7 ? shape % 8 : shapes.take()
    const base = codeAt(key, shared)
    key = key.slice(0, shared)
    for (let place = 0; place < more; place++) {
      const code = characters.take() + (place === 0 ? base : 0)
      key += String.fromCharCode(code)
    }
    const to = from + lengths.take()
    visit(key, from, to)
    from = to
  }
}

/** Which bytes of a shard are a key's. */
export interface KeyBytes {
  shard: Uint8Array
  from: number
  to: number
}

/** Told of each key, its bytes if it has some, and its index in the list. */
export type MergeVisitor = (
  key: string,
  there: Readonly<KeyBytes> | undefined,
  index: number | undefined
) => void

/** Walk the keys of shards, one after another, and those of a sorted list. */
export async function mergeKeys(
  shards: AsyncIterable<Uint8Array>,
  list: ReadonlyArray<string>,
  visit: MergeVisitor
): Promise<void> {
  // One for all keys: there are millions.
  const there: KeyBytes = {shard: new Uint8Array(), from: 0, to: 0}
  let next = 0

  for await (const shard of shards) {
    there.shard = shard
    walkShard(shard, (key, from, to) => {
      visitBefore(key)
      there.from = from
      there.to = to
      visit(key, there, list[next] === key ? next++ : undefined)
    })
  }
  visitBefore(undefined)

  function visitBefore(key: string | undefined): void {
    for (;;) {
      const one = list[next]
      if (one === undefined || (key !== undefined && one >= key)) return
      visit(one, undefined, next++)
    }
  }
}

/** Keys from one up to another. */
export interface KeyRange {
  from: string
  to: string
}

/** Walk some keys of a shard, in order. */
export function walkRange(
  shard: Uint8Array,
  range: KeyRange,
  visit: KeyVisitor
): void {
  walkShard(shard, (key, from, to) => {
    if (key >= range.from && key < range.to) visit(key, from, to)
  })
}

/** Read the places of each key of a range, with the key. */
export function readKeys(
  shard: Uint8Array,
  range: KeyRange
): Array<{key: string; places: Float64Array}> {
  const found: Array<{key: string; places: Float64Array}> = []
  walkRange(shard, range, (key, from, to) => {
    const places: Array<number> = []
    takePlaces(shard, {from, to}, places)
    found.push({key, places: Float64Array.from(places)})
  })
  return found
}

/** Find the places of all keys of a range, in order. */
export function readPlaces(shard: Uint8Array, range: KeyRange): Float64Array {
  const places: Array<number> = []
  let keyCount = 0
  walkRange(shard, range, (_, from, to) => {
    takePlaces(shard, {from, to}, places)
    keyCount++
  })
  const sorted = Float64Array.from(places)
  return keyCount > 1 ? sorted.sort() : sorted
}

function codeAt(key: string, index: number): number {
  return index < key.length ? key.charCodeAt(index) : 0
}
