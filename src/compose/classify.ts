// Classes of characters: how each behaves in a line (CLREQ, tables of
// punctuation marks; GB/T 15834).

/** How a character behaves. */
export type CharacterClass =
  | 'close'
  | 'connector'
  | 'dash'
  | 'ellipsis'
  | 'han'
  | 'latin'
  | 'middle'
  | 'open'
  | 'point'
  | 'slash'
  | 'space'

const opening = new Set('“‘（《〈「『【〔〖｛［〘〚')
const closing = new Set('”’）》〉」』】〕〗｝］〙〛')
const points = new Set('。，、：；！？．‼⁇⁈⁉')
const middles = new Set('·・‧')
const connectors = new Set('～–-')
const solidi = new Set('／/')

// Han, kana, hangul, bopomofo, their symbols and full-width forms.
const han =
  /[\u2E80-\u2FFF\u3000-\u303F\u3040-\u30FF\u3100-\u312F\u3130-\u318F\u31A0-\u31BF\u31C0-\u31EF\u31F0-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u2460-\u24FF\u2500-\u27BF\u{20000}-\u{3FFFF}]/u

/** Classes of characters in Han copy that were asked for before. */
const known = new Map<string, CharacterClass>()

/** Characters remembered: more than any paper uses. */
const mostKnown = 30_000

/** Tell how a character behaves in copy of a language. */
export function classify(
  character: string,
  isHanCopy: boolean
): CharacterClass {
  if (!isHanCopy) return findClass(character, false)
  const found = known.get(character)
  if (found) return found
  const made = findClass(character, true)
  if (known.size < mostKnown) known.set(character, made)
  return made
}

function findClass(character: string, isHanCopy: boolean): CharacterClass {
  if (character === ' ' || character === '\n' || character === '\t') {
    return 'space'
  }
  if (isHanCopy) {
    if (opening.has(character)) return 'open'
    if (closing.has(character)) return 'close'
    if (points.has(character)) return 'point'
    if (middles.has(character)) return 'middle'
    if (character === '—' || character === '⸺') return 'dash'
    if (character === '…' || character === '⋯') return 'ellipsis'
    if (connectors.has(character)) return 'connector'
    if (solidi.has(character)) return 'slash'
  }
  return han.test(character) ? 'han' : 'latin'
}
