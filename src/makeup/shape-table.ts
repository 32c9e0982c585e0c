// Shape tables: in which rectangles a story can be set, and what each costs.
//
// For every width and depth of the lattice the cheapest way to set the story
// is kept (MAKEUP.md 3.2).

import type {LatticeRect, StoryShape} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {toBlockTable} from './block-table.ts'
import type {Rung} from './ladder.ts'
import {leaveOutThin} from './leave-out-thin.ts'
import {listDrafts} from './list-settings.ts'
import {
  toSetting,
  type Draft,
  type DraftsByWidth,
  type LegSetting,
  type Setting
} from './setting.ts'
import {
  priceProportions,
  priceSetting,
  sumCosts,
  toWeight,
  type AddCost
} from './shape-cost.ts'
import type {PageRequest, Unit} from './unit.ts'

/** A rectangle a story can fill, and how. */
export interface Candidate {
  lineCount: number
  cost: number
  shape: StoryShape
  /** Lines of body set; fewer than the copy has for the start of a jump. */
  bodyLineCount: number
  /** Lines of each leg that are known not to fit. */
  oversetLineCount: number
  /** Size of the headline, in points; `0` without one. */
  headlineSizePt: number
  /** What it was made from, to say what it costs. */
  setting?: Setting
  /** Lines of the module beyond what it needs. */
  extraLineCount?: number
  /** How the members of gathered briefs are set, in their order. */
  members?: ReadonlyArray<BlockMember>
}

/** One of gathered briefs. */
export interface BlockMember {
  candidate: Candidate
  /** Its place, from the upper left of the block. */
  area: LatticeRect
}

/** Candidates by width in base columns, then by depth in lines. */
export type ShapeTable = ReadonlyArray<ReadonlyMap<number, Candidate>>

/** How far a story may miss its rectangle, in lines of each leg. */
export interface Relaxation {
  shortLineCount: number
  oversetLineCount: number
}

/** No miss at all. */
export const exact: Relaxation = {shortLineCount: 0, oversetLineCount: 0}

/** Costs of missing the rectangle, per line of each leg. */
const shortCost = 1.5
const oversetCost = 12

/** Cost of leading that is not the grid's. */
const usualLeadingCost = 1.5

/** List every rectangle a unit can fill. */
export function toShapeTable(
  unit: Unit,
  request: PageRequest,
  rung: Rung,
  relaxation: Relaxation = exact
): ShapeTable {
  if (unit.members) return toBlockTable(unit, request, rung, relaxation)
  const drafts = listDraftsByWidth(unit, request, rung)
  return tabulate(drafts, {unit, request, rung, relaxation})
}

/** List the ways to set a unit, by width. */
export function listDraftsByWidth(
  unit: Unit,
  request: PageRequest,
  rung: Rung
): DraftsByWidth {
  const {template} = request
  const {columnCount} = template.grid
  const drafts = Array.from({length: columnCount + 1}, (_, width) =>
    allowsWidth(unit, width) ? [...listDrafts(unit, width, request, rung)] : []
  )
  return leaveOutThin(drafts, unit, template)
}

/** What to make a table for. */
export interface TableOptions {
  unit: Unit
  request: PageRequest
  rung: Rung
  relaxation: Relaxation
}

/** List every rectangle that ways to set a unit can fill. */
export function tabulate(
  drafts: DraftsByWidth,
  options: TableOptions
): ShapeTable {
  const {request, unit} = options
  const {lineCount} = request.template.grid
  return drafts.map((ways) => {
    const row = new Map<number, Candidate>()
    const offer: Offer = (depth, least, toCandidate) => {
      if (depth > lineCount || depth < 1) return
      if (!allowsDepth(unit, depth)) return
      const rival = row.get(depth)
      if (rival && rival.cost <= least) return
      const candidate = toCandidate()
      if (rival && rival.cost <= candidate.cost) return
      row.set(depth, candidate)
    }
    for (const draft of ways) stretch(draft, {...options, offer})
    return row
  })
}

/** Say what a candidate costs, item by item. */
export function itemizeCandidate(
  candidate: Candidate,
  unit: Unit,
  template: Template
): Record<string, number> {
  const items: Record<string, number> = {}
  const {setting} = candidate
  if (!setting) return items
  const add: AddCost = (name, value) => {
    if (value !== 0) items[name] = (items[name] ?? 0) + value
  }
  priceSetting(unit, setting, template, add)
  if (unit.facts.size) return items
  priceDepth(candidate, setting, unit, template, add)
  return items
}

function allowsWidth(unit: Unit, width: number): boolean {
  const {size} = unit.facts
  if (width < 1) return false
  if (size) return size.columnCount === width
  return unit.pin?.columnCount === undefined || unit.pin.columnCount === width
}

function allowsDepth(unit: Unit, lineCount: number): boolean {
  const {size} = unit.facts
  if (size) return size.lineCount === lineCount
  return unit.pin?.lineCount === undefined || unit.pin.lineCount === lineCount
}

/**
 * Takes a candidate of a depth. It is only made where nothing as cheap is
 * known: it costs no less than `leastCost`.
 */
type Offer = (
  lineCount: number,
  leastCost: number,
  toCandidate: () => Candidate
) => void

interface StretchOptions extends TableOptions {
  offer: Offer
}

