// The copy back from the page: what stands on lines, joined as it was written.

import type {Block, Line, Mark} from '../model/page.ts'

/** Read the text of blocks and lines that follow each other. */
export function readText(nodes: ReadonlyArray<Block | Mark>): string {
  const lines = nodes.filter((node) => node.type === 'line')
  const last = lines.at(-1)
  let text = ''
  for (const node of nodes) {
    if (node.type === 'block') text += readText(node.children)
    if (node.type === 'line') text += readLine(node)
    if (node.type === 'line' && node.join === ' ' && node !== last) text += ' '
  }
  return text
}

/** Read the characters of a line, without a hyphen that was added. */
export function readLine(line: Line): string {
  const text = line.children
    .flatMap((run) => run.glyphs)
    .map((glyph) => glyph.text)
    .join('')
  return line.join === '-' ? text.replace(/[-\u2010]$/, '') : text
}
