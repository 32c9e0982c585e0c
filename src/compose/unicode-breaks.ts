// Where a line may end, by the Unicode line breaking algorithm (UAX #14,
// version 15.0): what Chinese rules leave open, and all of Latin copy.
//
// Numbers follow the regular expression of its section 8.2, example 7, as
// Unicode's own test does.

import {classLetters, classNames, classRuns} from './unicode-classes.ts'

type ClassName = (typeof classNames)[number]

/** What a place between two characters is. */
export type BreakKind = 'allowed' | 'forbidden' | 'required'

/**
 * Find the places where a line of `text` may end.
 *
 * One entry for each UTF-16 unit: the place before it; the first is forbidden.
 */
export function findUnicodeBreaks(text: string): Array<BreakKind> {
  const units = readUnits(text)
  const breaks: Array<BreakKind> = []
  for (let index = 0; index < text.length; index++) breaks.push('forbidden')
  for (let index = 1; index < units.length; index++) {
    const unit = units[index]
    if (unit) breaks[unit.start] = decide(units, index)
  }
  return breaks
}

/** A character as the rules see it. */
interface Unit {
  /** Its first UTF-16 unit. */
  start: number
  /** Its own class. */
  raw: ClassName
  /** The class it stands for, with what combines with it (LB9, LB10). */
  name: ClassName
  /** Whether it combines with the character before. */
  isJoined: boolean
}

function readUnits(text: string): Array<Unit> {
  const units: Array<Unit> = []
  let start = 0
  for (const character of text) {
    const raw = classOf(character.codePointAt(0) ?? 0)
    const before = units.at(-1)
    const combines = raw === 'CM' || raw === 'ZWJ'
    const isJoined =
      combines && before !== undefined && !isOneOf(before.name, hardClasses)
    const name = isJoined ? before.name : combines ? 'AL' : raw
    units.push({start, raw, name, isJoined})
    start += character.length
  }
  return units
}

const hardClasses = ['BK', 'CR', 'LF', 'NL', 'SP', 'ZW'] as const

function decide(units: ReadonlyArray<Unit>, index: number): BreakKind {
  const before = units[index - 1]
  const after = units[index]
  if (!before || !after) return 'forbidden'
  // LB31: most pairs of Chinese copy, which no rule before it holds together.
  if (before.raw === 'ID' && after.raw === 'ID') return 'allowed'
  // LB4–LB7
  if (before.raw === 'BK' || before.raw === 'LF' || before.raw === 'NL') {
    return 'required'
  }
  if (before.raw === 'CR') return after.raw === 'LF' ? 'forbidden' : 'required'
  if (isOneOf(after.raw, ['BK', 'CR', 'LF', 'NL', 'SP', 'ZW'])) {
    return 'forbidden'
  }
  // LB8, LB8a, LB9
  const last = skipSpaces(units, index - 1)
  if (last?.raw === 'ZW') return 'allowed'
  if (before.raw === 'ZWJ' || after.isJoined) return 'forbidden'
  return isForbidden(units, index, last) ? 'forbidden' : 'allowed'
}

/** The character before, spaces passed over. */
function skipSpaces(
  units: ReadonlyArray<Unit>,
  from: number
): Unit | undefined {
  let at = from
  while (units[at]?.raw === 'SP') at--
  return units[at]
}

function isForbidden(
  units: ReadonlyArray<Unit>,
  index: number,
  last: Unit | undefined
): boolean {
  const a = units[index - 1]?.name ?? 'AL'
  const b = units[index]?.name ?? 'AL'
  const spaced = last?.name
  const isSpaced = units[index - 1]?.raw === 'SP'

  // LB11–LB13
  if (b === 'WJ' || a === 'WJ' || a === 'GL') return true
  if (b === 'GL' && !isOneOf(a, ['SP', 'BA', 'HY'])) return true
  if (b === 'EX') return true
  if (isOneOf(b, ['CL', 'CP', 'IS', 'SY']) && a !== 'NU') return true
  // LB14–LB17, over spaces
  if (spaced === 'OP' || spaced === 'OPW') return true
  if (spaced === 'QU' && isOneOf(b, ['OP', 'OPW'])) return true
  if (isOneOf(spaced, ['CL', 'CP']) && b === 'NS') return true
  if (spaced === 'B2' && b === 'B2') return true
  // LB18–LB20
  if (isSpaced) return false
  if (a === 'QU' || b === 'QU') return true
  if (a === 'CB' || b === 'CB') return false
  // LB21–LB22
  if (isOneOf(b, ['BA', 'HY', 'NS']) || a === 'BB') return true
  if (isOneOf(a, ['BA', 'HY']) && isHebrew(units, index - 2)) return true
  if ((a === 'SY' && b === 'HL') || b === 'IN') return true
  return (
    joinsWords(a, b) ||
    joinsNumbers(units, index) ||
    joinsSyllables(a, b) ||
    joinsPictures(units, index)
  )
}

