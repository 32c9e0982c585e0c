// Characters of content streams, given as Latin-1, and where words and lines of
// them end (ISO 32000-1, 7.2.2).

/** A blank. */
export const blank = 1
/** A character that is something by itself. */
export const delimiter = 2
/** What operators begin with; quotation marks are operators, too. */
export const letter = 4
const endsWord = blank | delimiter

const kinds = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = blank
for (const one of '()<>[]{}/%') kinds[one.charCodeAt(0)] = delimiter
for (const one of `abcdefghijklmnopqrstuvwxyz'"`) {
  kinds[one.charCodeAt(0)] = letter
  kinds[one.toUpperCase().charCodeAt(0)] = letter
}

/** Tell what a character is: `blank`, `delimiter`, `letter`, or `0`. */
export function kindAt(content: string, at: number): number {
  return kinds[content.charCodeAt(at)] ?? 0
}

/** Find the end of the word or the name that starts at a place. */
export function findWordEnd(content: string, start: number): number {
  let at = start + 1
  while (at < content.length && (kindAt(content, at) & endsWord) === 0) at++
  return at
}

/** Find the end of a line, where a comment ends. */
export function findLineEnd(content: string, start: number): number {
  let at = start
  while (at < content.length && !'\r\n'.includes(content[at] ?? '')) at++
  return at
}
