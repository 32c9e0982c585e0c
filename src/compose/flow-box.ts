// Box 链接: something beside the story, in a frame inside a leg. It is kept
// whole where a leg can hold it; a very long one runs on without a frame.

import type {Mark} from '../model/page.ts'
import {boxRunsDown} from '../model/runs-down.ts'
import type {Box} from '../model/story.ts'
import type {FlowRequest} from './flow-body.ts'
import {flowBoxDown} from './flow-box-down.ts'
import {flowTable} from './flow-table.ts'
import {flowPieces, listPieces} from './list-pieces.ts'
import {paintBoxFrame} from './paint-box-frame.ts'
import {toRows, wholeBlock, type Row} from './row.ts'
import {breakCopy, breakWords, findStyle} from './story-room.ts'

/** Lines a framed box may take. */
const mostLines = 40

/** Flow a box. */
export function flowBox(
  block: Box,
  id: string,
  blockIndex: number,
  {measurePt, room}: FlowRequest
): Array<Row> {
  const down = boxRunsDown(block)
    ? flowBoxDown(block, id, blockIndex, {measurePt, room})
    : undefined
  if (down) return [down]
  const {frames, grid} = room.template
  const paddingPt = Math.min(frames.paddingPt, measurePt * 0.08)
  const inner = measurePt - 2 * paddingPt
  const rows = flowContent()
  let lineTotal = 0
  for (const row of rows) lineTotal += row.lineCount
  if (lineTotal > mostLines) return rows
  const lineCount = lineTotal + 2

  return rows.map((row, index): Row => {
    const isLast = index === rows.length - 1
    let above = 0
    for (const before of rows.slice(0, index)) above += before.lineCount
    return {
      ...row,
      // The rows stand on each other; the last one takes all lines.
      lineCount: isLast ? lineCount : 0,
      keepsWithNext: !isLast,
      paint: (xPt, topPt) => [
        ...(index === 0 ? paintFrame(xPt, topPt) : []),
        ...row.paint(xPt + paddingPt, topPt + (above + 1) * grid.leadingPt)
      ]
    }
  })

  function flowContent(): Array<Row> {
    const found: Array<Row> = []
    const step = {role: 'box' as const, id}
    if (block.title) {
      const style = findStyle(room, 'boxTitle')
      const text = breakWords(room, block.title, {
        style,
        measurePt: inner,
        blockId: id,
        firstIndentPt: 0
      })
      found.push(
        ...toRows(room, text, {
          path: [step, {role: 'crosshead', id: `${id}/title`}],
          blockIndex,
          isWhole: true,
          lineCount: Math.max(1, Math.round(style.leadingPt / grid.leadingPt))
        })
      )
    }
    for (const [index, child] of block.children.entries()) {
      const childId = `${id}/${index}`
      const flowed =
        child.type === 'list'
          ? flowPieces(
              room,
              listPieces(room, child, {id: childId, measurePt: inner}),
              blockIndex
            )
          : child.type === 'table'
            ? flowTable(child, childId, blockIndex, room, inner)
            : toRows(
                room,
                breakCopy(room, child.children, {
                  style: findStyle(room, 'boxBody'),
                  measurePt: inner,
                  blockId: childId
                }),
                {path: [{role: 'paragraph', id: childId}], blockIndex}
              )
      for (const row of flowed) {
        found.push({
          ...row,
          path: [step, ...row.path],
          end: {blockIndex, offset: wholeBlock}
        })
      }
    }
    return found
  }

  function paintFrame(xPt: number, topPt: number): Array<Mark> {
    return paintBoxFrame(room.template, {xPt, topPt, measurePt, lineCount})
  }
}
