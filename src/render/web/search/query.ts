// What people type, taken apart. Words stand in white and are all wanted; what
// is in quotation marks stands exactly so; what follows `-` is not wanted.
//
// ```text
// 沙棘 合作社          both, anywhere
// "沙棘 2026" -广告    just so, and not the other
// ```
//
// This file also runs in browsers.

import type {Fold} from '../../../model/fold-text.ts'
import {beginsKeys, toLookups, toWrittenLookup, type Lookup} from './keys.ts'
import {toUnits, type Unit} from './units.ts'

/** A phrase that stories have to hold, or must not. */
export interface Term {
  /** As typed, as far as readers tell one from another: lit in the copy. */
  text: string
  isWanted: boolean
  lookups: Array<Lookup>
  /** What the copy has to be written as, where readers tell more than keys. */
  spellings: Array<Spelling>
}

/** How a unit of a phrase has to be written. */
export interface Spelling {
  /** Finds the places where it is written otherwise than keys have it. */
  lookup: Lookup
  /** As keys have it, and as it is wanted. */
  folded: string
  wanted: string
  /** Whether the unit in the copy may go on. */
  isBeginning: boolean
}

/** How texts fold. */
export interface QueryFolds {
  /** As the keys of the index do: all the way. */
  fold: Fold
  /** As far as this reader wants (default: all the way). */
  tell?: Fold
}

const pattern =
  /(?<minus>(?<!\S)[-－−])?(?:["“”„«](?<quoted>[^"“”„«»]+)["“”»]?|「(?<hooked>[^」]+)」?|(?<bare>[^\s"“”„«»「」]+))/gu

/** Take a query apart. */
export function parseQuery(
  query: string,
  {fold, tell = fold}: QueryFolds
): Array<Term> {
  return [...query.matchAll(pattern)].flatMap(({groups = {}}) => {
    const {bare, hooked, minus, quoted} = groups
    const typed = (quoted ?? hooked ?? bare ?? '').trim()
    const units = toUnits(fold(typed))
    // What keys don't begin with can't be found at the beginning.
    const first = units.findIndex(({kind}) => beginsKeys(kind))
    if (first === -1) return []
    const isWhole = bare === undefined
    const start = units
      .slice(0, first)
      .reduce((length, unit) => length + unit.text.length, 0)
    const text = tell(typed.slice(start))
    const phrase = units.slice(first)
    return {
      text,
      isWanted: !minus,
      lookups: toLookups(phrase, isWhole),
      spellings: tell === fold ? [] : toSpellings(phrase, text, isWhole)
    }
  })
}

function toSpellings(
  units: ReadonlyArray<Unit>,
  text: string,
  isWhole: boolean
): Array<Spelling> {
  let start = 0
  return units.flatMap(({kind, text: folded}, offset) => {
    const wanted = text.slice(start, start + folded.length)
    start += folded.length
    if (kind !== 'single' && kind !== 'word') return []
    const isLast = offset === units.length - 1
    const isBeginning = isLast && kind === 'word' && !isWhole
    const lookup = toWrittenLookup(offset, folded, isBeginning)
    return {lookup, folded, wanted, isBeginning}
  })
}
