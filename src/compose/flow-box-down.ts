// A box whose copy runs down: vertical lines from right to left, the title at
// the right, in a frame inside a leg.

import type {Block, Mark} from '../model/page.ts'
import type {Box} from '../model/story.ts'
import type {DownPiece} from './down-columns.ts'
import {fillBands, paintBands} from './down-columns.ts'
import type {FlowRequest} from './flow-body.ts'
import {paintBoxFrame} from './paint-box-frame.ts'
import {wholeBlock, type Row} from './row.ts'
import {breakCopy, breakWords, findStyle} from './story-room.ts'

/** Lengths of line that are tried, in em of the body. */
const leastMeasureEm = 8
const mostMeasureEm = 27

/**
 * Flow a box that runs down as one row; `undefined` where its copy is too long,
 * or not all paragraphs: it is set across then.
 */
export function flowBoxDown(
  block: Box,
  id: string,
  blockIndex: number,
  {measurePt, room}: Pick<FlowRequest, 'measurePt' | 'room'>
): Row | undefined {
  const {frames, grid} = room.template
  const pieces = listPieces()
  if (!pieces) return undefined
  const paddingPt = Math.min(frames.paddingPt, measurePt * 0.08)
  const innerPt = measurePt - 2 * paddingPt
  const columns = find(pieces)
  const [band] = columns?.bands ?? []
  if (!columns || !band) return undefined
  const depthLines = Math.ceil(columns.measurePt / grid.leadingPt - 0.01)
  const lineCount = depthLines + 2

  return {
    lineCount,
    path: [{role: 'box', id}],
    end: {blockIndex, offset: wholeBlock},
    characterCount: 0,
    keepsWithNext: false,
    isWhite: false,
    isElastic: true,
    paint
  }

  function find(list: ReadonlyArray<DownPiece>) {
    for (let em = leastMeasureEm; em <= mostMeasureEm; em++) {
      const filled = fillBands(list, innerPt, em * grid.bodySizePt)
      if (filled.bands.length === 1) return filled
    }
    return undefined
  }

  function paint(xPt: number, topPt: number): Array<Block | Mark> {
    if (!columns || !band) return []
    const usedPt = Math.min(innerPt, band.widthPt)
    const freePt = depthLines * grid.leadingPt - columns.measurePt
    return [
      ...paintBoxFrame(room.template, {xPt, topPt, measurePt, lineCount}),
      ...paintBands(columns, {
        rightPt: xPt + (measurePt + usedPt) / 2,
        topPt: topPt + grid.leadingPt + freePt / 2,
        widthPt: usedPt,
        bandGapPt: 0
      })
    ]
  }

  function listPieces(): Array<DownPiece> | undefined {
    const body = findStyle(room, 'boxBody')
    const found: Array<DownPiece> = []
    if (block.title) {
      const title = block.title
      const style = {...findStyle(room, 'boxTitle'), align: 'left' as const}
      found.push({
        role: 'crosshead',
        id: `${id}/title`,
        pitchPt: style.sizePt * 1.5,
        sizePt: style.sizePt,
        beforePt: 0,
        breakAt: (depthPt) =>
          breakWords(room, title, {
            style,
            measurePt: depthPt,
            blockId: id,
            firstIndentPt: 0,
            writing: 'vertical'
          })
      })
    }
    for (const [index, child] of block.children.entries()) {
      if (child.type !== 'paragraph') return undefined
      const childId = `${id}/${index}`
      found.push({
        role: 'paragraph',
        id: childId,
        pitchPt: grid.leadingPt,
        sizePt: body.sizePt,
        beforePt: index === 0 ? grid.leadingPt * 0.25 : 0,
        breakAt: (depthPt) =>
          breakCopy(room, child.children, {
            style: body,
            measurePt: depthPt,
            blockId: childId,
            writing: 'vertical'
          })
      })
    }
    return found
  }
}
