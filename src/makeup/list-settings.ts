// Settings: every way a story can be set at a width, before white is added.
//
// What the copy has decides what there is to choose from: pull quotes can be
// left out, a summary can stand in the first leg, a short piece can get a
// tint. What the rung allows decides how far the choice goes. Line counts come
// from the composing room's `castOff`, never from arithmetic.

import type {
  CastOffResult,
  LegBreaks,
  PictureShape,
  StoryShape
} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {Rung} from './ladder.ts'
import {listBesideHeadlines, listHeadlines} from './list-headlines.ts'
import {listPictureOptions, type PictureOption} from './picture-options.ts'
import {
  findHeadlineSize,
  priceHead,
  priceLegs,
  sumCosts,
  type PricedHead,
  type PricedLegs
} from './shape-cost.ts'
import {toAsk, type PageRequest, type Unit} from './unit.ts'

/** A way to set a story, as deep as it has to be. */
export interface Setting {
  shape: StoryShape
  /** Cast-off that tells of the title group. */
  head: CastOffResult
  /** Cast-off that tells of the body, its pictures without depth. */
  body: CastOffResult
  /** Lines of each leg, pictures included. */
  legLineCount: number
  /** Lines of body in all, pictures not counted. */
  bodyLineCount: number
  pictureLineCount: number
  /** Blank lines at the ends of the legs. */
  slackLineCount: number
  /** Single lines at the tops and feet of its legs. */
  breaks: LegBreaks
  /** Part of the pictures that is cropped. */
  cropRatio: number
  /** Price of its pictures. */
  pictureCost: number
  /** Price of lines set less evenly. */
  squeezeCost: number
  cost: number
  headlineSizePt: number
}

/**
 * A title group over a body in legs: a setting that is not written out. There
 * are a hundred thousand of them to an issue, and few are taken.
 */
export interface Draft {
  head: HeadSetting
  legs: LegSetting
  cost: number
}

/** A title group, and what it costs whatever is under it. */
export interface HeadSetting extends PricedHead {
  summary: StoryShape['summary']
  cast: CastOffResult
  cost: number
}

/** A body in legs of one measure, and what it costs whatever is over it. */
export interface LegSetting extends PricedLegs {
  cast: CastOffResult
  cropRatio: number
  legLineCount: number
  pictureLineCount: number
  cost: number
  /** List the depths at which the start of a jump can be left. */
  listJumps(): ReadonlyArray<Jump>
}

/** Legs of a depth, and the lines of copy that stay in them. */
export interface Jump {
  legLineCount: number
  stays: number
}

/** How deep the start of a jump is, and so where its legs end, is still open. */
const noBreaks: LegBreaks = {
  widowCount: 0,
  orphanCount: 0,
  orphanUnderHeadCount: 0
}

/** List the ways to set a unit at a width. */
export function* listSettings(
  unit: Unit,
  width: number,
  request: PageRequest,
  rung: Rung
): Iterable<Setting> {
  for (const draft of listDrafts(unit, width, request, rung)) {
    yield toSetting(draft)
  }
}

/** List the ways to set a unit at a width, not written out. */
export function* listDrafts(
  unit: Unit,
  width: number,
  request: PageRequest,
  rung: Rung
): Iterable<Draft> {
  const {template} = request

  for (const frame of listFrames(unit, template, rung)) {
    const [firstLegCount = 1, ...others] = unit.facts.size
      ? [1]
      : listLegCounts(unit, width, template)
    const plain: StoryShape = {
      columnCount: width,
      legCount: firstLegCount,
      headline: {sizeStep: 0, rowCount: 0},
      pictures: [],
      frame,
      ...(unit.isInBlock ? {block: {aboveLineCount: 0, belowLineCount: 0}} : {})
    }
    // A headline knows nothing of the legs below it.
    const heads = listHeads(unit, plain, request, rung)

    for (const legCount of [firstLegCount, ...others]) {
      for (const legs of listLegs(unit, {...plain, legCount}, request, rung)) {
        for (const head of heads) {
          if (head.summary !== legs.shape.summary) continue
          yield {head, legs, cost: head.cost + legs.cost}
        }
      }
    }
    yield* listBeside(unit, plain, request, rung)
  }
}

