// The atoms of a line, known as soon as its text is broken. Counting lines asks
// for no more than that; fitting them is for what is painted.

import type {PreparedText} from './prepare-text.ts'

/** Atoms `start` to `end`, the last not included. */
export interface LineSpan {
  start: number
  end: number
}

/** Find the atoms between two breaks. */
export function spanLine(
  {breaks}: PreparedText,
  from: number,
  to: number
): LineSpan {
  return {
    start: breaks.startAtom[from] ?? 0,
    // Spaces at the end of a line hang out of it, unseen.
    end: breaks.atom[to] ?? breaks.endAtom[to] ?? 0
  }
}
