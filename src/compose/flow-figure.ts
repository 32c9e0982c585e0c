// A figure in the flow of a leg: where make-up gave it no place of its own it
// stands where the copy has it, as wide as the leg.

import type {Block, Mark} from '../model/page.ts'
import type {Figure} from '../model/story.ts'
import {wholeBlock, type Row} from './row.ts'
import {breakCaption, measureCaption, setFigure} from './set-figure.ts'
import type {StoryRoom} from './story-room.ts'

/** Flow a figure as one row. */
export function flowFigure(
  figure: Figure,
  id: string,
  blockIndex: number,
  room: StoryRoom,
  measurePt: number
): Array<Row> {
  const {grid, pictures} = room.template
  const facts = figure.src ? room.pictures.get(figure.src) : undefined
  const aspectRatio = facts
    ? facts.widthPx / facts.depthPx
    : pictures.missingAspectRatio
  const caption = breakCaption(figure, id, room, measurePt)
  const depthPt = measurePt / aspectRatio + measureCaption(caption, room)
  const lineCount = Math.ceil(depthPt / grid.leadingPt) + 1

  return [
    {
      lineCount,
      path: [],
      end: {blockIndex, offset: wholeBlock},
      characterCount: 0,
      keepsWithNext: false,
      isWhite: false,
      isElastic: true,
      paint: (xPt, topPt): Array<Block | Mark> => [
        setFigure(figure, id, room, {
          xPt,
          yPt: topPt + grid.leadingPt / 2,
          widthPt: measurePt,
          depthPt
        })
      ]
    }
  ]
}
