// The body of a story in legs of one measure: with and without what may be left
// out, around pictures, in some lines less or more. Line counts come from the
// composing room’s `castOff`, never from arithmetic.

import type {
  CastOffResult,
  LegBreaks,
  PictureShape,
  StoryShape
} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {Rung} from './ladder.ts'
import {listPictureOptions, type PictureOption} from './picture-options.ts'
import type {Jump, LegSetting} from './setting.ts'
import {priceLegs, sumCosts, type PricedLegs} from './shape-cost.ts'
import {toAsk, type PageRequest, type Unit} from './unit.ts'

/** Set the body in legs: with and without what may be left out. */
export function* listLegs(
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
          cast = request.castOff(toAsk(unit, {...shape, pictures}))
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
    const squeezed = request.castOff(
      toAsk(unit, {
        ...shape,
        pictures: pictures.map(toDepthless),
        lineDelta: delta
      })
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

/** Lines that have to stay and to go at a jump. */
export interface JumpLimits {
  stayCount: number
  goCount: number
}

/** Find how much has to stay and to go at a jump. */
export function findJumpLimits({limits}: Pick<Template, 'limits'>): JumpLimits {
  return {
    stayCount: limits['jumpStayLines'] ?? 20,
    goCount: limits['jumpGoLines'] ?? 20
  }
}

/** So much stays, so much goes: not too little of either. */
function listJumps(
  shape: StoryShape,
  cast: CastOffResult,
  template: Template
): Array<Jump> {
  const {goCount, stayCount} = findJumpLimits(template)
  const taken = countTakenLines(shape.legCount, shape.pictures)
  const pictureLineCount = countPictureLines(shape.pictures)
  const jumps: Array<Jump> = []
  // A leg is as deep as the pictures in it.
  const least = Math.max(1, ...taken)
  const most = template.grid.lineCount
  for (let legLineCount = least; legLineCount <= most; legLineCount++) {
    const room = shape.legCount * legLineCount - pictureLineCount - 1
    if (room < stayCount) continue
    // Where the copy can be left well is a line or more before the room ends.
    const {lineCount: stays} = cast.jumpWithin(legLineCount, taken)
    if (stays < stayCount) continue
    if (cast.bodyLineCount - stays < goCount) break
    const blankLineCount = room - stays
    if (blankLineCount > shape.legCount + 1) continue
    jumps.push({legLineCount, stays})
  }
  return jumps
}

/** How deep the start of a jump is, and so where its legs end, is still open. */
const noBreaks: LegBreaks = {
  widowCount: 0,
  orphanCount: 0,
  orphanUnderHeadCount: 0
}

/** List where a summary may stand. */
export function listSummaries(
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