const letters = ['AL', 'HL'] as const
const pictures = ['EB', 'EM', 'ID', 'IDP'] as const
const hangul = ['H2', 'H3', 'JL', 'JT', 'JV'] as const

function isHebrew(units: ReadonlyArray<Unit>, from: number): boolean {
  let at = from
  while (units[at + 1]?.isJoined) at--
  return units[at]?.name === 'HL'
}

/** LB23, LB23a, LB24, LB28–LB30: letters, and what goes with them. */
function joinsWords(a: ClassName, b: ClassName): boolean {
  if (isOneOf(a, letters)) {
    return isOneOf(b, ['AL', 'HL', 'NU', 'OP', 'PO', 'PR'])
  }
  if (isOneOf(b, letters)) {
    return isOneOf(a, ['CP', 'IS', 'NU', 'PO', 'PR'])
  }
  if (a === 'NU' && b === 'OP') return true
  if (a === 'CP' && b === 'NU') return true
  return (
    (a === 'PR' && isOneOf(b, pictures)) || (isOneOf(a, pictures) && b === 'PO')
  )
}

/** LB25: `(PR|PO)? (OP|HY)? NU (NU|SY|IS)* (CL|CP)? (PR|PO)?` is one piece. */
function joinsNumbers(units: ReadonlyArray<Unit>, index: number): boolean {
  const a = units[index - 1]?.name
  const b = units[index]?.name
  const next = nextBase(units, index)
  if (isOneOf(a, ['PO', 'PR'])) {
    if (b === 'NU') return true
    if (isOneOf(b, ['HY', 'OP', 'OPW'])) return next === 'NU'
  }
  if (isOneOf(a, ['HY', 'OP', 'OPW']) && b === 'NU') return true
  if (!isOneOf(b, ['CL', 'CP', 'IS', 'NU', 'PO', 'PR', 'SY'])) {
    return false
  }
  // Behind a number: figures and their points, at most one bracket.
  let at = index - 1
  if (isOneOf(b, ['PO', 'PR']) && isOneOf(a, ['CL', 'CP'])) {
    at = previousBase(units, at)
  }
  while (isOneOf(units[at]?.name, ['IS', 'SY'])) at = previousBase(units, at)
  return units[at]?.name === 'NU'
}

/** Class of the next character that does not combine with this one. */
function nextBase(
  units: ReadonlyArray<Unit>,
  from: number
): ClassName | undefined {
  let at = from + 1
  while (units[at]?.isJoined) at++
  return units[at]?.name
}

/** Index of the character before this one and what combines with it. */
function previousBase(units: ReadonlyArray<Unit>, from: number): number {
  let at = from
  while (units[at]?.isJoined) at--
  return at - 1
}

/** LB26, LB27: Korean syllables. */
function joinsSyllables(
  a: ClassName | undefined,
  b: ClassName | undefined
): boolean {
  if (a === 'JL') return isOneOf(b, ['H2', 'H3', 'JL', 'JV', 'PO'])
  if (a === 'JV' || a === 'H2') return isOneOf(b, ['JT', 'JV', 'PO'])
  if (a === 'JT' || a === 'H3') return isOneOf(b, ['JT', 'PO'])
  return a === 'PR' && isOneOf(b, hangul)
}

/** LB30a, LB30b: flags of two letters, hands with a colour of skin. */
function joinsPictures(units: ReadonlyArray<Unit>, index: number): boolean {
  const a = units[index - 1]?.name
  const b = units[index]?.name
  if (b === 'EM') return a === 'EB' || a === 'IDP'
  if (a !== 'RI' || b !== 'RI') return false
  let count = 0
  let at = index - 1
  while (units[at]?.name === 'RI') {
    count++
    at = previousBase(units, at)
  }
  return count % 2 === 1
}

function isOneOf(
  name: ClassName | undefined,
  names: ReadonlyArray<ClassName>
): boolean {
  return name !== undefined && names.includes(name)
}

/** Class of every character, as an index of `classNames`; the same for all. */
const table = readTable()

function readTable(): Uint8Array {
  const classes = new Uint8Array(0x110000)
  let start = 0
  for (const [, letter = '', length = ''] of classRuns.matchAll(
    /(?<letter>[^0-9a-z])(?<length>[0-9a-z]+)/gu
  )) {
    const end = start + Number.parseInt(length, 36)
    classes.fill(classLetters.indexOf(letter), start, end)
    start = end
  }
  return classes
}

function classOf(code: number): ClassName {
  return classNames[table[code] ?? 0] ?? 'AL'
}
