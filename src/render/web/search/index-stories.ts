// The index of some stories: every key with all its places, cut into shards of
// a size that loads fast. The same stories give the same bytes.

import {makeFold, type Folding} from './fold.ts'
import {openKeyTable} from './key-table.ts'
import {beginsKeys, toLabelKey, wordEnd} from './keys.ts'
import {mostUnits, openShardWriter, toPlace} from './shard.ts'
import {walkUnits, type UnitKind} from './units.ts'

/** A story to index. */
export interface SearchedStory {
  /** Blocks of its copy; a phrase is never found across two of them. */
  blocks: ReadonlyArray<string>
  kind: string
  section?: string
  authors: ReadonlyArray<string>
}

/** Shards, not yet packed. */
export interface StoryIndex {
  /** First key of each shard. */
  firstKeys: Array<string>
  shards: Array<Uint8Array>
}

/** Bytes of a shard, before it is packed, from which on it is closed. */
const shardByteCount = 40_000

/** Index stories; their numbers are their places in the list, from 0. */
export function indexStories(
  stories: ReadonlyArray<SearchedStory>,
  folding: Folding
): StoryIndex {
  return cutShards(gatherPlaces(stories, folding))
}

interface Gathered {
  keys: Array<string>
  /** For each place, the number of its key, and itself, as they came. */
  keyNumbers: Uint32Array
  places: Float64Array
  length: number
}

function gatherPlaces(
  stories: ReadonlyArray<SearchedStory>,
  folding: Folding
): Gathered {
  const fold = makeFold(folding)
  const table = openKeyTable()
  let keyNumbers = new Uint32Array(1 << 20)
  let places = new Float64Array(1 << 20)
  let length = 0

  for (const [number, story] of stories.entries()) {
    let unitIndex = 0
    for (const block of story.blocks) {
      const text = fold(block)
      walkUnits(text, (start, end, kind) => {
        if (beginsKeys(kind) && unitIndex <= mostUnits) {
          const key = numberKey(text, start, end, kind)
          add(key, toPlace(number, unitIndex))
        }
        unitIndex++
      })
      // Blocks never touch.
      unitIndex++
    }
    for (const key of toLabelKeys(story)) {
      add(table.number(key), toPlace(number, 0))
    }
  }

  return {keys: table.list(), keyNumbers, places, length}

  function numberKey(
    text: string,
    start: number,
    end: number,
    kind: UnitKind
  ): number {
    const isEnd = end >= text.length
    const next = isEnd ? 0 : text.charCodeAt(end)
    // All white is one kind of white.
    const first = next !== 0 && isWhite(next) ? 0x20 : next
    if (kind !== 'word' && end - start === 1) {
      return table.numberPair(text.charCodeAt(start), first)
    }
    const unit = text.slice(start, end)
    const mark = kind === 'word' ? wordEnd : ''
    return table.number(unit + mark + (isEnd ? '' : String.fromCharCode(first)))
  }

  function add(keyNumber: number, place: number): void {
    if (length === keyNumbers.length) grow()
    keyNumbers[length] = keyNumber
    places[length++] = place
  }

  function grow(): void {
    const moreNumbers = new Uint32Array(length * 2)
    const morePlaces = new Float64Array(length * 2)
    moreNumbers.set(keyNumbers)
    morePlaces.set(places)
    keyNumbers = moreNumbers
    places = morePlaces
  }
}

function isWhite(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || (code >= 0x1680 && isSpaceAt(code))
}

function isSpaceAt(code: number): boolean {
  return code <= 0x3000 && /\s/.test(String.fromCharCode(code))
}

function toLabelKeys({authors, kind, section}: SearchedStory): Array<string> {
  return [
    toLabelKey('kind', kind),
    ...(section === undefined ? [] : [toLabelKey('section', section)]),
    ...new Set(authors.map((author) => toLabelKey('author', author)))
  ]
}

// Places come in order; dealt out to their keys they still are.
function cutShards(gathered: Gathered): StoryIndex {
  const {keys} = gathered
  const {dealt, starts} = deal(gathered)
  const order = [...keys.keys()].sort((a, b) =>
    (keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1
  )
  const index: StoryIndex = {firstKeys: [], shards: []}
  const writer = openShardWriter()
  for (const number of order) {
    const key = keys[number] ?? ''
    const places = dealt.subarray(starts[number], starts[number + 1])
    const isFull = writer.byteCount + places.length * 2 > shardByteCount
    if (writer.byteCount > 0 && isFull) index.shards.push(writer.close())
    if (writer.byteCount === 0) index.firstKeys.push(key)
    writer.add(key, places)
  }
  if (writer.byteCount > 0) index.shards.push(writer.close())
  return index
}

function deal({keyNumbers, keys, length, places}: Gathered): {
  dealt: Float64Array
  starts: Uint32Array
} {
  const starts = new Uint32Array(keys.length + 1)
  for (let index = 0; index < length; index++) {
    const after = (keyNumbers[index] ?? 0) + 1
    starts[after] = (starts[after] ?? 0) + 1
  }
  for (let number = 1; number < starts.length; number++) {
    starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0)
  }
  const dealt = new Float64Array(length)
  const next = starts.slice()
  for (let index = 0; index < length; index++) {
    const number = keyNumbers[index] ?? 0
    const at = next[number] ?? 0
    dealt[at] = places[index] ?? 0
    next[number] = at + 1
  }
  return {dealt, starts}
}
