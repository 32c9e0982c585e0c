// What is in some stories: every key with all its places, in order.

import {makeFold, type Folding} from '../../../model/fold-text.ts'
import {openKeyTable} from './key-table.ts'
import {
  beginsKeys,
  toFollower,
  toLabelKey,
  toWrittenKey,
  wordEnd
} from './keys.ts'
import {mostUnits, toPlace} from './places.ts'
import {walkUnits, type UnitKind} from './units.ts'

/** A story to index. */
export interface SearchedStory {
  /** Blocks of its copy; a phrase is never found across two of them. */
  blocks: ReadonlyArray<string>
  kind: string
  section?: string
  authors: ReadonlyArray<string>
}

/** A story and its number in the index. */
export interface NumberedStory {
  number: number
  story: SearchedStory
}

/** Keys in order, and where each stands. */
export interface Gathered {
  keys: ReadonlyArray<string>
  places: Float64Array
  /** Where the places of each key start, and at the end where all do. */
  starts: Uint32Array
}

/** Gather; stories come by their numbers. */
export function gatherPlaces(
  stories: ReadonlyArray<NumberedStory>,
  folding: Folding
): Gathered {
  const fold = makeFold(folding)
  const table = openKeyTable()
  let keyNumbers = new Uint32Array(1 << 16)
  let places = new Float64Array(1 << 16)
  let length = 0

  for (const {number, story} of stories) {
    let unitIndex = 0
    for (const block of story.blocks) {
      const text = fold(block)
      walkUnits(text, (start, end, kind) => {
        if (beginsKeys(kind) && unitIndex <= mostUnits) {
          const place = toPlace(number, unitIndex)
          add(numberKey(text, start, end, kind), place)
          if (text !== block && kind !== 'opening') {
            const folded = text.slice(start, end)
            const written = block.slice(start, end)
            if (folded !== written) {
              add(table.number(toWrittenKey(folded, written)), place)
            }
          }
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

  return deal({keys: table.list(), keyNumbers, places, length})

  function numberKey(
    text: string,
    start: number,
    end: number,
    kind: UnitKind
  ): number {
    const isEnd = end >= text.length
    const follower = isEnd ? 0 : toFollower(text.charCodeAt(end))
    if (kind !== 'word' && end - start === 1) {
      return table.numberPair(text.charCodeAt(start), follower)
    }
    const unit = text.slice(start, end)
    const mark = kind === 'word' ? wordEnd : ''
    return table.number(
      unit + mark + (isEnd ? '' : String.fromCharCode(follower))
    )
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

function toLabelKeys({authors, kind, section}: SearchedStory): Array<string> {
  return [
    toLabelKey('kind', kind),
    ...(section === undefined ? [] : [toLabelKey('section', section)]),
    ...new Set(authors.map((author) => toLabelKey('author', author)))
  ]
}

interface Undealt {
  keys: ReadonlyArray<string>
  /** For each place, the number of its key, and itself, as they came. */
  keyNumbers: Uint32Array
  places: Float64Array
  length: number
}

// Places come in order; dealt out to their keys they still are.
function deal({keyNumbers, keys, length, places}: Undealt): Gathered {
  const order = [...keys.keys()].sort((a, b) =>
    (keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1
  )
  const ranks = new Uint32Array(keys.length)
  for (const [rank, number] of order.entries()) ranks[number] = rank

  const starts = new Uint32Array(keys.length + 1)
  for (let index = 0; index < length; index++) {
    const after = (ranks[keyNumbers[index] ?? 0] ?? 0) + 1
    starts[after] = (starts[after] ?? 0) + 1
  }
  for (let rank = 1; rank < starts.length; rank++) {
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0)
  }
  const dealt = new Float64Array(length)
  const next = starts.slice()
  for (let index = 0; index < length; index++) {
    const rank = ranks[keyNumbers[index] ?? 0] ?? 0
    const at = next[rank] ?? 0
    dealt[at] = places[index] ?? 0
    next[rank] = at + 1
  }
  return {
    keys: order.map((number) => keys[number] ?? ''),
    places: dealt,
    starts
  }
}
