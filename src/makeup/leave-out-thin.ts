// Copy that is spread thin: legs so short that type looks strewn over the page.
// A page with little copy has white at its foot instead.

import type {Template} from '../template/template.ts'
import {countTakenLines} from './list-legs.ts'
import type {DraftsByWidth, LegSetting} from './setting.ts'
import type {Unit} from './unit.ts'

/** Lines that any leg has, at least. */
const fewestLines = 2

/** The same of a lead without a picture, as its headline has to be wide. */
const fewestLeadLines = 3

/** Kinds of copy of which there may be only a line or two. */
const shortKinds = new Set(['ad', 'brief', 'filler', 'notice', 'photo'])

/**
 * Leave out what is spread thin; where there is nothing else, as with copy of
 * three lines, what has two lines in a leg; where all have one, nothing.
 */
export function leaveOutThin(
  drafts: DraftsByWidth,
  unit: Unit,
  template: Template
): DraftsByWidth {
  const {facts, part, pin, rank} = unit
  // Where the editor gives the width there may be no other way.
  const isGiven = facts.size ?? pin?.columnCount ?? pin?.legCount
  if (isGiven || part === 'start' || facts.characterCount === 0) return drafts
  const usual = template.limits['legLines'] ?? 2
  const least = shortKinds.has(facts.kind)
    ? fewestLines
    : rank === 0 && facts.figures.length === 0
      ? Math.min(usual, fewestLeadLines)
      : usual
  // Legs have many heads over them.
  const shortest = new Map<LegSetting, number>()
  for (const lineCount of [least, fewestLines]) {
    const kept = drafts.map((row) =>
      row.filter(({legs}) => findShortest(legs) >= lineCount)
    )
    if (kept.some((row) => row.length > 0)) return kept
  }
  return drafts

  function findShortest(legs: LegSetting): number {
    const known = shortest.get(legs) ?? countShortest(legs)
    shortest.set(legs, known)
    return known
  }
}

/**
 * Count the lines of the shortest leg that has any. Copy ends where it ends:
 * the last leg may be a line shorter, and counts for a line more.
 */
export function countShortest({
  bodyLineCount,
  legLineCount,
  shape
}: Pick<LegSetting, 'bodyLineCount' | 'legLineCount' | 'shape'>): number {
  const taken = countTakenLines(shape.legCount, shape.pictures)
  const filled: Array<number> = []
  let left = bodyLineCount
  for (const pictureLineCount of taken) {
    const lineCount = Math.min(left, legLineCount - pictureLineCount)
    if (lineCount > 0) filled.push(lineCount)
    left -= Math.max(0, lineCount)
  }
  const last = filled.pop() ?? 0
  const mayEnd = filled.length > 0 && last >= fewestLines
  return Math.min(...filled, mayEnd ? last + 1 : last)
}
