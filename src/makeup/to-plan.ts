// From an arrangement to the plan that the composing room carries out.

import type {
  BodyPoint,
  PagePlan,
  PlannedBlock,
  PlannedModule
} from '../model/plan.ts'
import type {Arrangement} from './arrange-page.ts'
import {listCutoffs} from './cutoffs.ts'
import {countTakenLines} from './list-legs.ts'
import {turnArea, turnNotch} from './mirror-request.ts'
import {isWhite, type PlacedUnit} from './placed-unit.ts'
import {itemizeCandidate} from './shape-table.ts'
import {treatHeads} from './treat-heads.ts'
import type {PageRequest} from './unit.ts'

/** Make a page's plan; white units are left out. */
export function toPlan(
  arrangement: Arrangement,
  request: PageRequest
): PagePlan {
  const {placed, score} = treatHeads(arrangement, request)
  const order = new Map(request.units.map((unit, index) => [unit, index]))
  const {columnCount} = request.template.grid
  const sorted = placed
    .filter(({unit}) => !isWhite(unit))
    .map((one) => (request.isMirrored ? turn(one, columnCount) : one))
    .sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0))
  const modules = sorted
    .flatMap(listMembers)
    .map((one) => toModule(one, request))
  const blocks = sorted.flatMap(({area, unit}): Array<PlannedBlock> =>
    unit.members ? [{area, slugs: unit.members.map(({slug}) => slug)}] : []
  )
  return {
    pageNumber: request.pageNumber,
    modules,
    cutoffs: listCutoffs(modules),
    ...(blocks.length > 0 ? {blocks} : {}),
    costs: score.items
  }
}

function turn(one: PlacedUnit, columnCount: number): PlacedUnit {
  const {area, candidate} = one
  const {notch} = candidate.shape
  return {
    ...one,
    area: turnArea(area, columnCount),
    candidate: notch
      ? {...candidate, shape: {...candidate.shape, notch: turnNotch(notch)}}
      : candidate
  }
}

/** List what stands in a block, each at its place on the page. */
export function listMembers(one: PlacedUnit): Array<PlacedUnit> {
  const {area, candidate, unit} = one
  if (!unit.members || !candidate.members) return [one]
  return candidate.members.flatMap((member, index): Array<PlacedUnit> => {
    const own = unit.members?.[index]
    if (!own) return []
    const place = {
      ...member.area,
      columnIndex: area.columnIndex + member.area.columnIndex,
      lineIndex: area.lineIndex + member.area.lineIndex
    }
    return [{unit: own, candidate: member.candidate, area: place}]
  })
}

function toModule(one: PlacedUnit, request: PageRequest): PlannedModule {
  const {area, candidate, unit} = one
  const module: PlannedModule = {
    slug: unit.slug,
    part: unit.part,
    area,
    shape: candidate.shape
  }
  if (unit.from) module.from = unit.from
  if (unit.jumpPageNumber) module.jumpPageNumber = unit.jumpPageNumber
  const to = unit.part === 'start' ? findEnd(one) : undefined
  if (to) module.to = to
  const {setting} = candidate
  if (setting) {
    const extra = Math.max(0, candidate.extraLineCount ?? 0)
    const pad = Math.min(extra, request.template.spacing.maxPadLines)
    const short = (extra - pad) * candidate.shape.legCount
    module.fit = {
      padLineCount: pad,
      slackLineCount:
        unit.part === 'start' ? 0 : setting.slackLineCount + short,
      cropRatio: setting.cropRatio,
      costs: itemizeCandidate(candidate, unit, request.template)
    }
  }
  return module
}

/** Find where the start of a jump ends, so that it fits its module. */
function findEnd({area, candidate}: PlacedUnit): BodyPoint | undefined {
  const {setting, shape} = candidate
  if (!setting) return undefined
  const {body, head} = setting
  const legLineCount = area.lineCount - head.headLineCount - head.footLineCount
  const taken = countTakenLines(shape.legCount, shape.pictures)
  return body.jumpWithin(legLineCount, taken).to
}
