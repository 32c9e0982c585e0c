// Planted pages: a page is cut up at random first, and then each module gets
// copy that fills it to the line. So one exact arrangement is known to exist.

import type {LatticeRect} from '../../src/model/plan.ts'
import type {ArrangeRequest} from '../../src/makeup/arrange-page.ts'
import {listRungs} from '../../src/makeup/ladder.ts'
import type {PlacedUnit} from '../../src/makeup/placed-unit.ts'
import {toShapeTable, type ShapeTable} from '../../src/makeup/shape-table.ts'
import type {PageRequest} from '../../src/makeup/unit.ts'
import {toRequest, type Copy} from '../makeup/desk.ts'
import {toRandom, type Random} from './random.ts'

/** How a page is cut up. */
export type Cutting = 'pinwheel' | 'slicing'

/** A page that can be filled exactly. */
export interface PlantedPage {
  request: PageRequest
  tables: ReadonlyArray<ShapeTable>
  areas: ReadonlyArray<LatticeRect>
}

const leastDepth = 11

/** Shapes, heads and pictures: what needs no other copy and no squeezing. */
const rung = listRungs({})[0] ?? new Set()

/** Make a page of `count` stories; the same seed gives the same page. */
export function toPlantedPage(
  count: number,
  seed: number,
  cutting: Cutting = 'slicing',
  lineCount = 118
): PlantedPage {
  for (let attempt = 0; ; attempt++) {
    const random = toRandom(seed * 1000 + attempt)
    const page = {columnIndex: 0, columnCount: 8, lineIndex: 0, lineCount}
    const areas =
      cutting === 'slicing'
        ? slice(page, count, random)
        : spin(page, count, random)
    const copy = areas && plant(areas, random, lineCount)
    if (!areas || !copy) continue
    const request = toRequest(copy, lineCount)
    return {request, tables: toTables(request), areas}
  }
}

/** Ask for its arrangement, some modules fixed where they were planted. */
export function toArrangeRequest(
  {areas, request: {template, units}, tables}: PlantedPage,
  fixedIndexes: ReadonlyArray<number> = []
): ArrangeRequest {
  const isFree = (_: unknown, index: number): boolean =>
    !fixedIndexes.includes(index)
  const fixed = fixedIndexes.flatMap((index): Array<PlacedUnit> => {
    const unit = units[index]
    const area = areas[index]
    const candidate =
      area && tables[index]?.[area.columnCount]?.get(area.lineCount)
    return unit && area && candidate ? [{unit, area, candidate}] : []
  })
  return {
    template,
    units: units.filter(isFree),
    tables: tables.filter(isFree),
    fixed,
    blocked: [],
    count: 1
  }
}

/** Table the shapes of all units of a page. */
export function toTables(request: PageRequest): Array<ShapeTable> {
  return request.units.map((unit) => toShapeTable(unit, request, rung))
}

/** Cut a rectangle into so many by straight cuts. */
function slice(
  area: LatticeRect,
  count: number,
  random: Random
): Array<LatticeRect> | undefined {
  if (count === 1) return [area]
  for (let attempt = 0; attempt < 20; attempt++) {
    const firstCount = random.integer(1, count - 1)
    const share = firstCount / count + (random.ratio() - 0.5) * 0.2
    const isRow = random.ratio() < (area.columnCount > 4 ? 0.55 : 0.3)
    const parts = isRow
      ? cutColumns(area, Math.round(area.columnCount * share))
      : cutLines(area, Math.round(area.lineCount * share))
    if (!parts.every(isRoomy)) continue
    const first = slice(parts[0], firstCount, random)
    const second = first && slice(parts[1], count - firstCount, random)
    if (first && second) return [...first, ...second]
  }
  return undefined
}

