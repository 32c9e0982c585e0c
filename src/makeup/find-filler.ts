// A filler: the smallest one that makes the page fill.

import type {LatticeRect, PageFix} from '../model/plan.ts'
import type {Arrangement} from './arrange-page.ts'
import {tabulateBlanks, toBlankUnit} from './blank-unit.ts'
import {giveWay} from './give-way.ts'
import {fullRung} from './ladder.ts'
import type {OpenPage} from './open-page.ts'
import {isWhite} from './placed-unit.ts'
import type {ShapeTable} from './shape-table.ts'

/** Depths house advertisements are kept in, in lines. */
const usualDepths = [6, 9, 12, 15, 18, 24, 30]
const largestDepth = Math.max(...usualDepths)

/**
 * Find the size of a filler that makes up for what is missing; where that is
 * much, of fillers as large as what is white on the page.
 */
export function findFiller(
  page: OpenPage,
  missed?: Arrangement
): PageFix | undefined {
  const {columnCount} = page.request.template.grid
  const white: Array<FillerSize> = []
  for (const {area, unit} of missed?.placed ?? []) {
    if (isWhite(unit)) white.push(area)
  }
  const isLarge = white.some(({lineCount}) => lineCount > largestDepth)
  if (isLarge) return tryFillers(white, page)

  const usual = Array.from({length: columnCount}, (_, index) =>
    usualDepths.map((lineCount) => ({columnCount: index + 1, lineCount}))
  )
  const placed = giveWay(
    toBlankUnit('filler'),
    tabulateSizes(usual.flat(), page),
    page
  )
  return placed ? toFix([placed.area]) : tryFillers(white, page)
}

type FillerSize = Pick<LatticeRect, 'columnCount' | 'lineCount'>

/** Put fillers where it is white, all of them. */
function tryFillers(
  sizes: ReadonlyArray<FillerSize>,
  page: OpenPage
): PageFix | undefined {
  if (sizes.length === 0) return undefined
  const fillers = sizes.map((size) => ({
    unit: toBlankUnit('filler'),
    table: tabulateSizes([size], page)
  }))
  const options = {rung: fullRung, isHasty: true}
  const [found] = page.arrange({...options, instead: fillers})
  return found ? toFix(sizes) : undefined
}

function toFix(sizes: ReadonlyArray<FillerSize>): PageFix {
  return {
    action: 'fill',
    fillers: sizes.map(({columnCount, lineCount}) => ({columnCount, lineCount}))
  }
}

function tabulateSizes(
  sizes: ReadonlyArray<FillerSize>,
  page: OpenPage
): ShapeTable {
  const fillers = sizes.map(({columnCount, lineCount}) => ({
    columnCount,
    lineCount,
    // The smallest that will do.
    cost: (columnCount * lineCount) / 4
  }))
  return tabulateBlanks(fillers, page.request.template.grid.columnCount, 'box')
}
