// Text to the tokens of the catalogue, and a query to what SQLite looks for.

/** Token of everything that is neither letter, digit nor blank. */
const separator = '\uE000'

const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{N}\p{M}]|$)|[^\p{L}\p{N}\p{M}\s]+|\n+/gu

/** Makes characters that count as the same the same. */
export type Fold = (text: string) => string

/** A token and where it stands in the text. */
export interface PlacedToken {
  token: string
  start: number
  end: number
}

/**
 * Make what folds texts: full and half width and capitals are the same, and so
 * are the characters of each pair, `鎮镇門门` (default: none).
 */
export function makeFold(pairs: string = ''): Fold {
  const simple = new Map<string, string>()
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    simple.set(pairs.charAt(index), pairs.charAt(index + 1))
  }
  // 薴 is 苧, and 苧 is 苎.
  for (const [one, other] of simple) {
    simple.set(one, simple.get(other) ?? other)
  }
  return (text) => {
    const plain = text.normalize('NFKC').toLowerCase()
    if (simple.size === 0) return plain
    return plain.replaceAll(/\p{Script=Han}/gu, (one) => simple.get(one) ?? one)
  }
}

/**
 * Cut a text into tokens: one for every Han character, one for every other
 * word, one for any run of punctuation or ends of lines. A blank is nothing:
 * papers set short names wide, and 申力 finds 申 力.
 */
export function toTokens(text: string, fold: Fold): Array<string> {
  return (fold(text).match(pieces) ?? []).map(toToken)
}

/** The same, with the place of each token. */
export function placeTokens(text: string, fold: Fold): Array<PlacedToken> {
  // Folding changes lengths (`㎡` is `m2`): it is done a character at a time.
  let folded = ''
  const known = new Map<string, string>()
  const starts: Array<number> = []
  const ends: Array<number> = []
  for (const {0: character, index} of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const one = known.get(character) ?? fold(character)
    known.set(character, one)
    folded += one
    for (let count = 0; count < one.length; count++) {
      starts.push(index)
      ends.push(index + character.length)
    }
  }
  return [...folded.matchAll(pieces)].map(({0: piece, index}) => ({
    token: toToken(piece),
    start: starts[index] ?? 0,
    end: ends[index + piece.length - 1] ?? 0
  }))
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

/** Find the first place of any of some phrases. */
export function findPhrase(
  phrases: ReadonlyArray<ReadonlyArray<string>>,
  tokens: ReadonlyArray<PlacedToken>
): {start: number; end: number} | undefined {
  for (const [index, {start}] of tokens.entries()) {
    for (const phrase of phrases) {
      const isHere = phrase.every(
        (token, offset) => tokens[index + offset]?.token === token
      )
      const last = tokens[index + phrase.length - 1]
      if (isHere && last) return {start, end: last.end}
    }
  }
  return undefined
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