/** Cut a rectangle into a pinwheel, and its blocks further by straight cuts. */
function spin(
  area: LatticeRect,
  count: number,
  random: Random
): Array<LatticeRect> | undefined {
  const left = random.integer(1, 4)
  const right = random.integer(left + 1, 7)
  const top = random.integer(16, 60)
  const foot = random.integer(top + 14, area.lineCount - 16)
  const toArea = (
    columnIndex: number,
    lineIndex: number,
    columnEnd: number,
    lineEnd: number
  ): LatticeRect => ({
    columnIndex,
    lineIndex,
    columnCount: columnEnd - columnIndex,
    lineCount: lineEnd - lineIndex
  })
  let blocks = [
    toArea(0, 0, right, top),
    toArea(right, 0, area.columnCount, foot),
    toArea(left, foot, area.columnCount, area.lineCount),
    toArea(0, top, left, area.lineCount),
    toArea(left, top, right, foot)
  ]
  while (blocks.length < count) {
    const largest = blocks.reduce((a, b) =>
      a.columnCount * a.lineCount >= b.columnCount * b.lineCount ? a : b
    )
    const parts = slice(largest, 2, random)
    if (!parts) return undefined
    blocks = [...blocks.filter((block) => block !== largest), ...parts]
  }
  return blocks
}

function cutColumns(
  area: LatticeRect,
  columnCount: number
): [LatticeRect, LatticeRect] {
  return [
    {...area, columnCount},
    {
      ...area,
      columnIndex: area.columnIndex + columnCount,
      columnCount: area.columnCount - columnCount
    }
  ]
}

function cutLines(
  area: LatticeRect,
  lineCount: number
): [LatticeRect, LatticeRect] {
  return [
    {...area, lineCount},
    {
      ...area,
      lineIndex: area.lineIndex + lineCount,
      lineCount: area.lineCount - lineCount
    }
  ]
}

function isRoomy({columnCount, lineCount}: LatticeRect): boolean {
  return columnCount >= 1 && lineCount >= leastDepth
}

/** Find copy for every module; the largest at the top is the lead. */
function plant(
  areas: ReadonlyArray<LatticeRect>,
  random: Random,
  lineCount: number
): Array<Copy> | undefined {
  const copy: Array<Copy> = []
  for (const [index, area] of areas.entries()) {
    const one = plantOne(area, index, random, lineCount)
    if (!one) return undefined
    copy.push(one)
  }
  return copy
}

function plantOne(
  area: LatticeRect,
  rank: number,
  random: Random,
  lineCount: number
): Copy | undefined {
  const {columnCount} = area
  for (let attempt = 0; attempt < 30; attempt++) {
    const hasPicture =
      columnCount > 1 && area.lineCount > 24 && random.ratio() < 0.45
    const base: Copy = {
      slug: `story-${rank}`,
      characterCount: 0,
      headlineCharacterCount: random.integer(8, 18)
    }
    if (hasPicture) {
      base.figures = [
        {
          aspectRatio: [1.5, 1.33, 0.75][random.integer(0, 2)] ?? 1.5,
          isMissing: false,
          widthPx: 2200,
          captionCharacterCount: random.integer(16, 40)
        }
      ]
    }
    const found = fit(base, area, lineCount)
    // Where its width is not given, a story may not be spread so thin.
    if (found && fills(found, rank, area, lineCount)) return found
  }
  return undefined
}

/** Lengthen the copy until the module's depth is among its shapes. */
function fit(
  base: Copy,
  {columnCount, lineCount}: LatticeRect,
  pageLineCount: number
): Copy | undefined {
  let least = 60
  let most = columnCount * lineCount * 14
  while (least < most) {
    const middle = (least + most) >> 1
    const shortest = listDepths(middle)[0] ?? Infinity
    if (shortest < lineCount - 2) least = middle + 1
    else most = middle
  }
  for (let step = 0; step < 12; step++) {
    const characterCount = least + step * 13
    if (listDepths(characterCount).includes(lineCount)) {
      return {...base, characterCount}
    }
  }
  return undefined

  function listDepths(characterCount: number): Array<number> {
    const request = toRequest([{...base, characterCount}], pageLineCount)
    const [unit] = request.units
    if (!unit) return []
    const pinned = {...unit, rank: 1, pin: {columnCount}}
    const table = toShapeTable(pinned, request, rung)
    return [...(table[columnCount]?.keys() ?? [])].sort((a, b) => a - b)
  }
}

/** Tell whether a story may be set in an area, its width not given. */
function fills(
  copy: Copy,
  rank: number,
  {columnCount, lineCount}: LatticeRect,
  pageLineCount: number
): boolean {
  const request = toRequest([copy], pageLineCount)
  const [unit] = request.units
  if (!unit) return false
  const table = toShapeTable({...unit, rank}, request, rung)
  return table[columnCount]?.has(lineCount) ?? false
}
