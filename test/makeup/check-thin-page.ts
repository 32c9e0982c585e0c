// What holds for every page with too little copy, filled or not.

import {expect} from 'vitest'
import {countShortest} from '../../src/makeup/leave-out-thin.ts'
import type {TriedPage} from '../../src/makeup/make-up-page.ts'
import {isStory} from '../../src/makeup/pair-costs.ts'
import {touches, type PlacedUnit} from '../../src/makeup/placed-unit.ts'
import type {PageRequest} from '../../src/makeup/unit.ts'
import type {LatticeRect} from '../../src/model/plan.ts'

/** Check legs, headlines, pictures and white of a page. */
export function checkThinPage(
  {blankCharacterCount, blankLineCount, isFilled, missed, plan}: TriedPage,
  {template, units}: PageRequest
): void {
  const placed = missed?.placed ?? []
  const {grid} = template
  const white = placed.filter(({unit}) => unit.facts.kind === 'white')
  const stories = placed.filter(
    ({unit}) => unit.facts.kind !== 'white' && !unit.facts.size
  )

  expect(plan.modules).toHaveLength(
    units.reduce((count, unit) => count + (unit.members?.length ?? 1), 0)
  )
  checkHeads(stories)
  for (const one of stories) {
    const {candidate, unit} = one
    expect(candidate.oversetLineCount).toBe(0)
    if (candidate.setting && unit.facts.characterCount > 150) {
      const {figures, kind} = unit.facts
      const isLoneLead = unit.rank === 0 && figures.length === 0
      const least = isLoneLead ? 3 : kind === 'photo' ? 2 : 5
      expect(countShortest(candidate.setting)).toBeGreaterThanOrEqual(least)
    }
    checkPictures(one, grid)
  }
  if (isFilled) return
  expect(white.length).toBeGreaterThan(0)
  expect(isOnePiece(white.map(({area}) => area))).toBe(true)
  const foot = Math.max(
    ...white.map(({area}) => area.lineIndex + area.lineCount)
  )
  expect(foot).toBe(grid.lineCount)
  expect(blankLineCount).toBeGreaterThan(0)
  expect(blankCharacterCount).toBeGreaterThan(blankLineCount * 5)
}

/** The lead has the largest headline, and small kinds have small ones. */
function checkHeads(stories: ReadonlyArray<PlacedUnit>): void {
  const heads = stories.filter(isStory)
  const lead = heads.find(({unit}) => unit.rank === 0)
  if (!lead) return
  for (const {candidate, unit} of heads) {
    if (unit.rank === 0) continue
    const {headlineSizePt} = candidate
    const isSmall = ['brief', 'filler', 'notice'].includes(unit.facts.kind)
    const isEqual = isSmall && lead.unit.facts.kind === 'notice'
    const most = lead.candidate.headlineSizePt - (isEqual ? 0 : 1)
    expect(headlineSizePt).toBeLessThanOrEqual(most)
    if (isSmall) expect(headlineSizePt).toBeLessThanOrEqual(24)
  }
}

function checkPictures(
  {candidate: {shape}, unit}: PlacedUnit,
  grid: Readonly<{columnCount: number; lineCount: number}>
): void {
  const isPhoto = unit.facts.kind === 'photo'
  const [lead, other] = isPhoto ? [0.6, 0.3] : [0.36, 0.16]
  const share = unit.rank === 0 ? lead : other
  let cellCount = 0
  for (const {legCount, lineCount} of shape.pictures) {
    cellCount += (legCount * lineCount * shape.columnCount) / shape.legCount
  }
  expect(cellCount).toBeLessThanOrEqual(
    (share ?? 0) *
      grid.columnCount *
      grid.lineCount *
      Math.max(1, shape.pictures.length)
  )
}

/** Tell whether rectangles hang together. */
function isOnePiece(areas: ReadonlyArray<LatticeRect>): boolean {
  const [first, ...left] = areas
  const reached = first ? [first] : []
  for (let isMore = true; isMore;) {
    const index = left.findIndex((area) =>
      reached.some((other) => touches(area, other))
    )
    isMore = index >= 0
    if (isMore) reached.push(...left.splice(index, 1))
  }
  return left.length === 0
}
