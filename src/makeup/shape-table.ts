// Shape tables: in which rectangles a story can be set, and what each costs.
//
// For every width and depth of the lattice the cheapest way to set the story
// is kept (MAKEUP.md 3.2). Depths come from the composing room's `castOff`;
// only pictures are added by arithmetic, and the finished page is cast off
// again before it is believed.

import type {
  CastOffResult,
  HeadlineShape,
  PictureShape,
  StoryShape
} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {listPictureOptions} from './picture-options.ts'
import {
  costOfProportions,
  costOfSetting,
  findHeadlineSize,
  toWeight
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
}

/** Candidates by width in base columns, then by depth in lines. */
export type ShapeTable = ReadonlyArray<ReadonlyMap<number, Candidate>>

/** How far a story may miss its rectangle, in lines of each leg. */
export interface Relaxation {
  shortLineCount: number
  oversetLineCount: number
}

/** Lines composition needs beyond what was planned, by `shapeKey`. */
export type Corrections = ReadonlyMap<string, number>

/** Name a unit's shape, to remember what composition made of it. */
export function shapeKey(unit: Unit, shape: StoryShape): string {
  return `${unit.slug} ${unit.part} ${JSON.stringify(shape)}`
}

/** Costs of missing the rectangle, per line of each leg. */
const shortCost = 1.5
const oversetCost = 12

/** A way to set a story before white is added to it. */
interface Setting {
  shape: StoryShape
  cast: CastOffResult
  pictureLineCount: number
  cost: number
  headlineSizePt: number
}

