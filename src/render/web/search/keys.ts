// Keys of the index: a unit and the first UTF-16 unit of the one after it, so
// that one key finds two characters that stand together.
//
// ```text
// 沙棘      a Chinese character and what comes next
// 棘        the last one of a block
// 2026␁年   a word, a mark that it ends here, and what comes next
// ```
//
// Marks begin no keys, but those that open something do: a phrase that begins
// with `《` can be found, one that begins with `，` is found without it. White
// begins none either. Keys are sorted by UTF-16 units: those that begin alike
// are neighbours, and one character or the beginning of a word is found as a
// range of keys. This file also runs in browsers.

import type {Unit, UnitKind} from './units.ts'

/** Ends a word in its key. */
export const wordEnd = '\u0001'

/** Begins keys that are no copy: sections, authors, kinds. */
const label = '\u0000'

/** What is filed about a story besides its copy. */
export type LabelName = 'author' | 'kind' | 'section'

/** What to look up in the index. */
export interface Lookup {
  /** Place in the phrase, in units. */
  offset: number
  /** First key and, behind the last one, the first that is too far. */
  from: string
  to: string
}

/** Whether keys begin with such units. */
export function beginsKeys(kind: UnitKind): boolean {
  return kind !== 'mark' && kind !== 'space'
}

/**
 * Give what stands in a key for the UTF-16 unit that follows: all white is one
 * kind of white, and half of a rare character says only that one follows.
 */
export function toFollower(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return 0xfffd
  return isWhite(code) ? 0x20 : code
}

function isWhite(code: number): boolean {
  if (code <= 0x20 || code === 0xa0) return true
  return (
    code >= 0x1680 && code <= 0x3000 && /\s/.test(String.fromCharCode(code))
  )
}

/** Make the key of what is filed about a story. */
export function toLabelKey(name: LabelName, value: string): string {
  return `${label}${name} ${value}`
}

/**
 * Make the key of a unit that was written otherwise than it folds: `鎮` for
 * `镇`, `WTO` for `wto`. Where readers tell one from the other, these places
 * are taken out, or only these are left.
 */
export function toWrittenKey(folded: string, written: string): string {
  return `${label}=${folded}${label}${written}`
}

/** Give how a unit was written from its key. */
export function readWritten(key: string): string {
  return key.slice(key.indexOf(label, 1) + 1)
}

/** Plan how to find all that a unit, or its beginning, was written as. */
export function toWrittenLookup(
  offset: number,
  folded: string,
  isBeginning: boolean
): Lookup {
  const from = `${label}=${folded}${isBeginning ? '' : label}`
  return {offset, from, to: `${from}\uffff`}
}

/** Plan how to find what is filed about a story. */
export function toLabelLookup(name: LabelName, value: string): Lookup {
  return toOne(0, toLabelKey(name, value))
}

/**
 * Plan how to find units that stand together, with few keys. The last word may
 * go on, unless `isWhole`.
 */
export function toLookups(
  units: ReadonlyArray<Unit>,
  isWhole: boolean
): Array<Lookup> {
  const lookups: Array<Lookup> = []
  // Units before this one are found by the lookups so far.
  let covered = 0
  for (const [offset, unit] of units.entries()) {
    const next = units[offset + 1]
    if (offset < covered) {
      // The last two need a key of their own where pairs don't come out even.
      const isLastPair = offset === units.length - 2 && covered < units.length
      if (!isLastPair || !next || !isWholeInKey(next)) continue
    }
    if (!beginsKeys(unit.kind)) continue
    if (next === undefined) {
      lookups.push({offset, ...toRange(unit, isWhole)})
      continue
    }
    lookups.push(toOne(offset, toKey(unit, next)))
    // A key holds not all of a word or a rare character that follows.
    covered = offset + (isWholeInKey(next) ? 2 : 1)
  }
  return lookups
}

function isWholeInKey({kind, text}: Unit): boolean {
  return kind !== 'word' && (kind === 'space' || text.length === 1)
}

function toKey({kind, text}: Unit, next: Unit): string {
  const first = String.fromCharCode(toFollower(next.text.charCodeAt(0)))
  return kind === 'word' ? text + wordEnd + first : text + first
}

function toOne(offset: number, key: string): Lookup {
  return {offset, from: key, to: key + label}
}

function toRange(
  {kind, text}: Unit,
  isWhole: boolean
): {from: string; to: string} {
  const from = kind === 'word' && isWhole ? text + wordEnd : text
  return {from, to: from + '\uffff'}
}
