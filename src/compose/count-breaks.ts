// Single lines: how many a body leaves at the tops and feet of its legs. The
// composing room still tries to better them, paragraph by paragraph; make-up
// rather takes a shape that has none.

import type {LegBreaks} from '../model/plan.ts'
import {fillGreedily, findLegEnds, findSingles} from './fill-legs.ts'
import type {Row} from './row.ts'

const none: LegBreaks = {
  widowCount: 0,
  orphanCount: 0,
  orphanUnderHeadCount: 0
}

/** Count the single lines in legs of the given depths, in lines. */
export function countBreaks(
  rows: ReadonlyArray<Row>,
  depths: ReadonlyArray<number>
): LegBreaks {
  if (depths.length < 2 || rows.length === 0) return none
  // Where full legs end well there is nothing to choose.
  if (countAt(rows, fillGreedily(rows, depths)) === none) return none
  return countAt(rows, findLegEnds(rows, depths).ends)
}

function countAt(
  rows: ReadonlyArray<Row>,
  ends: ReadonlyArray<number>
): LegBreaks {
  let breaks = none
  for (const end of ends) {
    const {isOrphan, isUnderHead, isWidow} = findSingles(rows, end)
    if (!isOrphan && !isWidow) continue
    breaks = {
      widowCount: breaks.widowCount + Number(isWidow),
      orphanCount: breaks.orphanCount + Number(isOrphan),
      orphanUnderHeadCount: breaks.orphanUnderHeadCount + Number(isUnderHead)
    }
  }
  return breaks
}
