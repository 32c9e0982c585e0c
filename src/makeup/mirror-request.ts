// Left-hand pages, mirrored: what a template likes at the left of a right-hand
// page stands at the right of a left-hand one, so that two facing pages answer
// each other.
//
// The page is made up as a right-hand one, pins and previous places turned
// round; `toPlan` turns the result. Within a module only the notch of an L is
// turned: copy is read from the left on every page, so it is cast off to the
// notch that is printed (`list-doglegs.ts`).

import type {PageCorner, Pin} from '../model/issue.ts'
import type {LatticeRect, Notch} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Turn a request round, if its page is to be mirrored. */
export function mirrorRequest(request: PageRequest): PageRequest {
  const {pageNumber, previous, template, units} = request
  const {columnCount} = template.grid
  if (!isMirrored(pageNumber, template) || !units.every(canTurn)) {
    return request
  }
  return {
    ...request,
    isMirrored: true,
    units: units.map((unit) =>
      unit.pin ? {...unit, pin: turnPin(unit.pin, unit, columnCount)} : unit
    ),
    ...(previous
      ? {
          previous: new Map(
            [...previous].map(([key, area]) => [
              key,
              turnArea(area, columnCount)
            ])
          )
        }
      : {})
  }
}

/** Turn a rectangle round on a page of so many columns. */
export function turnArea(area: LatticeRect, columnCount: number): LatticeRect {
  const columnIndex = columnCount - area.columnIndex - area.columnCount
  return {...area, columnIndex}
}

/** Turn the notch of an L round. */
export function turnNotch(notch: Notch): Notch {
  return {...notch, side: notch.side === 'left' ? 'right' : 'left'}
}

/** A spread has both halves, so it is not turned. */
function isMirrored(pageNumber: number, template: Template): boolean {
  return (
    template.mirrorsLeftPages === true &&
    template.foldPt === undefined &&
    pageNumber % 2 === 0
  )
}

/** Without a width nobody knows where a pinned column is from the right. */
function canTurn({facts, pin}: Unit): boolean {
  const width = pin?.columnCount ?? facts.size?.columnCount
  return pin?.columnNumber === undefined || width !== undefined
}

function turnPin(pin: Pin, {facts}: Unit, columnCount: number): Pin {
  const turned = {...pin}
  const width = pin.columnCount ?? facts.size?.columnCount ?? 1
  if (pin.columnNumber !== undefined) {
    turned.columnNumber = columnCount - pin.columnNumber - width + 2
  }
  if (pin.corner) turned.corner = otherCorner[pin.corner]
  return turned
}

const otherCorner: Readonly<Record<PageCorner, PageCorner>> = {
  'lower-left': 'lower-right',
  'lower-right': 'lower-left',
  'upper-left': 'upper-right',
  'upper-right': 'upper-left'
}
