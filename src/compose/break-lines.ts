// Line breaking: all breaks of a paragraph chosen together, so that its lines
// are of even colour (Knuth & Plass 1981; CLREQ: squeeze before stretch).
//
// Lines are boxes with gaps; for each place a line may end, the best way to
// get there is kept for each of three colours of the last line, so that a loose
// line does not stand beside a tight one.

import type {CompositionRules} from '../template/template.ts'
import type {Atom} from './atoms.ts'
import {toGap, type Gap} from './gaps.ts'

/** A paragraph to break. */
export interface BreakRequest {
  atoms: ReadonlyArray<Atom>
  measurePt: number
  /** Indent of the first line, and of the others. */
  firstIndentPt: number
  indentPt: number
  rules: CompositionRules
  isHan: boolean
  /** Whether lines are stretched to the measure. */
  isJustified: boolean
}

/** One line: atoms `start` to `end`, the last not included. */
export interface BrokenLine {
  start: number
  end: number
  /** Width of each gap after an atom of the line, in points. */
  gapsPt: ReadonlyArray<number>
  /** Indent of the line, in points. */
  indentPt: number
  /** Blank kept after the last mark, in points. */
  trailPt: number
  /** Space added at an ordinary gap, in em; negative is squeezed. */
  stretchEm: number
}

/** Breaks with all gaps of the paragraph. */
interface State {
  cost: number
  from: number
  fromColor: number
}

const colorCount = 3

/** Break a paragraph into lines. */
export function breakLines(request: BreakRequest): Array<BrokenLine> {
  const {atoms} = request
  if (atoms.length === 0) return []
  const gaps = atoms.map((atom, index) => {
    const next = atoms[index + 1]
    return next ? toGap(atom, next, request.rules, request.isHan) : endGap
  })
  const ruler = toRuler(atoms, gaps)
  const states: Array<Array<State | undefined>> = Array.from(
    {length: atoms.length + 1},
    () => []
  )
  states[0] = [undefined, {cost: 0, from: -1, fromColor: 1}]

  for (let end = 1; end <= atoms.length; end++) {
    const penalty = penaltyAt(end)
    if (penalty === Infinity) continue
    reach(end, penalty)
  }

  return trace(request, gaps, ruler, states)

  function penaltyAt(end: number): number {
    if (end === atoms.length) return 0
    if (atoms[end - 1]?.isBreak) return 0
    return gaps[end - 1]?.penalty ?? 0
  }

  function reach(end: number, penalty: number): void {
    for (let start = end - 1; start >= 0; start--) {
      if (start < end - 1 && atoms[start]?.isBreak) break
      const before = states[start]
      const fit = measureLine(request, ruler, start, end)
      if (before && before.length > 0) {
        extend(end, start, before, fit, penalty)
      }
      // Even squeezed it is too wide: longer lines are hopeless.
      if (fit.excessPt > fit.shrinkPt + 0.01 && start < end - 1) break
    }
  }

  function extend(
    end: number,
    start: number,
    before: ReadonlyArray<State | undefined>,
    fit: Fit,
    penalty: number
  ): void {
    const isLast = end === atoms.length || atoms[end - 1]?.isBreak === true
    const price = priceLine(request, fit, isLast, start, end)
    for (let color = 0; color < colorCount; color++) {
      const state = before[color]
      if (!state) continue
      const jump = Math.abs(price.color - color)
      const contrast = start === 0 ? 0 : jump === 2 ? 3 : jump * 0.4
      const cost = state.cost + price.cost + penalty + contrast
      const known = states[end]?.[price.color]
      if (known && known.cost <= cost) continue
      const row = states[end]
      if (row) row[price.color] = {cost, from: start, fromColor: color}
    }
  }
}

const endGap: Gap = {naturalPt: 0, shrinkPt: 0, stretch: 0, penalty: 0}

/** Sums up to each atom, so that any line is measured by subtraction. */
interface Ruler {
  widthPt: Float64Array
  naturalPt: Float64Array
  shrinkPt: Float64Array
  stretch: Float64Array
}

function toRuler(atoms: ReadonlyArray<Atom>, gaps: ReadonlyArray<Gap>): Ruler {
  const length = atoms.length + 1
  const ruler: Ruler = {
    widthPt: new Float64Array(length),
    naturalPt: new Float64Array(length),
    shrinkPt: new Float64Array(length),
    stretch: new Float64Array(length)
  }
  for (const [index, atom] of atoms.entries()) {
    const gap = gaps[index] ?? endGap
    const next = index + 1
    ruler.widthPt[next] = (ruler.widthPt[index] ?? 0) + atom.widthPt
    ruler.naturalPt[next] = (ruler.naturalPt[index] ?? 0) + gap.naturalPt
    ruler.shrinkPt[next] = (ruler.shrinkPt[index] ?? 0) + gap.shrinkPt
    ruler.stretch[next] = (ruler.stretch[index] ?? 0) + gap.stretch
  }
  return ruler
}

/** How a line fits its measure. */
interface Fit {
  /** How much too wide it is, in points; negative is too narrow. */
  excessPt: number
  /** How much can be taken out of its gaps, and its end. */
  shrinkPt: number
  /** Sum of the stretch shares of its gaps. */
  stretch: number
  /** Full blank after its last mark. */
  trailPt: number
  indentPt: number
}

