// Which steps of the copyfitting ladder a module took, for the report.

import type {PlannedModule} from '../model/plan.ts'
import {ladderSteps, type LadderStep} from '../model/template-settings.ts'

/** List the steps a module took, in the order of the ladder. */
export function listSteps(
  {fit, shape}: PlannedModule,
  kind: string
): Array<LadderStep> {
  const {columnCount, frame, headline, legCount} = shape
  const isTaken: Readonly<Record<LadderStep, boolean>> = {
    shape: legCount !== columnCount || shape.notch !== undefined,
    headline:
      headline.sizeStep < 0 ||
      headline.rowCount > 1 ||
      headline.setting === 'beside' ||
      (fit?.padLineCount ?? 0) > 0,
    picture: (fit?.cropRatio ?? 0) > 0,
    options:
      frame === 'tint' ||
      shape.setsPullQuotes === false ||
      shape.summary === 'leg',
    slack: (fit?.slackLineCount ?? 0) >= legCount,
    filler: kind === 'filler',
    squeeze: (shape.lineDelta ?? 0) !== 0,
    leading: (shape.leadingDelta ?? 0) !== 0
  }
  return ladderSteps.filter((step) => isTaken[step])
}
