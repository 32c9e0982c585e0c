// Tables narrow enough for a leg: columns share the measure by what they hold,
// rows stand on the grid, with a hairline under the head.

import type {Table} from 'mdast'
import type {BlockStep, Row} from './row.ts'
import {baselineIn} from './row.ts'
import {placeLine, type BrokenText} from './set-text.ts'
import {cellPaddingEm, shareTableWidth} from './share-table-width.ts'
import {breakCopy, findStyle, type StoryRoom} from './story-room.ts'
import type {Mark} from '../model/page.ts'

/** Flow a table, one row each. */
export function flowTable(
  table: Table,
  id: string,
  blockIndex: number,
  room: StoryRoom,
  measurePt: number
): Array<Row> {
  const widths = shareTableWidth(table, room, measurePt)
  return table.children.flatMap((tableRow, rowIndex) => {
    const isHead = rowIndex === 0
    const style = findStyle(room, isHead ? 'tableHeader' : 'tableCell')
    const rowId = `${id}/${rowIndex}`
    const cells = widths.map((widthPt, index): BrokenText => {
      const cell = tableRow.children[index]
      const align = table.align?.[index] ?? 'left'
      return breakCopy(room, cell?.children ?? [], {
        style,
        measurePt: widthPt - 2 * cellPaddingEm * style.sizePt,
        blockId: rowId,
        align: align === 'center' || align === 'right' ? align : 'left',
        firstIndentPt: 0
      })
    })
    const lineCount = Math.max(1, ...cells.map((cell) => cell.spans.length))
    return cells.map((text, index): Row => {
      const isLast = index === cells.length - 1
      const path: Array<BlockStep> = [
        {role: 'table', id},
        {role: 'tableRow', id: rowId},
        {
          role: isHead ? 'tableHeaderCell' : 'tableCell',
          id: `${rowId}/${index}`
        }
      ]
      return {
        // All cells of a row stand beside each other; the last takes the lines.
        lineCount: isLast ? lineCount : 0,
        path,
        end: {blockIndex, offset: 1e9},
        characterCount: 0,
        // Kept whole: a table parted by a leg's end can't be read.
        keepsWithNext: !isLast || rowIndex < table.children.length - 1,
        isWhite: false,
        paint: (xPt, topPt) => paintCell(text, index, xPt, topPt)
      }
    })

    function paintCell(
      text: BrokenText,
      index: number,
      xPt: number,
      topPt: number
    ): Array<Mark> {
      const {leadingPt} = room.template.grid
      let leftPt = xPt + cellPaddingEm * style.sizePt
      for (const widthPt of widths.slice(0, index)) leftPt += widthPt
      const marks: Array<Mark> = []
      for (const line of text.lines.keys()) {
        const yPt = topPt + line * leadingPt + baselineIn(room)
        marks.push(...placeLine(text, line, leftPt, yPt))
      }
      if (index === 0) {
        const rule = {
          type: 'rule' as const,
          xPt,
          widthPt: measurePt,
          color: style.color
        }
        const footPt = topPt + lineCount * leadingPt
        const isFoot = rowIndex === table.children.length - 1
        if (isHead) marks.push({...rule, yPt: topPt, depthPt: 0.6})
        if (isHead || isFoot) {
          marks.push({...rule, yPt: footPt - 0.3, depthPt: isFoot ? 0.6 : 0.3})
        }
      }
      return marks
    }
  })
}
