// Fixes: the smallest changes that would fill a refused page.
//
// Each is found by letting one thing give way (a story’s length, a picture’s
// shape, a filler’s size) while everything else stays exact, and is tried out
// before it is suggested: with it, the page fills.

import type {PageFix} from '../model/plan.ts'
import type {Arrangement} from './arrange-page.ts'
import {sumCells} from './board.ts'
import {findAddition} from './find-addition.ts'
import {findCut} from './find-cut.ts'
import {findFiller} from './find-filler.ts'
import {findMove} from './find-move.ts'
import {findRecrop} from './find-recrop.ts'
import type {OpenPage} from './open-page.ts'
import type {Unit} from './unit.ts'

/** Fixes wanted, at most. */
const mostFixes = 3
const mostFixesOfMany = 2

/** Stories looked at for one kind of fix. */
const mostTries = 4

/** Units of a page that is looked at from every side; each look takes long. */
const mostUnits = 12

/** What is known of a refused page. */
export interface Refusal {
  /** How it misses. */
  missed?: Arrangement | undefined
  /** Stories it fills without, or none; where that was looked for. */
  leftOut?: ReadonlyArray<Unit> | undefined
}

/** Suggest what would fill a page. */
export function suggestFixes(
  page: OpenPage,
  {leftOut, missed}: Refusal = {}
): Array<PageFix> {
  const isOver =
    !missed || missed.placed.some((one) => one.candidate.oversetLineCount > 0)
  const units = [...page.fixed.map(({unit}) => unit), ...page.free]
  const stories = sortByMiss(units, missed)
  const tries: Array<() => PageFix | undefined> = []
  if (!isOver) tries.push(() => findFiller(page, missed))
  for (const unit of stories) {
    tries.push(() => (isOver ? findCut(unit, page) : findAddition(unit, page)))
  }
  if (units.length <= mostUnits) {
    for (const unit of stories) tries.push(() => findRecrop(unit, page))
  }
  if (isOver) tries.push(() => findMove(page, leftOut))

  const most = units.length > mostUnits ? mostFixesOfMany : mostFixes
  const fixes: Array<PageFix> = []
  for (const attempt of tries) {
    const fix = attempt()
    if (fix) fixes.push(fix)
    if (fixes.length >= most) break
  }
  return fixes.sort((a, b) => toSize(a) - toSize(b))
}

/** How much a fix changes, to put small ones first. */
function toSize(fix: PageFix): number {
  switch (fix.action) {
    case 'add':
      return fix.lineCount * 1.5
    case 'cut':
      return fix.lineCount
    case 'fill':
      return sumCells(fix.fillers)
    case 'move':
      return 200 * fix.slugs.length
    case 'recrop':
      return 4
  }
}

/** Stories that miss their modules first, then the longest. */
function sortByMiss(
  units: ReadonlyArray<Unit>,
  missed: Arrangement | undefined
): Array<Unit> {
  const misses = new Map<string, number>()
  for (const {candidate, unit} of missed?.placed ?? []) {
    const short = Math.max(0, (candidate.extraLineCount ?? 0) - 2)
    misses.set(unit.slug, candidate.oversetLineCount + short)
  }
  const weigh = (unit: Unit): number =>
    (misses.get(unit.slug) ?? 0) * 10_000 + unit.facts.characterCount
  return units
    .filter(({facts, part}) => !facts.size && part !== 'start')
    .sort((a, b) => weigh(b) - weigh(a) || a.rank - b.rank)
    .slice(0, mostTries)
}
