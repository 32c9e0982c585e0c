// Regions: what is left of the page around modules that the editor pinned,
// cut into rectangles by straight cuts in every possible way.

import type {LatticeRect} from '../model/plan.ts'

/** Ways at most; pins in unusual numbers would make too many. */
const mostWays = 40

/** List the ways to cut the free part of `page` into rectangles. */
export function listRegions(
  page: LatticeRect,
  pins: ReadonlyArray<LatticeRect>
): Array<Array<LatticeRect>> {
  const inside = pins.filter((pin) => overlaps(pin, page))
  if (inside.length === 0) return [[page]]
  if (inside.length === 1 && inside[0] && covers(inside[0], page)) return [[]]

  const ways: Array<Array<LatticeRect>> = []
  for (const [first, second] of listCuts(page, inside)) {
    for (const left of listRegions(first, inside)) {
      for (const right of listRegions(second, inside)) {
        ways.push([...left, ...right])
        if (ways.length >= mostWays) return ways
      }
    }
  }
  return ways
}

/** Cut along every edge of a pin that runs through no other pin. */
function listCuts(
  page: LatticeRect,
  pins: ReadonlyArray<LatticeRect>
): Array<[LatticeRect, LatticeRect]> {
  const cuts: Array<[LatticeRect, LatticeRect]> = []
  const columns = new Set<number>()
  const lines = new Set<number>()
  for (const pin of pins) {
    columns.add(pin.columnIndex).add(pin.columnIndex + pin.columnCount)
    lines.add(pin.lineIndex).add(pin.lineIndex + pin.lineCount)
  }

  for (const line of [...lines].sort((a, b) => a - b)) {
    const depth = line - page.lineIndex
    if (depth <= 0 || depth >= page.lineCount) continue
    if (pins.some((pin) => isBetween(line, pin.lineIndex, pin.lineCount))) {
      continue
    }
    cuts.push([
      {...page, lineCount: depth},
      {...page, lineIndex: line, lineCount: page.lineCount - depth}
    ])
  }
  for (const column of [...columns].sort((a, b) => a - b)) {
    const width = column - page.columnIndex
    if (width <= 0 || width >= page.columnCount) continue
    if (
      pins.some((pin) => isBetween(column, pin.columnIndex, pin.columnCount))
    ) {
      continue
    }
    cuts.push([
      {...page, columnCount: width},
      {...page, columnIndex: column, columnCount: page.columnCount - width}
    ])
  }
  return cuts
}

function isBetween(value: number, start: number, count: number): boolean {
  return value > start && value < start + count
}

/** Tell whether two rectangles share a cell. */
export function overlaps(a: LatticeRect, b: LatticeRect): boolean {
  return (
    a.columnIndex < b.columnIndex + b.columnCount &&
    b.columnIndex < a.columnIndex + a.columnCount &&
    a.lineIndex < b.lineIndex + b.lineCount &&
    b.lineIndex < a.lineIndex + a.lineCount
  )
}

function covers(outer: LatticeRect, inner: LatticeRect): boolean {
  return (
    outer.columnIndex <= inner.columnIndex &&
    outer.lineIndex <= inner.lineIndex &&
    outer.columnIndex + outer.columnCount >=
      inner.columnIndex + inner.columnCount &&
    outer.lineIndex + outer.lineCount >= inner.lineIndex + inner.lineCount
  )
}
