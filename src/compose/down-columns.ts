// Vertical lines side by side, from right to left: one band of them, or several
// bands under each other, each as deep as its lines are long.

import type {Block, BlockRole, Mark} from '../model/page.ts'
import {placeLine, type BrokenText} from './set-text.ts'

/** Copy that is set in vertical lines. */
export interface DownPiece {
  role: BlockRole
  id: string
  /** From axis to axis. */
  pitchPt: number
  sizePt: number
  /** White right of its first line, where something is there. */
  beforePt: number
  /** Break it to a depth. */
  breakAt(measurePt: number): BrokenText
}

/** Pieces broken and shared among bands. */
export interface DownColumns {
  bands: ReadonlyArray<DownBand>
  measurePt: number
}

/** Lines side by side. */
export interface DownBand {
  columns: ReadonlyArray<DownColumn>
  /** Width of all of them. */
  widthPt: number
}

interface DownColumn {
  piece: DownPiece
  text: BrokenText
  lineIndex: number
  /** Axis, from the right edge of the band. */
  axisPt: number
}

/** Break pieces to a depth and fill bands of a width. */
export function fillBands(
  pieces: ReadonlyArray<DownPiece>,
  widthPt: number,
  measurePt: number
): DownColumns {
  const bands: Array<{columns: Array<DownColumn>; widthPt: number}> = [
    {columns: [], widthPt: 0}
  ]
  for (const piece of pieces) {
    const text = piece.breakAt(measurePt)
    for (const lineIndex of text.lines.keys()) {
      let band = bands.at(-1)
      const isFirst = band?.columns.length === 0
      const beforePt = lineIndex === 0 && !isFirst ? piece.beforePt : 0
      // The last line of a band needs no white left of it; a crosshead is none.
      const keptPt = piece.role === 'crosshead' ? piece.pitchPt : 0
      const neededPt =
        (band?.widthPt ?? 0) +
        beforePt +
        keptPt +
        (piece.pitchPt + piece.sizePt) / 2
      if (!band || (!isFirst && neededPt > widthPt + 0.01)) {
        band = {columns: [], widthPt: 0}
        bands.push(band)
      } else {
        band.widthPt += beforePt
      }
      const axisPt = band.widthPt + piece.pitchPt / 2
      band.columns.push({piece, text, lineIndex, axisPt})
      band.widthPt += piece.pitchPt
    }
  }
  return {bands, measurePt}
}

/** Make the blocks of a piece of copy at a place; `rightPt` is its right edge. */
export function paintBands(
  {bands, measurePt}: DownColumns,
  place: {rightPt: number; topPt: number; widthPt: number; bandGapPt: number}
): Array<Block> {
  const blocks: Array<Block> = []
  for (const [index, band] of bands.entries()) {
    const topPt = place.topPt + index * (measurePt + place.bandGapPt)
    const spread = toSpread(band, place.widthPt)
    for (const {axisPt, lineIndex, piece, text} of band.columns) {
      const xPt = place.rightPt - axisPt * spread
      const marks: Array<Mark> = placeLine(text, lineIndex, xPt, topPt)
      const last = blocks.at(-1)
      if (last?.id === piece.id && last.role === piece.role) {
        last.children.push(...marks)
      } else {
        blocks.push({
          type: 'block',
          role: piece.role,
          id: piece.id,
          children: marks
        })
      }
    }
  }
  return blocks
}

/** A full band is spread by a little to reach both edges. */
function toSpread(band: DownBand, widthPt: number): number {
  const spread = widthPt / band.widthPt
  return spread > 0.97 && spread < 1.06 ? spread : 1
}
