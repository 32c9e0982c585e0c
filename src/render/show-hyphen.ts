// A hyphen that composition added stands for no copy, but has to be painted.

import type {Line, Run} from '../model/page.ts'

/** Runs of a line; a hyphen at its end has a character of its own. */
export function showHyphen(line: Line): Array<Run> {
  const run = line.children.at(-1)
  const glyph = run?.glyphs.at(-1)
  if (line.join !== '-' || !run || glyph?.text !== '') return line.children
  const glyphs = [...run.glyphs.slice(0, -1), {...glyph, text: '-'}]
  return [...line.children.slice(0, -1), {...run, glyphs}]
}
