// Pull quote: a sentence set large between two rules, kept whole.

import type {Mark} from '../model/page.ts'
import type {PullQuote} from '../model/story.ts'
import {balanceRows} from './balance-rows.ts'
import type {Row} from './row.ts'
import {placeLine} from './set-text.ts'
import {emAscentRatio} from './set-line.ts'
import {breakCopy, findStyle, type StoryRoom} from './story-room.ts'

/** More rows than this are no pull quote; they are broken like copy. */
const mostRows = 6

/** Flow a pull quote as one row. */
export function flowPullQuote(
  block: PullQuote,
  id: string,
  blockIndex: number,
  room: StoryRoom,
  measurePt: number
): Array<Row> {
  const style = findStyle(room, 'pullQuote')
  const {leadingPt} = room.template.grid
  const widthPt = measurePt - style.sizePt
  const texts = block.children.flatMap((child) => {
    const options = {room, style, widthPt, blockId: id}
    for (let rowCount = 1; rowCount < mostRows; rowCount++) {
      const balanced = balanceRows(child.children, options, rowCount)
      if (balanced.fits) return [...balanced.rows]
    }
    return [
      breakCopy(room, child.children, {
        style,
        measurePt: widthPt,
        blockId: id,
        firstIndentPt: 0
      })
    ]
  })
  let lineTotal = 0
  for (const text of texts) lineTotal += text.spans.length
  const depthPt = lineTotal * style.leadingPt
  const lineCount = Math.ceil(depthPt / leadingPt - 0.01) + 2

  return [
    {
      lineCount,
      path: [{role: 'pullQuote', id}],
      end: {blockIndex, offset: 1e9},
      characterCount: 0,
      keepsWithNext: false,
      isWhite: false,
      isElastic: true,
      isMovable: true,
      paint
    }
  ]

  function paint(xPt: number, topPt: number): Array<Mark> {
    const roomPt = lineCount * leadingPt
    const rule = {
      type: 'rule' as const,
      xPt: xPt + style.sizePt / 2,
      widthPt: measurePt - style.sizePt,
      depthPt: 0.75,
      color: style.color
    }
    const lines: Array<Mark> = []
    let yPt = topPt + (roomPt - depthPt) / 2
    for (const text of texts) {
      for (const index of text.lines.keys()) {
        const baselinePt =
          yPt +
          (style.leadingPt - style.sizePt) / 2 +
          style.sizePt * emAscentRatio
        lines.push(
          ...placeLine(text, index, xPt + style.sizePt / 2, baselinePt)
        )
        yPt += style.leadingPt
      }
    }
    return [
      {...rule, yPt: topPt + leadingPt * 0.5},
      ...lines,
      {...rule, yPt: topPt + roomPt - leadingPt * 0.5}
    ]
  }
}
