// The copyfitting ladder: what may be done to make copy fit, step after step
// (MAKEUP.md 3.7). A step is taken only where the steps before it leave the
// page unfilled; body type and words are never touched.

import {ladderSteps, type LadderStep} from '../model/template-settings.ts'
import type {Template} from '../template/template.ts'

/** Steps that may be taken together. */
export type Rung = ReadonlySet<LadderStep>

/** Everything the ladder knows. */
export const fullRung: Rung = new Set(ladderSteps)

/** Rungs where the template has no `ladder`. */
const usualRungs: ReadonlyArray<ReadonlyArray<LadderStep>> = [
  ['shape', 'headline', 'picture'],
  ['options'],
  ['slack'],
  ['filler'],
  ['squeeze'],
  ['leading']
]

/** List the rungs of a template, each with the steps of those below it. */
export function listRungs(template: Pick<Template, 'ladder'>): Array<Rung> {
  const rungs: Array<Rung> = []
  const steps = new Set<LadderStep>()
  for (const rung of template.ladder ?? usualRungs) {
    for (const step of rung) steps.add(step)
    rungs.push(new Set(steps))
  }
  return rungs
}
