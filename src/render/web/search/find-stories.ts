// Finding: which stories hold what is asked for, and where in them.
//
// Exact: a phrase is found where all its characters stand in its order, and
// nowhere else. This file also runs in browsers.

import type {Fold} from '../../../model/fold-text.ts'
import {readWritten, type Lookup} from './keys.ts'
import type {Spelling, Term} from './query.ts'
import {storyOf} from './places.ts'
import {readKeys, readPlaces} from './shard.ts'

/** Where shards come from. */
export interface ShardSource {
  /** First key of each shard. */
  firstKeys: ReadonlyArray<string>
  /** Read a shard by its index, unpacked. */
  read(index: number): Promise<Uint8Array>
}

/** A story that holds what is asked for. */
export interface FoundStory {
  /** Number of the story. */
  story: number
  /** How often it holds what is asked for. */
  count: number
}

/**
 * Find stories that hold all wanted terms and none of the others; `tell` says
 * what readers tell apart, where that is more than keys do.
 */
export async function findStories(
  terms: ReadonlyArray<Term>,
  labels: ReadonlyArray<Lookup>,
  source: ShardSource,
  tell: Fold = (text) => text
): Promise<Array<FoundStory>> {
  const wanted = terms.filter(({isWanted}) => isWanted)
  if (wanted.length === 0 && labels.length === 0) return []

  const lists = await Promise.all([
    ...wanted.map((term) => findTerm(term, source, tell)),
    ...labels.map((lookup) => findPhrase([lookup], source))
  ])
  const unwanted = await Promise.all(
    terms
      .filter(({isWanted}) => !isWanted)
      .map((term) => findTerm(term, source, tell))
  )

  const counts = lists.map(countStories)
  const excluded = unwanted.map(countStories)
  const [first = new Map<number, number>(), ...rest] = counts
  const found: Array<FoundStory> = []
  for (const story of first.keys()) {
    if (!rest.every((map) => map.has(story))) continue
    if (excluded.some((map) => map.has(story))) continue
    const count = counts.slice(0, wanted.length)
    found.push({
      story,
      count: count.reduce((sum, map) => sum + (map.get(story) ?? 0), 0)
    })
  }
  return found
}

// Where a term stands, written as is wanted.
async function findTerm(
  {lookups, spellings}: Term,
  source: ShardSource,
  tell: Fold
): Promise<Float64Array> {
  const [found, ...written] = await Promise.all([
    findPhrase(lookups, source),
    ...spellings.map(({lookup}) => findWritten(lookup, source))
  ])
  return spellings.reduce(
    (places, spelling, index) =>
      keepWritten(places, spelling, written[index] ?? [], tell),
    found
  )
}

interface Written {
  key: string
  places: Float64Array
}

// Most of the copy is written as keys have it; what is not is listed.
function keepWritten(
  places: Float64Array,
  {folded, isBeginning, lookup, wanted}: Spelling,
  written: ReadonlyArray<Written>,
  tell: Fold
): Float64Array {
  const isAsKeys = wanted === folded
  const listed = new Set<number>()
  for (const one of written) {
    const told = tell(readWritten(one.key))
    const isWanted = isBeginning ? told.startsWith(wanted) : told === wanted
    if (isWanted === isAsKeys) continue
    for (const place of one.places) listed.add(place - lookup.offset)
  }
  return places.filter((place) => listed.has(place) !== isAsKeys)
}

async function findWritten(
  lookup: Lookup,
  source: ShardSource
): Promise<Array<Written>> {
  const shards = await readShards(lookup, source)
  return shards.flatMap((shard) => readKeys(shard, lookup))
}

/** Find the places where a phrase begins. */
async function findPhrase(
  lookups: ReadonlyArray<Lookup>,
  source: ShardSource
): Promise<Float64Array> {
  const lists = await Promise.all(
    lookups.map(async (lookup) => {
      const places = await findPlaces(lookup, source)
      return places.map((place) => place - lookup.offset)
    })
  )
  // The shortest list first: what is not in it need not be looked at.
  lists.sort((a, b) => a.length - b.length)
  const [first = new Float64Array(), ...rest] = lists
  return rest.reduce(intersect, first)
}

async function findPlaces(
  lookup: Lookup,
  source: ShardSource
): Promise<Float64Array> {
  const shards = await readShards(lookup, source)
  const lists = shards.map((shard) => readPlaces(shard, lookup))
  if (lists.length === 1) return lists[0] ?? new Float64Array()
  return Float64Array.from(lists.flatMap((list) => [...list])).sort()
}

/** Read the shards that may hold keys of a lookup. */
export function readShards(
  {from, to}: Lookup,
  {firstKeys, read}: ShardSource
): Promise<Array<Uint8Array>> {
  const first = Math.max(0, countUpTo(firstKeys, from) - 1)
  const parts: Array<Promise<Uint8Array>> = []
  for (let index = first; index < firstKeys.length; index++) {
    if (index > first && (firstKeys[index] ?? '') >= to) break
    parts.push(read(index))
  }
  return Promise.all(parts)
}

// How many keys are not above the one given.
function countUpTo(keys: ReadonlyArray<string>, key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((keys[middle] ?? '') <= key) low = middle + 1
    else high = middle
  }
  return low
}

function intersect(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(Math.min(a.length, b.length))
  let count = 0
  let at = 0
  for (const place of a) {
    while (at < b.length && (b[at] ?? 0) < place) at++
    if (b[at] === place) both[count++] = place
  }
  return both.subarray(0, count)
}

function countStories(places: Float64Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const place of places) {
    const story = storyOf(place)
    counts.set(story, (counts.get(story) ?? 0) + 1)
  }
  return counts
}
