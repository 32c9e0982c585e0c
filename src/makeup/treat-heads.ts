// Butting heads 碰题: where two headlines of one face stand side by side at one
// height, the one of less value takes the face that contrasts with it, if the
// template names one. Nothing else may change by it: the composing room is
// asked.

import type {Template} from '../template/template.ts'
import type {Arrangement} from './arrange-page.ts'
import {
  costOfButting,
  findHeadFace,
  toPageWeights,
  type PlacedUnit
} from './score.ts'
import {toAsk, type PageRequest} from './unit.ts'

/** Give butting heads contrasting faces, and price them anew. */
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
    const other = isTaken ? undefined : withFace(one, contrast, request)
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

/** Change the face of a head; `undefined` where its depth would change. */
function withFace(
  one: PlacedUnit,
  face: string,
  request: PageRequest
): PlacedUnit | undefined {
  const {candidate, unit} = one
  const {setting} = candidate
  const headline = {...candidate.shape.headline, face}
  const shape = {...candidate.shape, headline}
  const plain = request.castOff(toAsk(unit, candidate.shape))
  const cast = request.castOff(toAsk(unit, shape))
  const isSame =
    cast.headLineCount === plain.headLineCount &&
    cast.depthLineCount === plain.depthLineCount &&
    cast.headlineFits
  if (!isSame) return undefined
  return {
    ...one,
    candidate: {
      ...candidate,
      shape,
      ...(setting ? {setting: {...setting, shape}} : {})
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
