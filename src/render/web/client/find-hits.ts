// Where in a text a query's words stand.

import type {Term} from '../search/query.ts'

/** Part of a text. */
export interface Hit {
  from: number
  to: number
}

/** Find all places of the wanted terms in folded text, in order. */
export function findHits(
  folded: string,
  terms: ReadonlyArray<Term>
): Array<Hit> {
  const hits: Array<Hit> = []
  for (const {isWanted, text} of terms) {
    if (!isWanted) continue
    let from = folded.indexOf(text)
    while (from !== -1) {
      hits.push({from, to: from + text.length})
      from = folded.indexOf(text, from + text.length)
    }
  }
  return hits.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Join hits that overlap. */
export function joinHits(hits: ReadonlyArray<Hit>): Array<Hit> {
  const joined: Array<Hit> = []
  for (const hit of hits) {
    const last = joined.at(-1)
    if (last && hit.from <= last.to) last.to = Math.max(last.to, hit.to)
    else joined.push({...hit})
  }
  return joined
}
