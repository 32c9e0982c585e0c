// Units: what copy is cut into to be searched. A Chinese character, kana or
// mark is a unit by itself; letters and digits that stand together are one
// (`1,200` is three, `沙棘2026` is three); so is the white between them.
//
// This file also runs in browsers.

/** What a unit is. */
export type UnitKind = 'mark' | 'opening' | 'single' | 'space' | 'word'

/** Told of each unit of a text: from where to where it goes, and what it is. */
export type UnitVisitor = (start: number, end: number, kind: UnitKind) => void

const kinds = ['mark', 'single', 'space', 'word', 'opening'] as const
const single =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u
const word = /[\p{L}\p{N}\p{M}]/u
const space = /\s/
// Quotation marks are not among them: they are marks of a query.
const opening = /[《〈（(【〔[『#@]/
let table: Uint8Array | undefined

/** Walk the units of folded text, in order; together they are the text. */
export function walkUnits(text: string, visit: UnitVisitor): void {
  const kindOf = (table ??= makeTable())
  const {length} = text
  let start = 0
  while (start < length) {
    const code = text.charCodeAt(start)
    const kind = kindOf[code] ?? 0
    let end = start + 1
    if (kind === 2 || kind === 3) {
      while (end < length && kindOf[text.charCodeAt(end)] === kind) end++
    } else if (code >= 0xd800 && code < 0xdc00 && isLow(text, end)) end++
    visit(start, end, kinds[kind] ?? 'mark')
    start = end
  }
}

/** A unit and what it is. */
export interface Unit {
  text: string
  kind: UnitKind
}

/** Cut folded text into units. */
export function toUnits(text: string): Array<Unit> {
  const units: Array<Unit> = []
  walkUnits(text, (start, end, kind) => {
    units.push({text: text.slice(start, end), kind})
  })
  return units
}

// Asking regular expressions once for each character there is, not in copy.
function makeTable(): Uint8Array {
  const made = new Uint8Array(65_536)
  for (const code of made.keys()) {
    const character = String.fromCharCode(code)
    if (code >= 0xd800 && code < 0xe000) made[code] = 1
    else if (single.test(character)) made[code] = 1
    else if (word.test(character)) made[code] = 3
    else if (space.test(character)) made[code] = 2
    else if (opening.test(character)) made[code] = 4
  }
  return made
}

function isLow(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code < 0xe000
}
