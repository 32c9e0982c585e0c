// Find where a commentary begins below a news item, when its headline is lost.
//
// A news item speaks of others; a commentary says “we” (我们, 我市). The place
// is a paragraph that is one short sentence, with a text below it most of
// whose paragraphs say “we”, and an item above it that never does. Quotations
// don't count: in them anybody may say “we”.

/** Paragraphs of what was taken for one text. */
export interface CommentaryOptions {
  paragraphs: ReadonlyArray<{type: 'crosshead' | 'paragraph'; text: string}>
}

const maxOpeningLength = 30
const minParagraphCount = 3
const quoted = /[“「『][^”」』]*[”」』]/g
const we = /我(?:们|市|省|县|区|国|州)/

/** Find the index of the paragraph that opens the commentary. */
export function findCommentary(options: CommentaryOptions): number | undefined {
  const {paragraphs} = options
  const speaks = paragraphs.map(({text}) => we.test(text.replace(quoted, '')))

  for (const [index, {text, type}] of paragraphs.entries()) {
    if (index === 0 || type !== 'paragraph' || !isOpening(text)) continue
    const below = speaks.slice(index + 1)
    if (below.length < minParagraphCount) continue
    if (speaks.slice(0, index).includes(true)) continue
    if (below.filter(Boolean).length * 2 > below.length) return index
  }

  return undefined
}

function isOpening(text: string): boolean {
  return (
    text.length <= maxOpeningLength && text.indexOf('。') === text.length - 1
  )
}