/** A headline beside the legs leaves them less of the width. */
function* listBeside(
  unit: Unit,
  plain: StoryShape,
  request: PageRequest,
  rung: Rung
): Iterable<Draft> {
  const {template} = request
  const {columnCount} = plain
  const headlines = listBesideHeadlines(unit, columnCount, request, rung)
  for (const headline of headlines) {
    const sizePt = findHeadlineSize(unit, {columnCount, headline}, template)
    const {measurePt} = template.grid
    // About a column goes to a large head with a deck; less to a plain one.
    const counts = [columnCount - 1, columnCount].filter(
      (count) =>
        count > 0 &&
        (columnCount * measurePt - 3 * sizePt) / count >=
          template.legs.minMeasurePt
    )
    for (const legCount of counts) {
      const shape = {...plain, legCount, headline}
      for (const legs of listLegs(unit, shape, request, rung)) {
        const cast = askFor(unit, {...legs.shape, headline}, request)
        if (!cast.headlineFits) continue
        const priced = {headline, sizePt, cast}
        const cost = sumCosts((add) => {
          priceHead(unit, columnCount, priced, template, add)
        })
        const head = {...priced, summary: legs.shape.summary, cost}
        yield {head, legs, cost: head.cost + legs.cost}
      }
    }
  }
}

/** Write a setting out. */
export function toSetting({cost, head, legs}: Draft): Setting {
  return {
    shape: {...legs.shape, headline: head.headline},
    head: head.cast,
    body: legs.cast,
    legLineCount: legs.legLineCount,
    bodyLineCount: legs.bodyLineCount,
    pictureLineCount: legs.pictureLineCount,
    slackLineCount: legs.slackLineCount,
    breaks: legs.breaks,
    cropRatio: legs.cropRatio,
    pictureCost: legs.pictureCost,
    squeezeCost: legs.squeezeCost,
    cost,
    headlineSizePt: head.sizePt
  }
}

/** List title groups; of those of one depth, the one that costs least. */
function listHeads(
  unit: Unit,
  plain: StoryShape,
  request: PageRequest,
  rung: Rung
): Array<HeadSetting> {
  const {template} = request
  const best = new Map<string, HeadSetting>()
  for (const headline of listHeadlines(unit, plain, request, rung)) {
    for (const summary of listSummaries(unit, rung)) {
      const shape = {...plain, headline, ...summary}
      const cast = askFor(unit, shape, request)
      const sizePt = findHeadlineSize(unit, shape, template)
      const priced = {headline, sizePt, cast}
      const cost = sumCosts((add) => {
        priceHead(unit, plain.columnCount, priced, template, add)
      })
      const key = `${summary.summary} ${cast.headLineCount} ${cast.footLineCount}`
      if ((best.get(key)?.cost ?? Infinity) <= cost) continue
      best.set(key, {...priced, summary: summary.summary, cost})
    }
  }
  return [...best.values()]
}

/** Set the body in legs: with and without what may be left out. */
function* listLegs(
  unit: Unit,
  plain: StoryShape,
  request: PageRequest,
  rung: Rung
): Iterable<LegSetting> {
  for (const summary of listSummaries(unit, rung)) {
    for (const quotes of listPullQuotes(unit, rung)) {
      const shape = {...plain, ...summary, ...quotes}
      const options = listPictureOptions(unit, shape, request.template, rung)
      const casts = new Map<boolean, CastOffResult>()
      for (const option of options) {
        const isPlaced = option.pictures.length > 0
        let cast = casts.get(isPlaced)
        if (!cast) {
          const pictures = option.pictures.map(toDepthless)
          cast = askFor(unit, {...shape, pictures}, request)
          casts.set(isPlaced, cast)
        }
        yield* squeeze(unit, shape, option, cast, request, rung)
      }
    }
  }
}

