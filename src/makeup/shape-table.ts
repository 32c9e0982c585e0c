// Shape tables: in which rectangles a story can be set, and what each costs.
//
// For every width and depth of the lattice the cheapest way to set the story
// is kept (MAKEUP.md 3.2).

import type {StoryShape} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {Rung} from './ladder.ts'
import {countTakenLines, listSettings, type Setting} from './list-settings.ts'
import {
  priceProportions,
  priceSetting,
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

/** List every rectangle a unit can fill. */
export function toShapeTable(
  unit: Unit,
  request: PageRequest,
  rung: Rung,
  relaxation: Relaxation = exact
): ShapeTable {
  const {columnCount, lineCount} = request.template.grid
  const table: Array<Map<number, Candidate>> = []

  for (let width = 0; width <= columnCount; width++) {
    const row = new Map<number, Candidate>()
    table.push(row)
    if (!allowsWidth(unit, width)) continue
    for (const setting of listSettings(unit, width, request, rung)) {
      for (const candidate of stretch(
        setting,
        unit,
        request,
        rung,
        relaxation
      )) {
        if (candidate.lineCount > lineCount || candidate.lineCount < 1) continue
        if (!allowsDepth(unit, candidate.lineCount)) continue
        const rival = row.get(candidate.lineCount)
        if (rival && rival.cost <= candidate.cost) continue
        row.set(candidate.lineCount, candidate)
      }
    }
  }

  return table
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

/** Add white, miss by a little, or part the copy for a jump. */
function* stretch(
  setting: Setting,
  unit: Unit,
  request: PageRequest,
  rung: Rung,
  relaxation: Relaxation
): Iterable<Candidate> {
  const {template} = request
  if (unit.facts.size) {
    yield toCandidate(setting, unit.facts.size.lineCount, setting.cost)
    return
  }
  if (unit.part === 'start') {
    yield* partForJump(setting, unit, template)
    return
  }

  const {head, legLineCount, shape} = setting
  // Legs that can't be filled, as under a picture that is wider than its copy.
  const mostBlank =
    (template.limits['shortLines'] ?? 8) + relaxation.shortLineCount
  if (setting.slackLineCount > mostBlank) return
  const depth = head.headLineCount + legLineCount + head.footLineCount
  const maxPad = rung.has('headline') ? template.spacing.maxPadLines : 0
  const mostShort =
    relaxation.shortLineCount +
    (rung.has('slack') ? countSlack(setting, template) : 0)
  for (let extra = 0; extra <= maxPad + mostShort; extra++) {
    yield price({
      ...toCandidate(setting, depth + extra, 0),
      extraLineCount: extra
    })
  }
  for (let over = 1; over <= relaxation.oversetLineCount; over++) {
    if (legLineCount - over < 1) break
    const cost = setting.cost + over * oversetCost * shape.legCount
    yield {
      ...toCandidate(setting, depth - over, cost),
      oversetLineCount: over,
      extraLineCount: -over
    }
  }

  function price(candidate: Candidate): Candidate {
    let {cost} = setting
    priceDepth(candidate, setting, unit, template, (_name, value) => {
      cost += value
    })
    return {...candidate, cost: Math.max(0, cost)}
  }
}

/** Blank lines a setting may get at the end of each leg, without being short. */
function countSlack(setting: Setting, template: Template): number {
  const perLeg = template.limits['slackLines'] ?? 1
  const inAll = template.limits['shortLines'] ?? 8
  const left = Math.max(0, inAll - setting.slackLineCount)
  return Math.min(perLeg, Math.floor(left / setting.shape.legCount))
}

/** Price the depth of a module: white, missing lines, proportions. */
export function priceDepth(
  candidate: Candidate,
  setting: Setting,
  unit: Unit,
  template: Template,
  add: AddCost
): void {
  const {lineCount} = candidate
  const {body, head, shape} = setting
  const frame = head.headLineCount + head.footLineCount
  const weigh = toWeight(template)

  if (unit.part === 'start') {
    const share = candidate.bodyLineCount / Math.max(1, body.bodyLineCount)
    add('jumpShare', Math.abs(share - 0.6) * weigh('jumpShare', 2))
    const legLineCount = lineCount - frame
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
  if (extra < 0) add('overset', -extra * oversetCost * shape.legCount)
  const {legLineCount} = setting
  priceProportions(unit, shape, {lineCount, legLineCount}, template, add)
}

/** The start of a jump fits any depth: so much stays, the rest goes. */
function* partForJump(
  setting: Setting,
  unit: Unit,
  template: Template
): Iterable<Candidate> {
  const {body, head, shape} = setting
  const minStay = template.limits['jumpStayLines'] ?? 20
  const minGo = template.limits['jumpGoLines'] ?? 20
  const frame = head.headLineCount + head.footLineCount

  const taken = countTakenLines(shape.legCount, shape.pictures)
  for (let legDepth = 1; legDepth <= template.grid.lineCount; legDepth++) {
    const room = shape.legCount * legDepth - setting.pictureLineCount - 1
    if (room < minStay) continue
    // Where the copy can be left well is a line or more before the room ends.
    const {lineCount: stays} = body.jumpWithin(legDepth, taken)
    if (stays < minStay) continue
    if (body.bodyLineCount - stays < minGo) break
    const blankLineCount = room - stays
    if (blankLineCount > shape.legCount + 1) continue
    const candidate = {
      ...toCandidate(setting, frame + legDepth, 0),
      bodyLineCount: stays
    }
    let {cost} = setting
    priceDepth(candidate, setting, unit, template, (_name, value) => {
      cost += value
    })
    yield {...candidate, cost: Math.max(0, cost)}
  }
}

function toCandidate(
  setting: Setting,
  lineCount: number,
  cost: number
): Candidate {
  return {
    lineCount,
    cost: Math.max(0, cost),
    shape: setting.shape,
    bodyLineCount: setting.bodyLineCount,
    oversetLineCount: 0,
    headlineSizePt: setting.headlineSizePt,
    setting
  }
}
