// The place in a story where words were found, with what stands around it.

const aroundCount = 24

/** Cut a piece of a text around the first of some words. */
export function findSnippet(text: string, query: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  const words = (query.match(/"[^"]*"?|[^\s"]+/g) ?? [])
    .map((word) => word.replaceAll('"', '').toLowerCase())
    .filter((word) => word !== '')
  const low = line.toLowerCase()
  const [first] = words
    .map((word) => ({at: low.indexOf(word), length: word.length}))
    .filter(({at}) => at !== -1)
    .sort((a, b) => a.at - b.at)
  if (!first) return ''
  const from = Math.max(0, first.at - aroundCount)
  const to = Math.min(line.length, first.at + first.length + aroundCount)
  return `${from > 0 ? '…' : ''}${line.slice(from, to).trim()}${to < line.length ? '…' : ''}`
}
