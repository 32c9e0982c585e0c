// Folding: what counts as the same when copy is searched. Capitals and small
// letters always do; full and half width (`Ａ`, `A`), and traditional and
// simplified characters (`鎮`, `镇`), where a site wants it.
//
// Every UTF-16 unit folds to one unit, so places in folded text are places in
// the copy. This file also runs in browsers.

/** What counts as the same. */
export interface Folding {
  /** Whether `Ａ` counts as `A`. */
  width: boolean
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

function makeTable({script, width}: Folding): Uint16Array {
  const table = new Uint16Array(65_536)
  for (const code of table.keys()) {
    const isSurrogate = code >= 0xd800 && code < 0xe000
    const half = width ? toHalf(code) : code
    const lower = isSurrogate ? '' : String.fromCharCode(half).toLowerCase()
    table[code] = lower.length === 1 ? lower.charCodeAt(0) : half
  }
  for (let index = 0; index + 1 < script.length; index += 2) {
    table[script.charCodeAt(index)] = script.charCodeAt(index + 1)
  }
  return table
}

function toHalf(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  return code === 0x3000 ? 0x20 : code
}
