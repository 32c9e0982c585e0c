// Butting heads 碰题: where two headlines stand side by side at one height, the
// one of less value is made to look different: it takes the face that contrasts
// with the other's, if the template names one, and a size that is smaller by
// enough to be seen. Nothing else may change by it but white around it: the
// composing room is asked.

import type {StoryShape} from '../model/plan.ts'
import {findHeadlineSizes, type Template} from '../template/template.ts'
import type {Arrangement} from './arrange-page.ts'
import {toPageWeights} from './page-rules.ts'
import {costOfButting, findHeadFace} from './pair-costs.ts'
import type {PlacedUnit} from './placed-unit.ts'
import {toAsk, type PageRequest} from './unit.ts'

/** Difference of sizes that is seen at arm's length, in points. */
const leastContrastPt = 4

/** Give butting heads contrasting faces and sizes, and price them anew. */
export function treatHeads(
  {placed, score}: Arrangement,
  request: PageRequest
): Arrangement {
  const {template} = request
  const treated = [...placed]
  const before = sumButting(treated, template)
  if (before === 0) return {placed, score}

  for (const [index, one] of treated.entries()) {
    const rivals = listButting(one, treated, template)
    const face = findHeadFace(one, template.headlines)
    if (one.unit.members) continue
    const isAlike = rivals.some(
      (rival) =>
        rival.unit.rank < one.unit.rank &&
        findHeadFace(rival, template.headlines) === face
    )
    const contrast = face ? template.headlines.contrasts?.[face] : undefined
    if (!isAlike || !contrast) continue
    const isTaken = rivals.some(
      (rival) => findHeadFace(rival, template.headlines) === contrast
    )
    const headline = {...one.candidate.shape.headline, face: contrast}
    const other = isTaken ? undefined : withHeadline(one, headline, request)
    if (other) treated[index] = other
  }
  for (const [index, one] of treated.entries()) {
    if (one.unit.members || one.unit.facts.size) continue
    const rivals = listButting(one, treated, template)
    const other = withSize(one, rivals, request)
    if (other) treated[index] = other
  }

  const saved = before - sumButting(treated, template)
  const {buttingHeads = 0, ...items} = score.items
  return {
    placed: treated,
    score: {
      total: score.total - saved,
      items: {...items, buttingHeads: buttingHeads - saved}
    }
  }
}

/** Find the largest smaller size that tells a head from its rivals. */
function withSize(
  one: PlacedUnit,
  rivals: ReadonlyArray<PlacedUnit>,
  request: PageRequest
): PlacedUnit | undefined {
  const {template} = request
  const {candidate, unit} = one
  const better = rivals.filter((rival) => rival.unit.rank < unit.rank)
  const sizes = better.map((rival) => rival.candidate.headlineSizePt)
  const isSeen = (sizePt: number): boolean =>
    sizes.every((size) => size - sizePt >= leastContrastPt)
  if (sizes.length === 0 || isSeen(candidate.headlineSizePt)) return undefined
  // A head that is larger than its better is no case for this.
  if (Math.max(...sizes) < candidate.headlineSizePt) return undefined

  const {headline} = candidate.shape
  const ladder = findHeadlineSizes(template.headlines, candidate.shape)
  for (let step = 1 - headline.sizeStep; step < ladder.length; step++) {
    const sizePt = ladder[step] ?? 0
    if (!isSeen(sizePt)) continue
    const other = withHeadline(one, {...headline, sizeStep: -step}, request)
    return (
      other && {
        ...other,
        candidate: {...other.candidate, headlineSizePt: sizePt}
      }
    )
  }
  return undefined
}

/** Set a head otherwise; `undefined` where its story would not fit any more. */
function withHeadline(
  one: PlacedUnit,
  headline: StoryShape['headline'],
  request: PageRequest
): PlacedUnit | undefined {
  const {candidate, unit} = one
  const {setting} = candidate
  const shape = {...candidate.shape, headline}
  const plain = request.castOff(toAsk(unit, candidate.shape))
  const cast = request.castOff(toAsk(unit, shape))
  // White is added where the head gets lower, as far as the template has it.
  const spare = plain.headLineCount - cast.headLineCount
  const extra = (candidate.extraLineCount ?? 0) + spare
  const isSame =
    spare >= 0 &&
    (spare === 0 || extra <= request.template.spacing.maxPadLines) &&
    cast.depthLineCount + spare === plain.depthLineCount &&
    cast.headlineFits
  if (!isSame) return undefined
  return {
    ...one,
    candidate: {
      ...candidate,
      shape,
      ...(spare > 0 ? {extraLineCount: extra} : {}),
      ...(setting ? {setting: {...setting, shape, head: cast}} : {})
    }
  }
}

function listButting(
  one: PlacedUnit,
  placed: ReadonlyArray<PlacedUnit>,
  template: Template
): Array<PlacedUnit> {
  const rules = {
    weights: toPageWeights(template),
    headlines: template.headlines
  }
  return placed.filter(
    (other) => other.unit !== one.unit && costOfButting(one, other, rules) > 0
  )
}

function sumButting(
  placed: ReadonlyArray<PlacedUnit>,
  template: Template
): number {
  let sum = 0
  const rules = {
    weights: toPageWeights(template),
    headlines: template.headlines
  }
  for (const [index, one] of placed.entries()) {
    for (const other of placed.slice(index + 1)) {
      sum += costOfButting(one, other, rules)
    }
  }
  return sum
}
