// The tint and the frame of a box inside a leg.

import type {Mark} from '../model/page.ts'
import type {Template} from '../template/template.ts'
import type {Rect} from '../unit/rect.ts'

/** Paint what lies under a box so many lines deep. */
export function paintBoxFrame(
  {frames, grid}: Template,
  place: {xPt: number; topPt: number; measurePt: number; lineCount: number}
): Array<Mark> {
  const rect: Rect = {
    xPt: place.xPt,
    yPt: place.topPt + grid.leadingPt * 0.4,
    widthPt: place.measurePt,
    depthPt: (place.lineCount - 0.8) * grid.leadingPt
  }
  return [
    {type: 'tint', ...rect, color: frames.tintColor},
    {
      type: 'frame',
      ...rect,
      color: frames.strokeColor,
      strokePt: frames.strokePt,
      pattern: frames.pattern
    }
  ]
}
