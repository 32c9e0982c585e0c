// Where a story's headline is in its manuscript: the place of notes that are
// about the story as it stands on the page.

import type {Position} from 'unist'
import type {VFile} from 'vfile'

/** Find the headline of a manuscript; its beginning where it has none. */
export function findHeadPlace({value}: VFile): Position {
  const text =
    typeof value === 'string' ? value : new TextDecoder().decode(value)
  const lines = text.split('\n')
  const found = lines.findIndex((line) => line.startsWith('# '))
  const index = Math.max(0, found)
  const offset = lines
    .slice(0, index)
    .reduce((sum, line) => sum + line.length + 1, 0)
  const start = {line: index + 1, column: 1, offset}
  return {start, end: start}
}
