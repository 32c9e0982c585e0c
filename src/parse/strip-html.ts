// Raw HTML in copy is never trusted: tags go, words stay, scripts go whole.

import type {RulePage} from '../note/rule-page.ts'

/** Rule: copy has no HTML. */
export const htmlDropped: RulePage = {
  id: 'html-dropped',
  level: 'warning',
  what: 'The copy has raw HTML; its tags are left out, and scripts and styles with all that is in them.',
  why: 'HTML can run code on readers’ devices, and says nothing on paper.',
  fix: 'Write it in Markdown, or put a `\\` before the `<`.'
}

/** Take the tags out of HTML; takes time in proportion to its length. */
export function stripHtml(html: string): string {
  const parts: Array<string> = []
  let index = 0

  while (index < html.length) {
    const open = html.indexOf('<', index)
    if (open === -1) break
    parts.push(html.slice(index, open))
    const end = findEnd(html, open)
    if (end === undefined) return parts.join('')
    index = end
  }

  parts.push(html.slice(index))
  return parts.join('')
}

// Where the tag, comment or script that begins at `open` ends.
function findEnd(html: string, open: number): number | undefined {
  const head = html.slice(open, open + 10).toLowerCase()
  const hidden = /^<(script|style)\b/.exec(head)?.[1]
  if (head.startsWith('<!--')) return after(html, '-->', open + 4)
  if (hidden === undefined) return after(html, '>', open)

  const close = html.slice(open).search(new RegExp(`</${hidden}`, 'i'))
  return close === -1 ? undefined : after(html, '>', open + close)
}

function after(html: string, mark: string, from: number): number | undefined {
  const index = html.indexOf(mark, from)
  return index === -1 ? undefined : index + mark.length
}