function measureLine(
  request: BreakRequest,
  ruler: Ruler,
  start: number,
  end: number
): Fit {
  const {atoms, measurePt, rules} = request
  // A space at the end is not set, nor is the gap before it.
  let last = end - 1
  while (last > start && atoms[last]?.kind === 'space') last--
  let first = start
  while (first < last && atoms[first]?.kind === 'space') first++

  const between = (sums: Float64Array): number =>
    (sums[last] ?? 0) - (sums[first] ?? 0)
  const widthPt = (ruler.widthPt[last + 1] ?? 0) - (ruler.widthPt[first] ?? 0)
  const indentPt = start === 0 ? request.firstIndentPt : request.indentPt
  const fullTrailPt = atoms[last]?.trailPt ?? 0
  const trailPt = rules.lineEndMarks === 'half' ? 0 : fullTrailPt
  const leadPt = start === 0 ? (atoms[first]?.leadPt ?? 0) : 0
  const naturalPt =
    widthPt + between(ruler.naturalPt) + indentPt + leadPt + trailPt
  return {
    excessPt: naturalPt - measurePt,
    shrinkPt:
      between(ruler.shrinkPt) +
      (rules.lineEndMarks === 'flexible' ? trailPt : 0),
    stretch: between(ruler.stretch),
    trailPt,
    indentPt: indentPt + leadPt
  }
}

/** Price a line, and tell its colour: 0 tight, 1 even, 2 loose. */
function priceLine(
  request: BreakRequest,
  fit: Fit,
  isLast: boolean,
  start: number,
  end: number
): {cost: number; color: number} {
  const emPt = request.atoms[start]?.style.sizePt ?? 9
  if (fit.excessPt > 0) {
    const ratio = fit.shrinkPt > 0 ? fit.excessPt / fit.shrinkPt : Infinity
    if (ratio > 1.0001) {
      return {cost: 1e6 + (fit.excessPt / emPt) * 1e4, color: 0}
    }
    return {cost: 0.6 * ratio * ratio, color: ratio > 0.6 ? 0 : 1}
  }
  if (isLast || !request.isJustified)
    return priceRagged(request, fit, isLast, start, end)

  const stretchEm =
    fit.stretch > 0 ? -fit.excessPt / fit.stretch / emPt : -fit.excessPt / emPt
  const limitEm = request.isHan ? request.rules.maxStretchEm : 0.35
  const scale = request.isHan ? 0.03 : 0.12
  const share = stretchEm / scale
  const over = Math.max(0, stretchEm - limitEm) / scale
  return {
    cost: share * share + over * over * 20 + (fit.stretch > 0 ? 0 : 40),
    color: share > 1 ? 2 : 1
  }
}

/** The last line, or one that is not justified. */
function priceRagged(
  request: BreakRequest,
  fit: Fit,
  isLast: boolean,
  start: number,
  end: number
): {cost: number; color: number} {
  if (!isLast) {
    const share = -fit.excessPt / request.measurePt
    return {cost: share * share * 10, color: 1}
  }
  if (start === 0) return {cost: 0, color: 1}
  let count = 0
  for (let index = start; index < end; index++) {
    const atom = request.atoms[index]
    if (atom && atom.kind !== 'point' && atom.kind !== 'close') {
      count += atom.text.length
    }
  }
  if (count <= 1) return {cost: 60, color: 1}
  return {cost: count === 2 ? 6 : 0, color: 1}
}

/** Follow the best way back, and give every gap its width. */
function trace(
  request: BreakRequest,
  gaps: ReadonlyArray<Gap>,
  ruler: Ruler,
  states: ReadonlyArray<ReadonlyArray<State | undefined>>
): Array<BrokenLine> {
  const lines: Array<BrokenLine> = []
  let end = request.atoms.length
  let color = cheapest(states[end] ?? [])

  while (end > 0) {
    const state = states[end]?.[color]
    if (!state) {
      throw new TypeError(
        `Unexpected paragraph of \`${request.atoms.length}\` pieces without breaks`
      )
    }
    lines.push(setGaps(request, gaps, ruler, state.from, end))
    end = state.from
    color = state.fromColor
  }

  return lines.toReversed()
}

function cheapest(row: ReadonlyArray<State | undefined>): number {
  let best = 1
  let cost = Infinity
  for (const [color, state] of row.entries()) {
    if (state && state.cost < cost) {
      best = color
      cost = state.cost
    }
  }
  return best
}

function setGaps(
  request: BreakRequest,
  gaps: ReadonlyArray<Gap>,
  ruler: Ruler,
  start: number,
  end: number
): BrokenLine {
  const {atoms} = request
  const fit = measureLine(request, ruler, start, end)
  const isLast = end === atoms.length || atoms[end - 1]?.isBreak === true
  const emPt = atoms[start]?.style.sizePt ?? 9
  const isSqueezed = fit.excessPt > 0
  const ratio =
    isSqueezed && fit.shrinkPt > 0
      ? Math.min(1, fit.excessPt / fit.shrinkPt)
      : 0
  const isStretched =
    !isSqueezed && request.isJustified && !isLast && fit.stretch > 0
  const addPt = isStretched ? -fit.excessPt / fit.stretch : 0
  const gapsPt: Array<number> = []

  for (let index = start; index < end - 1; index++) {
    const gap = gaps[index] ?? endGap
    gapsPt.push(gap.naturalPt - ratio * gap.shrinkPt + addPt * gap.stretch)
  }
  const keepsTrail = request.rules.lineEndMarks !== 'flexible'
  return {
    start,
    end,
    gapsPt,
    indentPt: fit.indentPt,
    trailPt: keepsTrail ? fit.trailPt : fit.trailPt * (1 - ratio),
    stretchEm: isSqueezed
      ? -fit.excessPt / emPt / Math.max(1, end - start)
      : addPt / emPt
  }
}