/** Set a body as it comes, and in some lines less or more. */
function* squeeze(
  unit: Unit,
  shape: StoryShape,
  option: PictureOption,
  cast: CastOffResult,
  request: PageRequest,
  rung: Rung
): Iterable<LegSetting> {
  const {pictures} = option
  const {template} = request
  const taken = countTakenLines(shape.legCount, pictures)
  const plain = {...shape, pictures}
  yield toLegs(plain, cast, 0)
  // The start of a jump has all the room it needs.
  if (!rung.has('squeeze') || unit.part === 'start' || unit.facts.size) return
  const most = template.limits['squeezeLines'] ?? 2
  for (const {cost, delta} of cast.lineDeltas) {
    if (delta === 0 || Math.abs(delta) > most) continue
    const squeezed = askFor(
      unit,
      {...shape, pictures: pictures.map(toDepthless), lineDelta: delta},
      request
    )
    yield toLegs({...plain, lineDelta: delta}, squeezed, cost)
  }

  function toLegs(
    shape: StoryShape,
    cast: CastOffResult,
    squeezeCost: number
  ): LegSetting {
    const legLineCount = cast.legLineCountWith(taken)
    const {bodyLineCount} = cast
    const pictureLineCount = countPictureLines(pictures)
    const roomLineCount = shape.legCount * legLineCount - pictureLineCount
    let jumps: ReadonlyArray<Jump> | undefined
    const priced: PricedLegs = {
      shape,
      bodyLineCount,
      slackLineCount: Math.max(0, roomLineCount - bodyLineCount),
      breaks:
        unit.part === 'start' ? noBreaks : cast.breaksWith(legLineCount, taken),
      pictureCost: option.cost,
      squeezeCost
    }
    return {
      ...priced,
      cast,
      cropRatio: option.cropRatio,
      legLineCount,
      pictureLineCount,
      cost: sumCosts((add) => {
        priceLegs(unit, priced, template, add)
      }),
      listJumps: () => (jumps ??= listJumps(shape, cast, template))
    }
  }
}

/** So much stays, so much goes: not too little of either. */
function listJumps(
  shape: StoryShape,
  cast: CastOffResult,
  template: Template
): Array<Jump> {
  const minStay = template.limits['jumpStayLines'] ?? 20
  const minGo = template.limits['jumpGoLines'] ?? 20
  const taken = countTakenLines(shape.legCount, shape.pictures)
  const pictureLineCount = countPictureLines(shape.pictures)
  const jumps: Array<Jump> = []
  // A leg is as deep as the pictures in it.
  const least = Math.max(1, ...taken)
  const most = template.grid.lineCount
  for (let legLineCount = least; legLineCount <= most; legLineCount++) {
    const room = shape.legCount * legLineCount - pictureLineCount - 1
    if (room < minStay) continue
    // Where the copy can be left well is a line or more before the room ends.
    const {lineCount: stays} = cast.jumpWithin(legLineCount, taken)
    if (stays < minStay) continue
    if (cast.bodyLineCount - stays < minGo) break
    const blankLineCount = room - stays
    if (blankLineCount > shape.legCount + 1) continue
    jumps.push({legLineCount, stays})
  }
  return jumps
}

function askFor(
  unit: Unit,
  shape: StoryShape,
  request: PageRequest
): CastOffResult {
  return request.castOff(toAsk(unit, shape))
}

/** An editor’s box stays; a short piece may get a tint to set it off. */
function listFrames(
  unit: Unit,
  template: Template,
  rung: Rung
): Array<StoryShape['frame']> {
  if (unit.facts.isBoxed || unit.facts.size) return ['box']
  if (unit.isInBlock) return ['none']
  const mostCharacters = template.limits['tintCharacters'] ?? 0
  const {characterCount, figures, kind} = unit.facts
  const mayTint =
    rung.has('options') &&
    unit.part === 'whole' &&
    unit.rank > 0 &&
    kind !== 'photo' &&
    figures.length === 0 &&
    characterCount <= mostCharacters
  return mayTint ? ['none', 'tint'] : ['none']
}

function listSummaries(
  unit: Unit,
  rung: Rung
): Array<Pick<StoryShape, 'summary'>> {
  const mayMove = unit.facts.hasSummary && rung.has('options')
  return mayMove && unit.part !== 'rest' ? [{}, {summary: 'leg'}] : [{}]
}

function listPullQuotes(
  unit: Unit,
  rung: Rung
): Array<Pick<StoryShape, 'setsPullQuotes'>> {
  const mayDrop = unit.facts.hasPullQuotes && rung.has('options')
  return mayDrop ? [{}, {setsPullQuotes: false}] : [{}]
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
  // What is wider than a page stands over the fold, and no leg may.
  const {columnCount} = template.grid
  if (template.foldPt !== undefined && width * 2 > columnCount) return [width]

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

/** Count the lines that pictures take from each leg. */
export function countTakenLines(
  legCount: number,
  pictures: ReadonlyArray<PictureShape>
): Array<number> {
  const taken = Array.from({length: legCount}, () => 0)
  for (const picture of pictures) {
    const end = Math.min(legCount, picture.legIndex + picture.legCount)
    for (let leg = picture.legIndex; leg < end; leg++) {
      taken[leg] = (taken[leg] ?? 0) + picture.lineCount
    }
  }
  return taken
}

function countPictureLines(pictures: ReadonlyArray<PictureShape>): number {
  let count = 0
  for (const picture of pictures) count += picture.legCount * picture.lineCount
  return count
}
