// A page on its way to the press: what has been painted so far, and what the
// painting asks the file to hold (colours, fonts, pictures).
//
// The page's places count from the top left of the trim; a PDF's from the
// bottom left of the sheet, which is larger by its margins.

import type {ComposedPage} from '../../model/page.ts'
import type {PagePress} from '../../model/press.ts'
import {mmToPt} from '../../unit/length.ts'
import type {InkTable} from './ink-table.ts'
import type {PressFonts} from './press-fonts.ts'

/** Room around the bleed for marks. */
export const marksPt: number = mmToPt(12)

/** A page being painted. */
export interface PressPage {
  page: ComposedPage
  press: PagePress
  inks: InkTable
  fonts: PressFonts
  /** Operators of the content stream, in painting order. */
  operators: Array<string>
  /** Whether black overprints at this point of the stream. */
  isOverprinting?: boolean
}

/** How far the trim lies inside the sheet. */
export function toMarginPt(page: ComposedPage): number {
  return page.bleedPt + marksPt
}

/** Turn a place on the page into one on the sheet. */
export function toX(context: PressPage, xPt: number): number {
  return toMarginPt(context.page) + xPt
}

/** Turn a place on the page into one on the sheet. */
export function toY(context: PressPage, yPt: number): number {
  return toMarginPt(context.page) + context.page.depthPt - yPt
}

/** Write numbers for a content stream: four decimals, no exponent. */
export function write(...values: ReadonlyArray<number>): string {
  return values
    .map((value) => String(Math.round(value * 10_000) / 10_000 + 0))
    .map((text) => (text.includes('e') ? '0' : text))
    .join(' ')
}
