// The place in a story where words were found, with what stands around it.

import type {Finding} from '../model/shelf.ts'

const aroundCount = 24

/** Cut a piece of a story around the first of the words; none without words. */
export function findSnippet({hit, story}: Finding): string {
  if (!hit) return ''
  const {text} = story
  const from = toEdge(text, Math.max(0, hit.start - aroundCount))
  const to = toEdge(text, Math.min(text.length, hit.end + aroundCount))
  const piece = text.slice(from, to).replaceAll(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`
}

// No character is cut in two.
function toEdge(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}
