// Folding: what counts as the same when copy is searched, on the site and in the
// archive alike. Capitals and small letters; full and half width and other
// shapes of one character (`Ａ`, `A`; `①`, `1`); traditional and simplified
// characters (`鎮`, `镇`).
//
// Every UTF-16 unit folds to one unit, so places in folded text are places in
// the copy. This file also runs in browsers.

/** What counts as the same. */
export interface Folding {
  /** Whether `Ａ` counts as `A` (default: it does). */
  width?: boolean
  /** Whether `A` counts as `a` (default: it does). */
  case?: boolean
  /** Traditional and simplified characters in turn: `鎮镇門门`; or nothing. */
  script: string
}

/** Folds texts; their length stays. */
export type Fold = (text: string) => string

/** Make what folds texts. */
export function makeFold(folding: Folding): Fold {
  const table = makeTable(folding)
  return function (text) {
    const {length} = text
    let index = 0
    while (index < length && isSame(text.charCodeAt(index))) index++
    if (index === length) return text

    const units = new Uint16Array(length)
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at)
      units[at] = table[code] ?? code
    }
    let folded = ''
    for (let at = 0; at < length; at += 4096) {
      folded += String.fromCharCode(...units.subarray(at, at + 4096))
    }
    return folded
  }

  function isSame(code: number): boolean {
    return table[code] === code
  }
}

function makeTable(folding: Folding): Uint16Array {
  const {script, width = true} = folding
  const table = new Uint16Array(65_536)
  const simple = listSimple(script)
  for (const code of table.keys()) {
    const shaped = width ? toPlainShape(code) : code
    const lower = folding.case === false ? shaped : toLower(shaped)
    table[code] = simple.get(lower) ?? lower
  }
  return table
}

// 薴 is 苧, and 苧 is 苎.
function listSimple(script: string): ReadonlyMap<number, number> {
  const simple = new Map<number, number>()
  for (let index = 0; index + 1 < script.length; index += 2) {
    simple.set(script.charCodeAt(index), script.charCodeAt(index + 1))
  }
  for (const [one, other] of simple) {
    simple.set(one, simple.get(other) ?? other)
  }
  return simple
}

function toLower(code: number): number {
  if (isSurrogate(code)) return code
  const lower = String.fromCharCode(code).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}

// Only where compatible shapes are: asking takes time.
function toPlainShape(code: number): number {
  const isMaybe =
    code >= 0xa0 && (code < 0x3400 || code >= 0xf900) && !isSurrogate(code)
  if (!isMaybe) return code
  const plain = String.fromCharCode(code).normalize('NFKC')
  return plain.length === 1 ? plain.charCodeAt(0) : code
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xe000
}
