// A page with too little copy. It is not puffed up: stories stand as they look
// best, and what is missing stays white, in one place, at the foot.

import type {White} from './add-white.ts'
import type {Arrangement} from './arrange-page.ts'
import type {LadderStep} from '../model/template-settings.ts'
import {fullRung, type Rung} from './ladder.ts'
import {openPage, type OpenPage} from './open-page.ts'
import {isStory} from './pair-costs.ts'
import {usualLeadPictureCost} from './picture-options.ts'
import {isLead} from './placed-unit.ts'
import {toWeight, usualTintCost} from './shape-cost.ts'
import {exact, type Relaxation} from './shape-table.ts'
import type {PageRequest} from './unit.ts'

/** Stories of a page that is made up with care, though it is not filled. */
export const mostPolished = 8

/**
 * What may be paid at most, above the least all can cost, on a page that is not
 * filled.
 */
export const mostMissExcess = 160

/** Times a page is made up again because its lead does not lead. */
const mostAgain = 3

/** Where there is room, lines are set as they come. */
const unhurried: Rung = new Set<LadderStep>([
  'shape',
  'headline',
  'picture',
  'options',
  'slack'
])

/** How far stories may miss their modules where no exact one will do. */
const miss: Relaxation = {shortLineCount: 6, oversetLineCount: 0}

/** Make up a page with white; `undefined` where its copy asks for more room. */
export function makeUpThinPage(page: OpenPage): Arrangement | undefined {
  let desk = openPage(withCosts(page.request))
  let best: Arrangement | undefined
  for (let again = 0; again <= mostAgain; again++) {
    const found = arrangeThin(desk)
    if (!found) return best
    const {leadPt, rivalPt} = measureHeads(found)
    best ??= found
    if (leadPt === 0 || rivalPt < leadPt) return found
    // Others get headlines that are smaller than the one the lead can have.
    const {request} = desk
    const limits = {...request.template.limits, leadHeadlinePt: leadPt}
    const template = {...request.template, limits}
    desk = openPage({...request, template})
  }
  return best
}

/**
 * Where there is room, the lead has the picture it should have, and short
 * stories, of which there are many here, are not all set off.
 */
function withCosts(request: PageRequest): PageRequest {
  const {template} = request
  const weigh = toWeight(template)
  const costs = {
    ...template.costs,
    leadPicture: 3 * weigh('leadPicture', usualLeadPictureCost),
    tint: 2 * weigh('tint', usualTintCost)
  }
  return {...request, template: {...template, costs}}
}

/** Try stories as they come first, and misses last. */
function arrangeThin(page: OpenPage): Arrangement | undefined {
  const isHasty = page.free.length > mostPolished
  const tries: ReadonlyArray<{
    rung: Rung
    relaxation: Relaxation
    white: White
  }> = [
    {rung: unhurried, relaxation: exact, white: 'strip'},
    {rung: fullRung, relaxation: exact, white: 'strip'},
    {rung: fullRung, relaxation: exact, white: 'any'},
    {rung: fullRung, relaxation: exact, white: 'corner'},
    {rung: fullRung, relaxation: miss, white: 'any'}
  ]
  for (const options of tries) {
    const [found] = page.arrange({
      ...options,
      isHasty,
      mostExcess: mostMissExcess
    })
    if (found) return found
  }
  return undefined
}

/** Sizes of the lead's headline and of the largest of all others. */
function measureHeads({placed}: Arrangement): {
  leadPt: number
  rivalPt: number
} {
  let leadPt = 0
  let rivalPt = 0
  for (const one of placed) {
    if (!isStory(one)) continue
    const {headlineSizePt} = one.candidate
    if (isLead(one.unit)) leadPt = headlineSizePt
    else rivalPt = Math.max(rivalPt, headlineSizePt)
  }
  return {leadPt, rivalPt}
}
