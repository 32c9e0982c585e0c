// A shard of the index: keys that follow each other, and where each stands.
//
// ```text
// count of keys
// for each: characters shared with the key before, the rest, bytes of places
// for each: story - story before, doubled, + 1 if it is there only once;
//           how often, if more; place - place before, for each
// ```
//
// A place is a story and a unit in it as one number: `story * 2²⁰ + unit`, so
// that finding a phrase is finding numbers that are in two lists. This file
// also runs in browsers.

import {openReader, openWriter, type ByteWriter} from './bytes.ts'

/** Units of a story at most; what is longer is searched this far. */
export const mostUnits = 1_048_575

const factor = mostUnits + 1

/** Give the story of a place. */
export function storyOf(place: number): number {
  return Math.floor(place / factor)
}

/** Give the unit of a place. */
export function unitOf(place: number): number {
  return place % factor
}

/** Make a place. */
export function toPlace(story: number, unit: number): number {
  return story * factor + unit
}

// Places are given in order.
function putPlaces(writer: ByteWriter, places: Float64Array): void {
  let lastStory = 0
  for (let index = 0; index < places.length;) {
    const story = storyOf(places[index] ?? 0)
    let after = index + 1
    while (after < places.length && storyOf(places[after] ?? 0) === story) {
      after++
    }
    const count = after - index
    writer.put((story - lastStory) * 2 + (count === 1 ? 1 : 0))
    if (count > 1) writer.put(count)
    let lastUnit = 0
    for (; index < after; index++) {
      const unit = unitOf(places[index] ?? 0)
      writer.put(unit - lastUnit)
      lastUnit = unit
    }
    lastStory = story
  }
}

/** Writes a shard key by key. */
export interface ShardWriter {
  /** Bytes so far, about. */
  readonly byteCount: number
  /** Add a key, higher than those before, and its places in order. */
  add(key: string, places: Float64Array): void
  /** Finish the shard and begin another. */
  close(): Uint8Array
}

/** Open a writer of shards. */
export function openShardWriter(): ShardWriter {
  const heads = openWriter()
  const bodies = openWriter()
  let last = ''
  let count = 0

  return {
    get byteCount() {
      return heads.length + bodies.length
    },
    add(key, places) {
      const start = bodies.length
      putPlaces(bodies, places)
      let shared = 0
      while (shared < last.length && last[shared] === key[shared]) shared++
      // Half a character can't be written.
      if (/[\uD800-\uDBFF]/.test(key.charAt(shared - 1))) shared--
      heads.put(shared)
      heads.putText(key.slice(shared))
      heads.put(bodies.length - start)
      last = key
      count++
    },
    close() {
      const whole = openWriter(heads.length + bodies.length + 8)
      whole.put(count)
      whole.putBytes(heads.view())
      whole.putBytes(bodies.view())
      heads.clear()
      bodies.clear()
      last = ''
      count = 0
      return whole.view().slice()
    }
  }
}

/** Find the places of all keys from `from` up to `to`, in order. */
export function readPlaces(
  shard: Uint8Array,
  {from, to}: {from: string; to: string}
): Float64Array {
  const reader = openReader(shard)
  const count = reader.take()
  const found: Array<{at: number; length: number}> = []
  let key = ''
  let at = 0
  for (let index = 0; index < count; index++) {
    key = key.slice(0, reader.take()) + reader.takeText()
    const length = reader.take()
    if (key >= from && key < to) found.push({at, length})
    at += length
  }
  const start = reader.at
  const places: Array<number> = []
  for (const {at, length} of found) {
    takePlaces(shard, start + at, start + at + length, places)
  }
  const sorted = Float64Array.from(places)
  return found.length > 1 ? sorted.sort() : sorted
}

function takePlaces(
  shard: Uint8Array,
  start: number,
  end: number,
  places: Array<number>
): void {
  const reader = openReader(shard, start)
  let story = 0
  while (reader.at < end) {
    const head = reader.take()
    story += Math.floor(head / 2)
    let count = head % 2 === 1 ? 1 : reader.take()
    let unit = 0
    for (; count > 0; count--) {
      unit += reader.take()
      places.push(toPlace(story, unit))
    }
  }
}
