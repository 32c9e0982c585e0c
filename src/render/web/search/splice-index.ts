// An index with some stories taken out and others put in. What stays is not
// read again but carried over as bytes, so that an issue more costs what it
// holds and one walk through the index, and the bytes are those that indexing
// everything at once would give.

import {openReader, openWriter, type ByteWriter} from './bytes.ts'
import type {Gathered} from './gather-places.ts'
import {putStory, storyOf} from './places.ts'
import {mergeKeys, openShardCutter, type KeyBytes} from './shard.ts'

/** What changes. */
export interface IndexChange {
  /**
   * New numbers of the stories there were, by their old ones; `-1` for those
   * that go. The order of those that stay does not change.
   */
  renumbered: Int32Array
  /** What comes, with new numbers. */
  added: Gathered
}

/** What is told while an index is spliced. */
export interface SpliceVisitor {
  /** A shard is done; it is not packed. */
  emit(firstKey: string, shard: Uint8Array): void
  /** A key that was not there is. */
  gain(key: string): void
  /** A key that was there is not. */
  lose(key: string): void
}

/** Splice an index; its shards are read one after another, and none is kept. */
export async function spliceIndex(
  shards: AsyncIterable<Uint8Array>,
  {added, renumbered}: IndexChange,
  {emit, gain, lose}: SpliceVisitor
): Promise<void> {
  const cutter = openShardCutter(emit)
  const none = new Float64Array()
  const writer = openWriter()
  const firstMoved = renumbered.findIndex((to, from) => to !== from)
  // Stories whose bytes can stay wholly: none moves, none goes.
  const isMoving = firstMoved !== -1

  await mergeKeys(shards, added.keys, (key, there, index) => {
    if (there && index === undefined && !isMoving) {
      return cutter.add(key, there.shard, there.from, there.to)
    }
    writer.clear()
    splicePlaces(writer, there, renumbered, placesOf(index))
    // All its stories may have gone.
    if (writer.length > 0) {
      cutter.add(key, writer.bytes, 0, writer.length)
      if (!there) gain(key)
    } else if (there) lose(key)
  })
  cutter.end()

  function placesOf(index: number | undefined): Float64Array {
    if (index === undefined) return none
    return added.places.subarray(added.starts[index], added.starts[index + 1])
  }
}

function splicePlaces(
  writer: ByteWriter,
  there: Readonly<KeyBytes> | undefined,
  renumbered: Int32Array,
  places: Float64Array
): void {
  let lastStory = 0
  let at = 0
  if (there) carryOver(there)
  putAddedBefore(Infinity)

  function carryOver({from, shard, to}: KeyBytes): void {
    const reader = openReader(shard, from)
    let old = 0
    while (reader.at < to) {
      const head = reader.take()
      old += Math.floor(head / 2)
      const start = reader.at
      const isOnce = head % 2 === 1
      let count = isOnce ? 1 : reader.take()
      for (; count > 0; count--) reader.take()
      const story = renumbered[old] ?? -1
      if (story === -1) continue
      putAddedBefore(story)
      writer.put((story - lastStory) * 2 + (isOnce ? 1 : 0))
      writer.putRange(shard, start, reader.at)
      lastStory = story
    }
  }

  function putAddedBefore(story: number): void {
    while (at < places.length) {
      const one = storyOf(places[at] ?? 0)
      if (one >= story) return
      let to = at + 1
      while (to < places.length && storyOf(places[to] ?? 0) === one) to++
      putStory(writer, places, {from: at, to, lastStory})
      lastStory = one
      at = to
    }
  }
}
