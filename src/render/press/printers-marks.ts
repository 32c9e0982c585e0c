// What a plant needs around the page: crop and register marks, a colour bar,
// and a line that says what sheet this is. All of it stands outside the bleed.

import type {ComposedPage} from '../../model/page.ts'
import {mmToPt} from '../../unit/length.ts'
import type {Ink} from './ink-table.ts'
import {setOverprint} from './paint-shapes.ts'
import {marksPt, toMarginPt, write, type PressPage} from './press-page.ts'

const hairPt = 0.25
const cropPt = mmToPt(5)
const mostPatchPt = mmToPt(5)
/** Where the bar begins and ends, from the trim. */
const barInsetPt = mmToPt(15)
/** Room left of and right of a register mark. */
const registerPt = mmToPt(5)
/** Distance of the crop marks from the bleed. */
const gapPt = mmToPt(2)
const ringPt = mmToPt(2)
const crossPt = mmToPt(3.5)

/** Tones of the colour bar: solids, half tones, overprints, a grey. */
const patches: ReadonlyArray<Ink['cmyk']> = [
  [100, 0, 0, 0],
  [0, 100, 0, 0],
  [0, 0, 100, 0],
  [0, 0, 0, 100],
  [50, 0, 0, 0],
  [0, 50, 0, 0],
  [0, 0, 50, 0],
  [0, 0, 0, 50],
  [0, 100, 100, 0],
  [100, 0, 100, 0],
  [100, 100, 0, 0],
  [35, 24, 26, 0]
]

/** Paint the marks around a page. */
export function paintPrintersMarks(context: PressPage): void {
  const {operators} = context
  setOverprint(false, context)
  // On every plate: the one colour that is none.
  operators.push('/All CS 1 SCN', `${hairPt} w`)
  operators.push(...toCropMarks(context.page), ...toRegisterMarks(context.page))
  operators.push(...toColorBar(context))
}

function toCropMarks(page: ComposedPage): Array<string> {
  const [left, bottom] = [toMarginPt(page), toMarginPt(page)]
  const [right, top] = [left + page.widthPt, bottom + page.depthPt]
  const from = page.bleedPt + gapPt
  const to = from + cropPt
  const marks: Array<string> = []
  for (const [x, side] of [
    [left, -1],
    [right, 1]
  ] as const) {
    for (const y of [bottom, top])
      marks.push(stroke(x + side * from, y, x + side * to, y))
  }
  for (const [y, side] of [
    [bottom, -1],
    [top, 1]
  ] as const) {
    for (const x of [left, right])
      marks.push(stroke(x, y + side * from, x, y + side * to))
  }
  return marks
}

function toRegisterMarks(page: ComposedPage): Array<string> {
  const margin = toMarginPt(page)
  const middle = marksPt / 2
  const [width, depth] = [page.widthPt + 2 * margin, page.depthPt + 2 * margin]
  const places = [
    [width / 2, middle],
    [width / 2, depth - middle],
    [middle, depth / 2],
    [width - middle, depth / 2]
  ] as const
  return places.flatMap(([x, y]) => [
    stroke(x - crossPt, y, x + crossPt, y),
    stroke(x, y - crossPt, x, y + crossPt),
    toRing(x, y)
  ])
}

function toColorBar(context: PressPage): Array<string> {
  const {page} = context
  const inks = [
    ...patches.map((cmyk) => context.inks.toInk(cmyk)),
    ...Object.entries(page.colors)
      .filter(([, {spot}]) => spot !== undefined)
      .map(([token]) => context.inks.find(token))
  ]
  const {patchPt, xs} = placePatches(inks.length, page)
  const y = page.depthPt + 2 * toMarginPt(page) - (marksPt + patchPt) / 2
  return inks.flatMap(({fill}, index) => [
    fill,
    `${write(xs[index] ?? 0, y, patchPt, patchPt)} re f`
  ])
}

// The register mark in the middle has its room: patches that do not fit before
// it go on behind it, and are smaller where the sheet is narrow.
function placePatches(
  count: number,
  page: ComposedPage
): {patchPt: number; xs: Array<number>} {
  const left = toMarginPt(page)
  const middle = left + page.widthPt / 2
  const inset = Math.min(barInsetPt, page.widthPt / 10)
  const roomPt = page.widthPt / 2 - registerPt - inset
  const patchPt = Math.min(mostPatchPt, roomPt / Math.ceil(count / 2))
  const beforeCount = Math.min(count, Math.floor(roomPt / patchPt + 1e-6))
  const xs = Array.from({length: count}, (_, index) =>
    index < beforeCount
      ? left + inset + index * patchPt
      : middle + registerPt + (index - beforeCount) * patchPt
  )
  return {patchPt, xs}
}

function stroke(x1: number, y1: number, x2: number, y2: number): string {
  return `${write(x1, y1)} m ${write(x2, y2)} l S`
}

function toRing(x: number, y: number): string {
  const r = ringPt
  const h = r * 0.552_284_75
  return [
    `${write(x + r, y)} m`,
    `${write(x + r, y + h, x + h, y + r, x, y + r)} c`,
    `${write(x - h, y + r, x - r, y + h, x - r, y)} c`,
    `${write(x - r, y - h, x - h, y - r, x, y - r)} c`,
    `${write(x + h, y - r, x + r, y - h, x + r, y)} c S`
  ].join(' ')
}
