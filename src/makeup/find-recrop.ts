// A recrop: another shape of a story’s picture that makes the page fill.

import type {PageFix} from '../model/plan.ts'
import {canFill, giveWay} from './give-way.ts'
import {fullRung} from './ladder.ts'
import type {OpenPage} from './open-page.ts'
import {findAspectRatio} from './picture-options.ts'
import {toShapeTable} from './shape-table.ts'
import type {Unit} from './unit.ts'

/** Part of a picture that an editor may be asked to crop. */
const mostCropRatio = 0.45

/** Find how the only picture of a story would have to be cropped. */
export function findRecrop(unit: Unit, page: OpenPage): PageFix | undefined {
  const [figure, ...others] = unit.facts.figures
  if (!figure || figure.isMissing || others.length > 0) return undefined
  const {request} = page
  const {template} = request
  const limits = {...template.limits, hardCropRatio: mostCropRatio}
  const loose = {...request, template: {...template, limits}}
  const placed = giveWay(unit, toShapeTable(unit, loose, fullRung), page)
  const shape = placed?.candidate.shape
  const picture = shape?.pictures[0]
  if (!shape || !picture) return undefined

  const ratio = findAspectRatio(unit, picture, shape, template)
  const aspectRatio = Math.round(ratio * 100) / 100
  const facts = {...unit.facts, figures: [{...figure, aspectRatio}]}
  const changed = {...unit, facts}
  const units = request.units.map((one) => (one === unit ? changed : one))
  if (!canFill(page, {unit, changed, request: {...request, units}})) {
    return undefined
  }
  return {
    action: 'recrop',
    slug: unit.slug,
    aspectRatio,
    isDeeper: aspectRatio < figure.aspectRatio
  }
}
