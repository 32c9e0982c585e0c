// Text to the tokens of the catalogue, and a query to what SQLite looks for.

/** Token of everything that is neither letter, digit nor blank. */
const separator = '\uE000'

const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{N}\p{M}]|$)|[^\p{L}\p{N}\p{M}\s]+|\n+/gu

/**
 * Cut a text into tokens: one for every Han character, one for every other
 * word, one for any run of punctuation or ends of lines. Full and half width
 * and capitals are the same. A blank is nothing: papers set short names wide,
 * and 申力 finds 申 力.
 */
export function toTokens(text: string): Array<string> {
  const folded = text.normalize('NFKC').toLowerCase()
  return (folded.match(pieces) ?? []).map((piece) =>
    /^[\p{L}\p{N}\p{M}]/u.test(piece) ? piece : separator
  )
}

/**
 * Write a query for SQLite: words between blanks must all be there, `"…"` is
 * one phrase, and a word of several characters is one phrase as it is.
 */
export function toMatch(query: string): string {
  const phrases = query.normalize('NFKC').match(/"[^"]*"?|[^\s"]+/g) ?? []
  return phrases
    .map((phrase) => trimSeparators(toTokens(phrase.replaceAll('"', ''))))
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => `"${tokens.join(' ')}"`)
    .join(' AND ')
}

// What stands before and after a phrase is not part of it.
function trimSeparators(tokens: ReadonlyArray<string>): Array<string> {
  const trimmed = [...tokens]
  while (trimmed[0] === separator) trimmed.shift()
  while (trimmed.at(-1) === separator) trimmed.pop()
  return trimmed
}
