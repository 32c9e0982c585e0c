// Where legs break badly, a pull quote stands a paragraph earlier or later, or a
// paragraph is set a line shorter or longer: a single line at a top or a foot
// costs more than a little evenness. The depth of the module is given; what does
// not fit it is not tried.

import {fillLegs, type FilledLegs} from './fill-legs.ts'
import {listMoves, type Move} from './move-rows.ts'
import type {Row} from './row.ts'

/** A paragraph, or an item of a list, that can be set in other lines. */
export interface TunableParagraph {
  id: string
  lineCount: number
  /** Other numbers of lines, with what they cost over the present one. */
  others: ReadonlyArray<{lineCount: number; cost: number}>
}

/** What to tune. */
export interface TuneRequest {
  rows: ReadonlyArray<Row>
  /** Lines of each leg. */
  depths: ReadonlyArray<number>
  /** Whether rows may change places; not where a jump parts them. */
  canMove?: boolean
  /** Called where there is something to better. */
  listParagraphs(): ReadonlyArray<TunableParagraph>
  /** Set the body with these numbers of lines, by name. */
  reflow(lineCounts: ReadonlyMap<string, number>): ReadonlyArray<Row>
}

/** Legs filled as well as it can be done. */
export interface TunedLegs {
  rows: ReadonlyArray<Row>
  filled: FilledLegs
}

/** Most paragraphs that are changed in a story. */
const mostChanges = 3
/** Evenness against breaks: a widow is worth ten lines .03 em looser. */
const evennessWeight = 0.35
/** Costs this low are not worth a change. */
const leastCost = 1.5
/** What a change has to gain. */
const leastGain = 0.5
/** A pull quote that stands elsewhere than the copy has it. */
const moveCost = 0.3

/** Fill legs; set paragraphs otherwise where it makes better breaks. */
export function tuneLegs(request: TuneRequest): TunedLegs {
  const {depths} = request
  let best: TunedLegs = {
    rows: request.rows,
    filled: fillLegs(request.rows, depths)
  }
  if (best.filled.overset.length > 0 || best.filled.cost < leastCost) {
    return best
  }

  let move: Move = (rows) => rows
  let paid = 0
  for (const other of request.canMove ? listMoves(request.rows) : []) {
    const rows = other(request.rows)
    const filled = fillLegs(rows, depths)
    if (filled.overset.length > 0) continue
    if (filled.cost + moveCost > best.filled.cost + paid - leastGain) continue
    best = {rows, filled}
    move = other
    paid = moveCost
  }
  if (best.filled.cost < leastCost) return best

  const paragraphs = request.listParagraphs()
  const chosen = new Map<string, number>()
  for (let change = 0; change < mostChanges; change++) {
    const before = best.filled.cost + paid
    let found: {id: string; lineCount: number; cost: number} | undefined
    let total = before - leastGain
    let next = best
    for (const {id, others} of paragraphs) {
      if (chosen.has(id)) continue
      for (const {lineCount, ...other} of others) {
        const cost = other.cost * evennessWeight
        if (paid + cost >= total) continue
        const rows = move(request.reflow(new Map([...chosen, [id, lineCount]])))
        const filled = fillLegs(rows, depths)
        if (filled.overset.length > 0) continue
        if (filled.cost + paid + cost >= total) continue
        total = filled.cost + paid + cost
        found = {id, lineCount, cost}
        next = {rows, filled}
      }
    }
    if (!found) break
    chosen.set(found.id, found.lineCount)
    paid += found.cost
    best = next
    if (best.filled.cost < leastCost) break
  }
  return best
}
