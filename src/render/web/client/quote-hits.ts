// A piece of a story around what was searched for, with its hits marked.

import type {Fold} from '../../../model/fold-text.ts'
import type {Term} from '../search/query.ts'
import type {StoryWords} from '../story-words.ts'
import {findHits, joinHits} from './find-hits.ts'

const isChinese = document.documentElement.lang.startsWith('zh')

/** Quote the first block with a hit, from a little before it. */
export function toQuote(
  {blocks, title}: StoryWords,
  terms: ReadonlyArray<Term>,
  tell: Fold
): Array<Node | string> {
  const beforeCount = isChinese ? 24 : 60
  const length = isChinese ? 90 : 200
  // The headline stands over it already.
  const body = blocks.filter((text) => toPlain(text) !== toPlain(title))
  const block =
    body.find((text) => findHits(tell(text), terms).length > 0) ?? body[0] ?? ''
  const [hit] = findHits(tell(block), terms)
  const start = toWordStart(block, (hit?.from ?? 0) - beforeCount)
  const end = toWordEnd(block, start + length)
  const dots = isChinese ? '……' : '…'
  return [
    start > 0 ? dots : '',
    ...mark(block.slice(start, end), terms, tell),
    end < block.length ? dots : ''
  ]
}

function toPlain(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

// Words of letters are not cut in two.
function toWordStart(text: string, from: number): number {
  if (from <= 0) return 0
  const cut = /^[^\s\p{Script=Han}]{0,30}\s+/u.exec(text.slice(from - 1))
  return cut ? from - 1 + cut[0].length : from
}

function toWordEnd(text: string, to: number): number {
  if (to >= text.length) return text.length
  const cut = /\s[^\s\p{Script=Han}]{0,30}$/u.exec(text.slice(0, to + 1))
  return cut ? cut.index : to
}

/** Mark the hits of a text. */
export function mark(
  text: string,
  terms: ReadonlyArray<Term>,
  tell: Fold
): Array<Node | string> {
  const parts: Array<Node | string> = []
  let at = 0
  for (const {from, to} of joinHits(findHits(tell(text), terms))) {
    const marked = document.createElement('mark')
    marked.textContent = text.slice(from, to)
    parts.push(text.slice(at, from), marked)
    at = to
  }
  parts.push(text.slice(at))
  return parts
}
