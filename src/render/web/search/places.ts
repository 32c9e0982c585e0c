// Where a key stands: places in order, as bytes.
//
// ```text
// for each story: story - story before, doubled, + 1 if it is there only once;
//                 how often, if more; place - place before, for each
// ```
//
// A place is a story and a unit in it as one number: `story * 2²⁰ + unit`, so
// that finding a phrase is finding numbers that are in two lists. This file
// also runs in browsers.

import {openReader, type ByteWriter} from './bytes.ts'

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

/** Put those of one story, which are a part of `places`, after another story. */
export function putStory(
  writer: ByteWriter,
  places: Float64Array,
  {from, lastStory, to}: {from: number; to: number; lastStory: number}
): void {
  const count = to - from
  const story = storyOf(places[from] ?? 0)
  writer.put((story - lastStory) * 2 + (count === 1 ? 1 : 0))
  if (count > 1) writer.put(count)
  let lastUnit = 0
  for (let index = from; index < to; index++) {
    const unit = unitOf(places[index] ?? 0)
    writer.put(unit - lastUnit)
    lastUnit = unit
  }
}

/** Take all places of some bytes, in order. */
export function takePlaces(
  bytes: Uint8Array,
  {from, to}: {from: number; to: number},
  places: Array<number>
): void {
  const reader = openReader(bytes, from)
  let story = 0
  while (reader.at < to) {
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