/** List every rectangle a unit can fill. */
export function toShapeTable(
  unit: Unit,
  request: PageRequest,
  relaxation: Relaxation,
  corrections: Corrections
): ShapeTable {
  const {columnCount, lineCount} = request.template.grid
  const table: Array<Map<number, Candidate>> = []

  for (let width = 0; width <= columnCount; width++) {
    const row = new Map<number, Candidate>()
    table.push(row)
    if (!allowsWidth(unit, width)) continue
    for (const setting of listSettings(unit, width, request)) {
      const addedLineCount =
        corrections.size === 0
          ? 0
          : (corrections.get(shapeKey(unit, setting.shape)) ?? 0)
      const miss = {...relaxation, addedLineCount}
      for (const candidate of stretch(setting, unit, request, miss)) {
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

function* listSettings(
  unit: Unit,
  width: number,
  request: PageRequest
): Iterable<Setting> {
  const {castOff, template} = request
  const legCounts = unit.facts.size ? [1] : listLegCounts(unit, width, template)

  for (const legCount of legCounts) {
    const plain: StoryShape = {
      columnCount: width,
      legCount,
      headline: {sizeStep: 0, rowCount: 0},
      pictures: [],
      frame: unit.facts.isBoxed || unit.facts.size ? 'box' : 'none'
    }

    for (const headline of listHeadlines(unit, plain, request)) {
      const shape = {...plain, headline}
      const headlineSizePt = findHeadlineSize(unit, shape, template)
      const ask = (pictures: ReadonlyArray<PictureShape>): CastOffResult =>
        castOff({
          slug: unit.slug,
          part: unit.part,
          shape: {...shape, pictures},
          ...(unit.from ? {from: unit.from} : {})
        })
      const inFlow = ask([])

      for (const option of listPictureOptions(unit, shape, template)) {
        // Placed pictures are out of the flow; their depth is added below.
        const cast =
          option.pictures.length === 0
            ? inFlow
            : ask(option.pictures.map(toDepthless))
        yield {
          shape: {...shape, pictures: option.pictures},
          cast,
          pictureLineCount: countPictureLines(option.pictures),
          cost: costOfSetting(unit, shape, cast, template) + option.cost,
          headlineSizePt
        }
      }
    }
  }
}

function toDepthless({figureIndex}: PictureShape): PictureShape {
  return {figureIndex, legIndex: 0, legCount: 1, lineCount: 0}
}

/** List the numbers of legs whose measure the template accepts. */
function listLegCounts(
  unit: Unit,
  width: number,
  template: Template
): Array<number> {
  const {gutterPt, measurePt} = template.grid
  const widthPt = width * measurePt + (width - 1) * gutterPt
  const counts: Array<number> = []

  for (let count = 1; count <= width; count++) {
    const legPt = (widthPt - (count - 1) * gutterPt) / count
    const fits =
      legPt > template.legs.minMeasurePt - 0.01 &&
      legPt < template.legs.maxMeasurePt + 0.01
    if (unit.pin?.legCount ? count === unit.pin.legCount : fits) {
      counts.push(count)
    }
  }

  return counts.length > 0 ? counts : [unit.pin?.legCount ?? width]
}

/** A row of fewer characters looks broken off. */
const leastRowCharacters = 4

/** For each number of rows, take the largest sizes that fit. */
function listHeadlines(
  unit: Unit,
  shape: StoryShape,
  request: PageRequest
): Array<HeadlineShape> {
  if (!unit.facts.hasHeadline) return [{sizeStep: 0, rowCount: 0}]
  const {headlines} = request.template
  const ladder = headlines.ladder.get(shape.columnCount) ?? []
  const stepCount = Math.max(1, ladder.length)
  const found: Array<HeadlineShape> = []

  for (let rowCount = 1; rowCount <= headlines.maxRowCount; rowCount++) {
    const perRow = unit.facts.headlineCharacterCount / rowCount
    if (rowCount > 1 && perRow < leastRowCharacters) break
    let fitCount = 0
    for (let step = 0; step < stepCount && fitCount < 2; step++) {
      const headline = {sizeStep: step === 0 ? 0 : -step, rowCount}
      const cast = request.castOff({
        slug: unit.slug,
        part: unit.part,
        shape: {...shape, headline},
        ...(unit.from ? {from: unit.from} : {})
      })
      if (!cast.headlineFits) continue
      found.push(headline)
      fitCount++
    }
  }

  if (found.length > 0) return found
  return [{sizeStep: 1 - stepCount, rowCount: headlines.maxRowCount}]
}

/** Add white, miss by a little, or part the copy for a jump. */
function* stretch(
  setting: Setting,
  unit: Unit,
  request: PageRequest,
  relaxation: Relaxation & {addedLineCount: number}
): Iterable<Candidate> {
  if (unit.facts.size) {
    yield toCandidate(setting, unit.facts.size.lineCount, setting.cost)
    return
  }
  if (unit.part === 'start') {
    yield* partForJump(setting, unit, request.template)
    return
  }

  const {template} = request
  const weigh = toWeight(template)
  const {cast, shape} = setting
  const total = cast.bodyLineCount + setting.pictureLineCount
  const head = cast.headLineCount + cast.footLineCount
  const legDepth =
    relaxation.addedLineCount +
    Math.max(
      Math.ceil(total / shape.legCount),
      ...shape.pictures.map((picture) => picture.lineCount)
    )
  const depth = head + legDepth
  const slack = shape.legCount * legDepth - total
  const slackCost = (weigh('slack', 0.6) * slack) / shape.legCount

  const maxPad = template.spacing.maxPadLines
  for (let extra = 0; extra <= maxPad + relaxation.shortLineCount; extra++) {
    const short = Math.max(0, extra - maxPad)
    const cost =
      setting.cost +
      slackCost +
      Math.min(extra, maxPad) * weigh('pad', 0.8) +
      short * shortCost * shape.legCount +
      costOfProportions(unit, shape, depth + extra, legDepth, template)
    yield toCandidate(setting, depth + extra, cost)
  }
  for (let over = 1; over <= relaxation.oversetLineCount; over++) {
    if (legDepth - over < 1) break
    const cost = setting.cost + over * oversetCost * shape.legCount
    yield {...toCandidate(setting, depth - over, cost), oversetLineCount: over}
  }
}

/** The start of a jump fits any depth: so much stays, the rest goes. */
function* partForJump(
  setting: Setting,
  unit: Unit,
  template: Template
): Iterable<Candidate> {
  const {cast, shape} = setting
  const weigh = toWeight(template)
  const minStay = template.limits['jumpStayLines'] ?? 20
  const minGo = template.limits['jumpGoLines'] ?? 20
  const head = cast.headLineCount + cast.footLineCount

  for (let legDepth = 1; legDepth <= template.grid.lineCount; legDepth++) {
    const stays = shape.legCount * legDepth - setting.pictureLineCount - 1
    if (stays < minStay) continue
    if (cast.bodyLineCount - stays < minGo) break
    const share = stays / cast.bodyLineCount
    const cost =
      setting.cost +
      Math.abs(share - 0.6) * weigh('jumpShare', 2) +
      costOfProportions(unit, shape, head + legDepth, legDepth, template)
    yield {...toCandidate(setting, head + legDepth, cost), bodyLineCount: stays}
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
    bodyLineCount: setting.cast.bodyLineCount,
    oversetLineCount: 0,
    headlineSizePt: setting.headlineSizePt
  }
}

function countPictureLines(pictures: ReadonlyArray<PictureShape>): number {
  let count = 0
  for (const picture of pictures) count += picture.legCount * picture.lineCount
  return count
}
