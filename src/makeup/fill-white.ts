// Fillers in the white of a page that has far too little copy: where no set of
// them makes it full, the largest that fits stands at the foot of the white,
// then the largest that fits beside and over it.
//
// Stories stay where they are; what is left stays white.

import type {LatticeRect} from '../model/plan.ts'
import {priceArrangement} from './arrange-page.ts'
import {countCells, sumCells} from './board.ts'
import {countPerLine} from './count-per-line.ts'
import {fullRung} from './ladder.ts'
import type {TriedPage} from './make-up-page.ts'
import {isWhite, type PlacedUnit} from './placed-unit.ts'
import {toShapeTable, type Candidate} from './shape-table.ts'
import {toPlan} from './to-plan.ts'
import type {PageRequest, Unit} from './unit.ts'

/** A page filled with fillers, or as far as they go. */
export interface FilledPage {
  result: TriedPage
  used: ReadonlyArray<Unit>
}

/** Put fillers into white; `undefined` where there is none, or none fits. */
export function fillWhite(
  request: PageRequest,
  result: TriedPage,
  pool: ReadonlyArray<Unit>
): FilledPage | undefined {
  const placed = result.missed?.placed ?? []
  const whites = placed.filter(({unit}) => isWhite(unit))
  const left = pool
    .flatMap((unit) => toSized(unit, request))
    .sort((a, b) => b.cellCount - a.cellCount)
  const filled: Array<PlacedUnit> = []
  const rooms: Array<PlacedUnit> = []
  for (const white of whites) fill(white.area, white)
  if (filled.length === 0) return undefined

  const stories = placed.filter(({unit}) => !isWhite(unit))
  const units = [...request.units, ...filled.map(({unit}) => unit)]
  const arrangement = priceArrangement(
    [...stories, ...filled, ...rooms],
    request.template
  )
  const gained = sumCells(filled.map(({area}) => area))
  const blankLineCount = Math.max(0, result.blankLineCount - gained)
  return {
    used: filled.map(({unit}) => unit),
    result: {
      ...result,
      plan: toPlan(arrangement, {...request, units}),
      blankLineCount,
      blankCharacterCount: Math.round(
        blankLineCount * countPerLine(arrangement, request.template)
      ),
      isFilled:
        result.unplaced.length === 0 &&
        rooms.length === 0 &&
        blankLineCount === 0,
      missed: arrangement
    }
  }

  function fill(room: LatticeRect, white: PlacedUnit): void {
    if (room.columnCount === 0 || room.lineCount === 0) return
    const index = left.findIndex(
      ({candidate: {lineCount, shape}}) =>
        shape.columnCount <= room.columnCount && lineCount <= room.lineCount
    )
    const [found] = index < 0 ? [] : left.splice(index, 1)
    if (!found) {
      const candidate = {...white.candidate, lineCount: room.lineCount}
      rooms.push({...white, candidate, area: room})
      return
    }
    const {candidate, unit} = found
    const {lineCount, shape} = candidate
    const {columnCount} = shape
    const lineIndex = room.lineIndex + room.lineCount - lineCount
    filled.push({
      unit,
      candidate,
      area: {...room, columnCount, lineCount, lineIndex}
    })
    fill(
      {
        columnIndex: room.columnIndex + columnCount,
        columnCount: room.columnCount - columnCount,
        lineIndex,
        lineCount
      },
      white
    )
    fill({...room, lineCount: room.lineCount - lineCount}, white)
  }
}

/** A filler of a fixed size. */
interface SizedUnit {
  unit: Unit
  candidate: Candidate
  cellCount: number
}

function toSized(unit: Unit, request: PageRequest): Array<SizedUnit> {
  const {size} = unit.facts
  if (!size) return []
  const table = toShapeTable(unit, request, fullRung)
  const candidate = table[size.columnCount]?.get(size.lineCount)
  return candidate ? [{unit, candidate, cellCount: countCells(size)}] : []
}
