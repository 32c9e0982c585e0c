// What people type, taken apart. Words stand in white and are all wanted; what
// is in quotation marks stands exactly so; what follows `-` is not wanted.
//
// ```text
// 沙棘 合作社          both, anywhere
// "沙棘 2026" -广告    just so, and not the other
// ```
//
// This file also runs in browsers.

import type {Fold} from './fold.ts'
import {beginsKeys, toLookups, type Lookup} from './keys.ts'
import {toUnits} from './units.ts'

/** A phrase that stories have to hold, or must not. */
export interface Term {
  /** As typed, folded: what is lit in the copy. */
  text: string
  isWanted: boolean
  lookups: Array<Lookup>
}

const pattern =
  /(?<minus>(?<!\S)[-－−])?(?:["“”„«](?<quoted>[^"“”„«»]+)["“”»]?|「(?<hooked>[^」]+)」?|(?<bare>[^\s"“”„«»「」]+))/gu

/** Take a query apart. */
export function parseQuery(query: string, fold: Fold): Array<Term> {
  return [...query.matchAll(pattern)].flatMap(({groups = {}}) => {
    const {bare, hooked, minus, quoted} = groups
    const text = fold(quoted ?? hooked ?? bare ?? '').trim()
    const units = toUnits(text)
    // What keys don't begin with can't be found at the beginning.
    const first = units.findIndex(({kind}) => beginsKeys(kind))
    if (first === -1) return []
    const isWhole = bare === undefined
    const lookups = toLookups(units.slice(first), isWhole)
    return {
      text: units
        .slice(first)
        .map((unit) => unit.text)
        .join(''),
      isWanted: !minus,
      lookups
    }
  })
}
