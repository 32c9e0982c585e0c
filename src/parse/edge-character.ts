// The first and the last character of a text, rare ideographs included.

/** Give the first character; `''` of nothing. */
export function firstCharacter(text: string): string {
  const code = text.codePointAt(0)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** Give the last character; `''` of nothing. */
export function lastCharacter(text: string): string {
  const pair = text.slice(-2)
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.slice(-1)
}
