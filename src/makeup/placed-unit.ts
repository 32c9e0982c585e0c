// A unit at its place, and how it stands to others.

import type {LatticeRect} from '../model/plan.ts'
import {toRectangles} from './board.ts'
import type {Candidate} from './shape-table.ts'
import type {Unit} from './unit.ts'

/** A unit at its place. */
export interface PlacedUnit {
  unit: Unit
  candidate: Candidate
  area: LatticeRect
}

/** Tell whether a unit leads its page. */
export function isLead({part, rank}: Unit): boolean {
  return rank === 0 && part !== 'rest'
}

/** Tell whether a unit stands for what stays white. */
export function isWhite({facts}: Unit): boolean {
  return facts.kind === 'white'
}

/** Tell whether two units share an edge, in an L or not. */
export function standTogether(a: PlacedUnit, b: PlacedUnit): boolean {
  if (!a.candidate.shape.notch && !b.candidate.shape.notch) {
    return touches(a.area, b.area)
  }
  const others = toRectangles(b.area, b.candidate.shape.notch)
  return toRectangles(a.area, a.candidate.shape.notch).some((one) =>
    others.some((other) => touches(one, other))
  )
}

/** Tell whether two modules share an edge. */
export function touches(a: LatticeRect, b: LatticeRect): boolean {
  const aRight = a.columnIndex + a.columnCount
  const bRight = b.columnIndex + b.columnCount
  const aFoot = a.lineIndex + a.lineCount
  const bFoot = b.lineIndex + b.lineCount
  const sharesColumns = a.columnIndex < bRight && b.columnIndex < aRight
  const sharesLines = a.lineIndex < bFoot && b.lineIndex < aFoot
  return (
    (sharesLines && (aRight === b.columnIndex || bRight === a.columnIndex)) ||
    (sharesColumns && (aFoot === b.lineIndex || bFoot === a.lineIndex))
  )
}
