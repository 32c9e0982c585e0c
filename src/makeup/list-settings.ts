// Settings: every way a story can be set at a width, before white is added.
//
// What the copy has decides what there is to choose from: pull quotes can be
// left out, a summary can stand in the first leg, a short piece can get a
// tint. What the rung allows decides how far the choice goes.

import type {StoryShape} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {Rung} from './ladder.ts'
import {listBesideHeadlines, listHeadlines} from './list-headlines.ts'
import {listLegs, listSummaries} from './list-legs.ts'
import type {Draft, HeadSetting} from './setting.ts'
import {findHeadlineSize, priceHead, sumCosts} from './shape-cost.ts'
import {toAsk, type PageRequest, type Unit} from './unit.ts'

/** List the ways to set a unit at a width, not written out. */
export function* listDrafts(
  unit: Unit,
  width: number,
  request: PageRequest,
  rung: Rung
): Iterable<Draft> {
  const {template} = request

  for (const frame of listFrames(unit, template, rung)) {
    const [firstLegCount = 1, ...others] = unit.facts.size
      ? [1]
      : listLegCounts(unit, width, template)
    const plain: StoryShape = {
      columnCount: width,
      legCount: firstLegCount,
      headline: {sizeStep: 0, rowCount: 0},
      pictures: [],
      frame,
      ...(unit.isInBlock ? {block: {aboveLineCount: 0, belowLineCount: 0}} : {})
    }
    // A headline knows nothing of the legs below it.
    const heads = listHeads(unit, plain, request, rung)

    for (const legCount of [firstLegCount, ...others]) {
      for (const legs of listLegs(unit, {...plain, legCount}, request, rung)) {
        for (const head of heads) {
          if (head.summary !== legs.shape.summary) continue
          yield {head, legs, cost: head.cost + legs.cost}
        }
      }
    }
    yield* listBeside(unit, plain, request, rung)
  }
}

/** A headline beside the legs leaves them less of the width. */
function* listBeside(
  unit: Unit,
  plain: StoryShape,
  request: PageRequest,
  rung: Rung
): Iterable<Draft> {
  const {template} = request
  const {columnCount} = plain
  const headlines = listBesideHeadlines(unit, columnCount, request, rung)
  for (const headline of headlines) {
    const sizePt = findHeadlineSize(unit, {columnCount, headline}, template)
    const {measurePt} = template.grid
    // About a column goes to a large head with a deck; less to a plain one.
    const counts = [columnCount - 1, columnCount].filter(
      (count) =>
        count > 0 &&
        (columnCount * measurePt - 3 * sizePt) / count >=
          template.legs.minMeasurePt
    )
    for (const legCount of counts) {
      const shape = {...plain, legCount, headline}
      for (const legs of listLegs(unit, shape, request, rung)) {
        const cast = request.castOff(toAsk(unit, {...legs.shape, headline}))
        if (!cast.headlineFits) continue
        const priced = {headline, sizePt, cast}
        const cost = sumCosts((add) => {
          priceHead(unit, columnCount, priced, template, add)
        })
        const head = {...priced, summary: legs.shape.summary, cost}
        yield {head, legs, cost: head.cost + legs.cost}
      }
    }
  }
}

/** List title groups; of those of one depth, the one that costs least. */
function listHeads(
  unit: Unit,
  plain: StoryShape,
  request: PageRequest,
  rung: Rung
): Array<HeadSetting> {
  const {template} = request
  const best = new Map<string, HeadSetting>()
  for (const headline of listHeadlines(unit, plain, request, rung)) {
    for (const summary of listSummaries(unit, rung)) {
      const shape = {...plain, headline, ...summary}
      const cast = request.castOff(toAsk(unit, shape))
      const sizePt = findHeadlineSize(unit, shape, template)
      const priced = {headline, sizePt, cast}
      const cost = sumCosts((add) => {
        priceHead(unit, plain.columnCount, priced, template, add)
      })
      const key = `${summary.summary} ${cast.headLineCount} ${cast.footLineCount}`
      if ((best.get(key)?.cost ?? Infinity) <= cost) continue
      best.set(key, {...priced, summary: summary.summary, cost})
    }
  }
  return [...best.values()]
}

/** An editor’s box stays; a short piece may get a tint to set it off. */
function listFrames(
  unit: Unit,
  template: Template,
  rung: Rung
): Array<StoryShape['frame']> {
  if (unit.facts.isBoxed || unit.facts.size) return ['box']
  if (unit.isInBlock) return ['none']
  const mostCharacters = template.limits['tintCharacters'] ?? 0
  const {characterCount, figures, kind} = unit.facts
  const mayTint =
    rung.has('options') &&
    unit.part === 'whole' &&
    unit.rank > 0 &&
    kind !== 'photo' &&
    figures.length === 0 &&
    characterCount <= mostCharacters
  return mayTint ? ['none', 'tint'] : ['none']
}

/** List the numbers of legs whose measure the template accepts. */
function listLegCounts(
  unit: Unit,
  width: number,
  template: Template
): Array<number> {
  const {gutterPt, measurePt} = template.grid
  const widthPt = width * measurePt + (width - 1) * gutterPt
  const counts: Array<number> = []
  // What is wider than a page stands over the fold, and no leg may.
  const {columnCount} = template.grid
  if (template.foldPt !== undefined && width * 2 > columnCount) return [width]

  for (let count = 1; count <= width; count++) {
    const legPt = (widthPt - (count - 1) * gutterPt) / count
    const fits =
      legPt > template.legs.minMeasurePt - 0.01 &&
      legPt < template.legs.maxMeasurePt + 0.01
    if (unit.pin?.legCount ? count === unit.pin.legCount : fits) {
      counts.push(count)
    }
  }

  return counts.length > 0 ? counts : [unit.pin?.legCount ?? width]
}