/** Add white, miss by a little, or part the copy for a jump. */
function stretch(draft: Draft, options: StretchOptions): void {
  const {offer, relaxation, request, rung, unit} = options
  const {template} = request
  const {head, legs} = draft
  if (unit.facts.size) {
    const {lineCount} = unit.facts.size
    offer(lineCount, draft.cost, () =>
      toCandidate(draft, lineCount, draft.cost)
    )
    return
  }
  if (unit.part === 'start') {
    partForJump(draft, options)
    return
  }

  const {legLineCount, slackLineCount} = legs
  // Legs that can't be filled, as under a picture that is wider than its copy.
  const mostBlank =
    (template.limits['shortLines'] ?? 8) + relaxation.shortLineCount
  if (slackLineCount > mostBlank) return
  const depth = head.cast.headLineCount + legLineCount + head.cast.footLineCount
  const maxPad = rung.has('headline') ? template.spacing.maxPadLines : 0
  const mostShort =
    relaxation.shortLineCount +
    (rung.has('slack') ? countSlack(legs, template) : 0)
  for (let extra = 0; extra <= maxPad + mostShort; extra++) {
    offer(depth + extra, draft.cost, () =>
      price(toCandidate(draft, depth + extra, 0, {extraLineCount: extra}))
    )
  }
  for (const delta of listLeadingDeltas(legs, options)) {
    const weight = template.costs['leading'] ?? usualLeadingCost
    offer(depth - delta, draft.cost + weight, () =>
      price(
        toCandidate(draft, depth - delta, 0, {
          shape: {...toSetting(draft).shape, leadingDelta: delta}
        })
      )
    )
  }
  for (let over = 1; over <= relaxation.oversetLineCount; over++) {
    if (legLineCount - over < 1) break
    const cost = draft.cost + over * oversetCost * legs.shape.legCount
    offer(depth - over, cost, () =>
      toCandidate(draft, depth - over, cost, {
        oversetLineCount: over,
        extraLineCount: -over
      })
    )
  }

  function price(candidate: Candidate): Candidate {
    return priceDraft(draft, candidate, unit, template)
  }
}

/** Lines each leg of a framed story may win or lose by its leading. */
function listLeadingDeltas(
  {legLineCount, shape}: LegSetting,
  {request, rung, unit}: StretchOptions
): Array<number> {
  const mayLead =
    rung.has('leading') &&
    shape.frame !== 'none' &&
    shape.pictures.length === 0 &&
    !unit.facts.hasTables
  if (!mayLead) return []
  const most = request.template.limits['boxLeadingRatio'] ?? 0.03
  return [1, -1].filter((delta) => 1 / (legLineCount - delta) <= most)
}

/** Blank lines a setting may get at the end of each leg, without being short. */
function countSlack(legs: LegSetting, template: Template): number {
  const perLeg = template.limits['slackLines'] ?? 1
  const inAll = template.limits['shortLines'] ?? 8
  const left = Math.max(0, inAll - legs.slackLineCount)
  return Math.min(perLeg, Math.floor(left / legs.shape.legCount))
}

/** What the price of a depth is about, besides the depth. */
type PricedBody = Pick<
  Setting,
  'bodyLineCount' | 'head' | 'legLineCount' | 'pictureLineCount' | 'shape'
>

/** Price the depth of a module: white, missing lines, proportions. */
export function priceDepth(
  candidate: Candidate,
  setting: PricedBody,
  unit: Unit,
  template: Template,
  add: AddCost
): void {
  const {lineCount} = candidate
  const {head, shape} = setting
  const weigh = toWeight(template)

  if (unit.part === 'start') {
    const legLineCount = lineCount - head.headLineCount - head.footLineCount
    const share = candidate.bodyLineCount / Math.max(1, setting.bodyLineCount)
    add('jumpShare', Math.abs(share - 0.6) * weigh('jumpShare', 2))
    const room = shape.legCount * legLineCount - setting.pictureLineCount - 1
    const blank = (room - candidate.bodyLineCount) / shape.legCount
    add('slack', blank * weigh('slack', 0.6))
    priceProportions(unit, shape, {lineCount, legLineCount}, template, add)
    return
  }

  const extra = candidate.extraLineCount ?? 0
  const pad = Math.max(0, Math.min(extra, template.spacing.maxPadLines))
  const short = Math.max(0, extra - template.spacing.maxPadLines)
  add('pad', pad * weigh('pad', 0.8))
  add('short', short * shape.legCount * weigh('short', shortCost))
  if (candidate.shape.leadingDelta) {
    add('leading', weigh('leading', usualLeadingCost))
  }
  if (extra < 0) add('overset', -extra * oversetCost * shape.legCount)
  const {legLineCount} = setting
  priceProportions(unit, shape, {lineCount, legLineCount}, template, add)
}

/** The start of a jump fits any depth: so much stays, the rest goes. */
function partForJump(draft: Draft, options: StretchOptions): void {
  const {offer, request, unit} = options
  const {template} = request
  const {head, legs} = draft
  const frame = head.cast.headLineCount + head.cast.footLineCount
  for (const {legLineCount, stays} of legs.listJumps()) {
    const depth = frame + legLineCount
    offer(depth, draft.cost, () =>
      priceDraft(
        draft,
        toCandidate(draft, depth, 0, {bodyLineCount: stays}),
        unit,
        template
      )
    )
  }
}

/** Add what the depth of a candidate costs to what its setting does. */
function priceDraft(
  draft: Draft,
  candidate: Candidate,
  unit: Unit,
  template: Template
): Candidate {
  const {head, legs} = draft
  const added = sumCosts((add) => {
    priceDepth(candidate, {...legs, head: head.cast}, unit, template, add)
  })
  return {...candidate, cost: Math.max(0, draft.cost + added)}
}

function toCandidate(
  draft: Draft,
  lineCount: number,
  cost: number,
  more: Partial<Candidate> = {}
): Candidate {
  const setting = toSetting(draft)
  return {
    lineCount,
    cost: Math.max(0, cost),
    shape: setting.shape,
    bodyLineCount: setting.bodyLineCount,
    oversetLineCount: 0,
    headlineSizePt: setting.headlineSizePt,
    setting,
    ...more
  }
}
