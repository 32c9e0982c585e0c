// A filler: the smallest one that makes the page fill.

import type {PageFix} from '../model/plan.ts'
import {giveWay} from './give-way.ts'
import type {OpenPage} from './open-page.ts'
import type {Candidate} from './shape-table.ts'
import type {Unit} from './unit.ts'

/** Depths house advertisements are kept in, in lines. */
const usualDepths = [6, 9, 12, 15, 18, 24, 30]

const unknownFiller: Unit = {
  slug: '',
  part: 'whole',
  rank: 99,
  facts: {
    slug: '',
    kind: 'filler',
    rank: 99,
    hasHeadline: false,
    headlineCharacterCount: 0,
    characterCount: 0,
    figures: [],
    isBoxed: true
  }
}

/** Find the size of a filler that makes up for what is missing. */
export function findFiller(page: OpenPage): PageFix | undefined {
  const {columnCount} = page.request.template.grid
  const table: Array<Map<number, Candidate>> = [new Map<number, Candidate>()]
  for (let width = 1; width <= columnCount; width++) {
    const row = new Map<number, Candidate>()
    table.push(row)
    for (const lineCount of usualDepths) {
      row.set(lineCount, toFiller(width, lineCount))
    }
  }

  const placed = giveWay(unknownFiller, table, page)
  if (!placed) return undefined
  const {columnCount: width, lineCount} = placed.area
  return {action: 'fill', columnCount: width, lineCount}
}

function toFiller(columnCount: number, lineCount: number): Candidate {
  return {
    lineCount,
    // The smallest that will do.
    cost: (columnCount * lineCount) / 4,
    shape: {
      columnCount,
      legCount: 1,
      headline: {sizeStep: 0, rowCount: 0},
      pictures: [],
      frame: 'box'
    },
    bodyLineCount: 0,
    oversetLineCount: 0,
    headlineSizePt: 0
  }
}
