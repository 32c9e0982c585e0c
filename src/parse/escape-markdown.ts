// Escape plain text, so that it means itself in Markdown.

const marks = /[\\`*_{}[\]<>&~|#]|:(?=[^\s/])|:$/g
const address = /(?:https?:\/\/|www\.)[!-~]+/g
const plainAddress = /^(?:https?:\/\/|www\.)[^\\`*_{}[\]<>&~|#:]+$/

/** Escape one paragraph of plain text, all on one line. */
export function escapeMarkdown(text: string): string {
  const parts: Array<string> = []
  let index = 0

  for (const match of text.matchAll(address)) {
    parts.push(escapeMarks(text.slice(index, match.index)))
    parts.push(escapeAddress(match[0]))
    index = match.index + match[0].length
  }
  parts.push(escapeMarks(text.slice(index)))

  return parts
    .join('')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
}

function escapeMarks(text: string): string {
  return text.replace(marks, '\\$&')
}

// An escape within an address would be read as part of it.
function escapeAddress(text: string): string {
  if (plainAddress.test(text)) return text
  return escapeMarks(text)
    .replace('://', '\\://')
    .replace(/^www\./, 'www\\.')
}
