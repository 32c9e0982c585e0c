// One page: which story goes in which module, in which shape.
//
// Modules the editor pinned stand where they are told. The others tile what is
// left, exactly, at the least cost; where the copy does not fit as it is, the
// copyfitting ladder is climbed, rung after rung. Where even its top does not
// help, the page is made up all the same, to be looked at, and refused with
// what would fill it.

import type {PageFix, PagePlan} from '../model/plan.ts'
import {priceArrangement, type Arrangement} from './arrange-page.ts'
import {countCells} from './board.ts'
import {countPerLine} from './count-per-line.ts'
import {fullRung, listRungs} from './ladder.ts'
import {leaveOut, type LeftOut} from './leave-out.ts'
import {
  makeUpThinPage,
  mostMissExcess,
  mostPolished
} from './make-up-thin-page.ts'
import {listMissedWishes, type MissedWish} from './list-missed-wishes.ts'
import {openPage, type OpenPage} from './open-page.ts'
import {placeOneByOne} from './place-one-by-one.ts'
import {isWhite} from './placed-unit.ts'
import type {Relaxation} from './shape-table.ts'
import {stay} from './stay.ts'
import {suggestFixes} from './suggest-fixes.ts'
import {toPlan} from './to-plan.ts'
import type {PageRequest, Unit} from './unit.ts'

/** A page made up. */
export interface PageResult {
  plan: PagePlan
  /** Units no place was found for; the page is not whole without them. */
  unplaced: ReadonlyArray<Unit>
  /** Whether every module is full and nothing is left over. */
  isFilled: boolean
  /** Rung of the ladder it took, counted from 0. */
  rungIndex: number
  /** Lines of copy, over all legs, that the page has no room for. */
  missedLineCount: number
  /** Lines of base columns that stay white. */
  blankLineCount: number
  /** Characters that these lines would take, about. */
  blankCharacterCount: number
  /** What the editor wished for and the page was filled without. */
  missedWishes: ReadonlyArray<MissedWish>
  /** What would fill a page that is not, the smallest change first. */
  fixes: ReadonlyArray<PageFix>
  /** Other layouts, the best first; none unless they are asked for. */
  alternatives: ReadonlyArray<PagePlan>
}

/** How far stories may miss their modules on a page with too little copy. */
const shortMisses: ReadonlyArray<Relaxation> = [
  {shortLineCount: 5, oversetLineCount: 0},
  {shortLineCount: 10, oversetLineCount: 0},
  {shortLineCount: 200, oversetLineCount: 0}
]

/** The same on any other page. */
const oversetMisses: ReadonlyArray<Relaxation> = [
  {shortLineCount: 5, oversetLineCount: 0},
  {shortLineCount: 3, oversetLineCount: 3},
  {shortLineCount: 20, oversetLineCount: 12},
  {shortLineCount: 10, oversetLineCount: 60}
]

/** The same where many stories have no room. */
const slightMisses: ReadonlyArray<Relaxation> = [
  {shortLineCount: 3, oversetLineCount: 3}
]

/**
 * Rungs after which it is asked whether the top of the ladder helps; with many
 * stories each of them takes long.
 */
const manyFailed = 2
const manyFailedWithMany = 1

/** More stories are not all shown where they are far too long together. */
const manyStories = 12

/**
 * Make up one page, and say what would fill it if nothing does.
 *
 * `tried` is what `tryPage` made of the same request, if that is known.
 */
export function makeUpPage(
  request: PageRequest,
  tried?: TriedPage
): PageResult {
  const page = openPage(request)
  const {leftOut, missed, ...result} = tried ?? tryOpened(page)
  if (result.isFilled) return {...result, alternatives: offer(page, result)}
  // A pin that can't be kept has to be put right first.
  if (page.unplaced.length > 0) return result
  return {...result, fixes: suggestFixes(page, {leftOut, missed})}
}

/** A page made up, with how it misses. */
export interface TriedPage extends PageResult {
  missed?: Arrangement
  /** Stories the page fills without, or none; where that was looked for. */
  leftOut?: ReadonlyArray<Unit>
}

/** Make up one page, without a word about what would fill it. */
export function tryPage(request: PageRequest): TriedPage {
  return tryOpened(openPage(request))
}

