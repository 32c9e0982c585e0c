// Where a word may be parted: where Unicode lets a line end inside it, as after
// a hyphen or a solidus, and between its syllables.

import {hyphenate} from '../type/type.ts'
import type {Seam} from './atoms.ts'
import {findUnicodeBreaks} from './unicode-breaks.ts'

/** Part of a word; `seam` says how it parts from the next. */
export interface WordPart {
  text: string
  seam?: Seam
}

/** Fewest letters before and after a hyphen that is added. */
const leastBefore = 2
const leastAfter = 3

/** Cut a word into parts. */
export function cutWord(
  word: string,
  lang: string,
  hyphenates: boolean
): Array<WordPart> {
  const parts: Array<WordPart> = []
  for (const text of cutAtBreaks(word)) {
    const before = parts.at(-1)
    if (before) before.seam = before.text.endsWith('\u00AD') ? 'hyphen' : 'mark'
    if (hyphenates) parts.push(...cutSyllables(text, lang))
    else parts.push({text})
  }
  return parts
}

function cutAtBreaks(word: string): Array<string> {
  // Most words have letters only.
  if (/^[\p{L}\p{N}.,]*$/u.test(word)) return [word]
  const breaks = findUnicodeBreaks(word)
  const texts: Array<string> = []
  let start = 0
  for (const [unit, kind] of breaks.entries()) {
    // `e-` alone is no end of a line.
    if (kind === 'forbidden' || unit - start < 3) continue
    if (word.length - unit < 2) continue
    // A dash between words ends a line, and begins none.
    if (word[unit] === '—') continue
    texts.push(word.slice(start, unit))
    start = unit
  }
  texts.push(word.slice(start))
  return texts
}

function cutSyllables(text: string, lang: string): Array<WordPart> {
  const parts: Array<WordPart> = []
  let held = ''
  for (const run of text.match(/\p{L}+|[^\p{L}]+/gu) ?? []) {
    if (!/^\p{L}{5,}$/u.test(run)) {
      held += run
      continue
    }
    const syllables = hyphenate(run, lang)
    let left = run.length
    for (const [index, syllable] of syllables.entries()) {
      held += syllable
      left -= syllable.length
      const before = run.length - left
      if (index === syllables.length - 1) break
      if (before < leastBefore || left < leastAfter) continue
      parts.push({text: held, seam: 'hyphen'})
      held = ''
    }
  }
  if (held !== '' || parts.length === 0) parts.push({text: held})
  return parts
}
