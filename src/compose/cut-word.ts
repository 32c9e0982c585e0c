// Where a word may be parted: after its hyphens and solidi, and, in languages
// whose patterns we have, between syllables.

import type {Seam} from './atoms.ts'

/** Part of a word; `seam` says how it parts from the next. */
export interface WordPart {
  text: string
  seam?: Seam
}

/** Cut a word into parts. */
export function cutWord(
  word: string,
  _lang: string,
  _hyphenates: boolean
): Array<WordPart> {
  const pieces = word.match(/[^/\-–—]+[/\-–—]*|[/\-–—]+/gu) ?? [word]
  const parts = pieces.length > 1 && word.length > 12 ? pieces : [word]
  return parts.map((text, index) =>
    index < parts.length - 1 ? {text, seam: 'mark'} : {text}
  )
}