function tryOpened(page: OpenPage): TriedPage {
  const {request, unplaced} = page
  const kept = stay(page)
  if (kept?.arrangement.placed.every(isExact)) {
    const {arrangement, rungIndex} = kept
    return {...toResult(arrangement, page), isFilled: true, rungIndex}
  }

  const rungs = listRungs(request.template)
  const top = rungs.at(-1) ?? fullRung
  const most = page.free.length > manyStories ? manyFailedWithMany : manyFailed
  let failedCount = 0
  for (const [rungIndex, rung] of rungs.entries()) {
    const below = rungs[rungIndex - 1]
    if (below && page.isSameRung(rung, below)) continue
    // What the whole ladder can't fill, no rung of it can.
    if (failedCount === most && rung !== top && page.isVain(top)) break
    const [arrangement] = page.arrange({rung})
    if (!arrangement) {
      if (failedCount++ === 0 && page.isHopeless(top)) break
      continue
    }
    const isFilled = unplaced.length === 0 && arrangement.placed.every(isExact)
    return {...toResult(arrangement, page), isFilled, rungIndex}
  }
  const thin = page.isThin() ? makeUpThinPage(page) : undefined
  if (thin) return toResult(thin, page)
  for (const relaxation of listMisses(page)) {
    const [arrangement] = page.arrange({
      rung: fullRung,
      relaxation,
      isHasty: page.free.length > mostPolished,
      mostExcess: mostMissExcess
    })
    if (arrangement) return toResult(arrangement, page)
  }

  const leftOut = leaveOut(page)
  const {arrangement, gone} = leftOut ?? toRemains(page)
  const {missed: _missed, ...result} = toResult(arrangement, page)
  return {
    ...result,
    leftOut: leftOut?.gone ?? [],
    unplaced: [...unplaced, ...gone],
    // What fits no rectangle of the page counts, too.
    missedLineCount:
      result.missedLineCount + Math.max(gone.length, page.countLeastLines(gone))
  }
}

function listMisses(page: OpenPage): ReadonlyArray<Relaxation> {
  if (page.isScarce()) return shortMisses
  // Many stories that are far too long all look wrong: some are left out.
  const isCrowded = page.isCrowded() && page.free.length > manyStories
  return isCrowded ? slightMisses : oversetMisses
}

function toRemains(page: OpenPage): LeftOut {
  const {left, placed} = placeOneByOne(page.request, page.fixed, page.free)
  const arrangement = priceArrangement(placed, page.request.template)
  return {arrangement, gone: left}
}

/** List the layouts that really differ from the one that was taken. */
function offer(page: OpenPage, taken: PageResult): Array<PagePlan> {
  const count = page.request.alternativeCount ?? 0
  const rung = listRungs(page.request.template)[taken.rungIndex]
  if (count === 0 || !rung) return []
  return page
    .arrange({rung, count: count + 1})
    .map((arrangement) => toPlan(arrangement, page.request))
    .filter((plan) => !isSameLayout(plan, taken.plan))
    .slice(0, count)
}

function isSameLayout(a: PagePlan, b: PagePlan): boolean {
  return (
    JSON.stringify(a.modules.map(({area}) => area)) ===
    JSON.stringify(b.modules.map(({area}) => area))
  )
}

function toResult(arrangement: Arrangement, page: OpenPage): TriedPage {
  const blankLineCount = countBlank(arrangement, page)
  return {
    plan: toPlan(arrangement, page.request),
    unplaced: page.unplaced,
    isFilled: false,
    rungIndex: listRungs(page.request.template).length,
    missedLineCount: countOverset(arrangement),
    blankLineCount,
    blankCharacterCount: Math.round(
      blankLineCount * countPerLine(arrangement, page.request.template)
    ),
    missedWishes: listMissedWishes(
      arrangement.placed,
      page.fixed.map(({area}) => area),
      page.request.template
    ),
    fixes: [],
    alternatives: [],
    missed: arrangement
  }
}

function countOverset({placed}: Arrangement): number {
  let count = 0
  for (const {candidate} of placed) {
    count += candidate.oversetLineCount * candidate.shape.legCount
  }
  return count
}

function countBlank({placed}: Arrangement, {request}: OpenPage): number {
  const {maxPadLines} = request.template.spacing
  let count = 0
  for (const {area, candidate, unit} of placed) {
    const short = (candidate.extraLineCount ?? 0) - maxPadLines
    if (isWhite(unit)) count += countCells(area)
    else count += Math.max(0, short) * area.columnCount
  }
  return count
}

function isExact({candidate, unit}: Arrangement['placed'][number]): boolean {
  return candidate.oversetLineCount === 0 && !isWhite(unit)
}
