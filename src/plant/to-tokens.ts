// Text to the tokens of the catalogue, and a query to what SQLite looks for.

import {makeFold as makeUnitFold, type Fold} from '../model/fold-text.ts'

/** Token of everything that is neither letter, digit nor blank. */
const separator = '\uE000'

const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{N}\p{M}]|$)|[^\p{L}\p{N}\p{M}\s]+|\n+/gu

/**
 * Make what folds texts: as on sites, and compatible forms are written out
 * besides, `㎡` as `m2`. `pairs` are characters that are the same: `鎮镇門门`
 * (default: none).
 */
export function makeFold(pairs: string = ''): Fold {
  const fold = makeUnitFold({script: pairs})
  return (text) => fold(text.normalize('NFKC').toLowerCase())
}

/**
 * Cut a text into tokens: one for every Han character, one for every other
 * word, one for any run of punctuation or ends of lines. A blank is nothing:
 * papers set short names wide, and 申力 finds 申 力.
 */
export function toTokens(text: string, fold: Fold): Array<string> {
  return (fold(text).match(pieces) ?? []).map(toToken)
}

/**
 * Read a query: words between blanks must all be there, `"…"` is one phrase,
 * and a word of several characters is one phrase as it is.
 */
export function toPhrases(query: string, fold: Fold): Array<Array<string>> {
  const words = query.normalize('NFKC').match(/"[^"]*"?|[^\s"]+/g) ?? []
  return words
    .map((word) => trimSeparators(toTokens(word.replaceAll('"', ''), fold)))
    .filter((tokens) => tokens.length > 0)
}

/** Write phrases for SQLite. */
export function toMatch(phrases: ReadonlyArray<ReadonlyArray<string>>): string {
  return phrases.map((tokens) => `"${tokens.join(' ')}"`).join(' AND ')
}

/** Find the first place in a text of any of some phrases. */
export function findPhrase(
  text: string,
  phrases: ReadonlyArray<ReadonlyArray<string>>,
  fold: Fold
): {start: number; end: number} | undefined {
  const folded = fold(text)
  const tokens: Array<string> = []
  const starts: Array<number> = []
  for (const {0: piece, index} of folded.matchAll(pieces)) {
    tokens.push(toToken(piece))
    starts.push(index)
    for (const phrase of phrases) {
      const from = tokens.length - phrase.length
      if (from < 0 || !phrase.every((one, at) => one === tokens[from + at])) {
        continue
      }
      return unfold(text, starts[from] ?? 0, index + piece.length, fold)
    }
  }
  return undefined
}

// Folding changes lengths (`㎡` is `m2`): characters are counted as they fold.
function unfold(
  text: string,
  foldedStart: number,
  foldedEnd: number,
  fold: Fold
): {start: number; end: number} {
  const lengths = new Map<string, number>()
  let count = 0
  let start: number | undefined
  for (const {0: character, index} of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const length = lengths.get(character) ?? fold(character).length
    lengths.set(character, length)
    count += length
    if (count > foldedStart) start ??= index
    if (count < foldedEnd) continue
    return {start: start ?? index, end: index + character.length}
  }
  return {start: start ?? 0, end: text.length}
}

function toToken(piece: string): string {
  return /^[\p{L}\p{N}\p{M}]/u.test(piece) ? piece : separator
}

// What stands before and after a phrase is not part of it.
function trimSeparators(tokens: ReadonlyArray<string>): Array<string> {
  const trimmed = [...tokens]
  while (trimmed[0] === separator) trimmed.shift()
  while (trimmed.at(-1) === separator) trimmed.pop()
  return trimmed
}
