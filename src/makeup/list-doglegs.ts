// Doglegs: L-shapes of a story, for interlocking make-up 咬合式. The head runs
// over all columns; at one side the legs end early and leave their notch to
// other stories.
//
// Only a story's cheapest setting at a width is bent, and only to notches that
// it leaves without blank lines: there are enough of them.

import type {Notch, StoryShape} from '../model/plan.ts'
import {countTakenLines} from './list-legs.ts'
import {
  toSetting,
  type Draft,
  type DraftsByWidth,
  type Setting
} from './setting.ts'
import {turnNotch} from './mirror-request.ts'
import {priceSetting, type AddCost} from './shape-cost.ts'
import {priceDepth, type Candidate} from './shape-table.ts'
import type {DoglegShape} from './tile-bounds.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Columns of an L: less has no room for a notch. */
const leastColumnCount = 3

/** Lines of a notch: what is less has no room for a story. */
const leastNotchLineCount = 12

/** Copy that is worth bending, in characters. */
const leastCharacterCount = 300

/** Blank lines an L may have at the end of its last leg. */
const mostSlackLineCount = 1

/**
 * List the L-shapes of a unit; none where the template is modular. Ways to set
 * it, by width, are only asked for where it may be bent.
 */
export function listDoglegs(
  unit: Unit,
  request: PageRequest,
  findDrafts: () => DraftsByWidth
): Array<DoglegShape> {
  if (request.template.makeUp !== 'interlocking' || !mayBend(unit)) return []
  const found: Array<DoglegShape> = []
  const draftsByWidth = findDrafts()
  for (
    let width = leastColumnCount;
    width <= request.template.grid.columnCount;
    width++
  ) {
    const draft = findCheapest(draftsByWidth[width] ?? [], width)
    if (draft) bend(toSetting(draft), unit, request, found)
  }
  return found
}

function mayBend({facts, part, pin}: Unit): boolean {
  const isPinned =
    pin?.columnCount !== undefined || pin?.lineCount !== undefined
  return (
    !facts.size &&
    !facts.isBoxed &&
    !isPinned &&
    part !== 'start' &&
    facts.kind !== 'photo' &&
    facts.characterCount >= leastCharacterCount
  )
}

/** Find the cheapest setting in legs of the base measure, without a frame. */
function findCheapest(
  drafts: ReadonlyArray<Draft>,
  width: number
): Draft | undefined {
  let best: Draft | undefined
  for (const draft of drafts) {
    const {frame, legCount} = draft.legs.shape
    if (legCount !== width || frame !== 'none') continue
    if (draft.head.headline.setting === 'beside') continue
    if (!best || draft.cost < best.cost) best = draft
  }
  return best
}

function bend(
  setting: Setting,
  unit: Unit,
  request: PageRequest,
  found: Array<DoglegShape>
): void {
  const {grid, legs} = request.template
  const {body, head, shape} = setting
  const width = shape.columnCount
  const copyLineCount = setting.bodyLineCount + setting.pictureLineCount

  // More than half of it would leave a stump under a head.
  for (let count = 1; 2 * count <= width; count++) {
    for (
      let depth = leastNotchLineCount;
      depth <= grid.lineCount / 2;
      depth++
    ) {
      const total = copyLineCount + count * depth
      const least = Math.ceil(total / width)
      if (least * width - total > mostSlackLineCount) continue
      if (least - depth < legs.minLineCount) break
      for (const side of ['left', 'right'] as const) {
        const notch: Notch = {side, columnCount: count, lineCount: depth}
        const printed = request.isMirrored ? turnNotch(notch) : notch
        const taken = listTaken({...shape, notch: printed})
        const legLineCount = body.legLineCountWith(taken)
        // Breaks that are worth looking at may ask for another line.
        const slack = width * legLineCount - total
        if (slack > mostSlackLineCount + width) continue
        const lineCount = head.headLineCount + legLineCount + head.footLineCount
        if (lineCount > grid.lineCount) continue
        found.push(
          toDogleg(
            {
              ...setting,
              shape: {...shape, notch},
              legLineCount,
              slackLineCount: slack,
              breaks: body.breaksWith(legLineCount, taken)
            },
            notch,
            lineCount,
            unit,
            request
          )
        )
      }
    }
  }
}

/** Lines of each leg that pictures and the notch take. */
function listTaken({legCount, notch, pictures}: StoryShape): Array<number> {
  const taken = countTakenLines(legCount, pictures)
  if (!notch) return taken
  const from = notch.side === 'left' ? 0 : legCount - notch.columnCount
  for (let leg = from; leg < from + notch.columnCount; leg++) {
    taken[leg] = (taken[leg] ?? 0) + notch.lineCount
  }
  return taken
}

function toDogleg(
  setting: Setting,
  notch: Notch,
  lineCount: number,
  unit: Unit,
  {template}: PageRequest
): DoglegShape {
  let cost = 0
  const add: AddCost = (_name, value) => {
    cost += value
  }
  priceSetting(unit, setting, template, add)
  const candidate: Candidate = {
    lineCount,
    cost: 0,
    shape: setting.shape,
    bodyLineCount: setting.bodyLineCount,
    oversetLineCount: 0,
    headlineSizePt: setting.headlineSizePt,
    setting,
    extraLineCount: 0
  }
  priceDepth(candidate, setting, unit, template, add)
  cost = Math.max(0, cost)
  return {
    columnCount: setting.shape.columnCount,
    lineCount,
    notch,
    cost,
    candidate: {...candidate, cost}
  }
}
