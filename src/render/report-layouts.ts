// What the report says of layouts: how each story was made to fit, what that
// costs, and which other layouts there are to choose from.

import {h} from 'hastscript'
import type {Element} from 'hast'
import type {ModuleFit, StoryShape} from '../model/plan.ts'
import {toTable} from './report-table.ts'

/** A story with what its shape costs. */
export interface FittedStory {
  slug: string
  shape?: StoryShape
  fit?: ModuleFit
}

/** A page with its other layouts. */
export interface OfferedPage {
  costs: Readonly<Record<string, number>>
  alternatives: ReadonlyArray<AlternativeReport>
}

/** Another layout of a page. */
export interface AlternativeReport {
  costs: Readonly<Record<string, number>>
  /** The layout as a line for `issue.yaml`. */
  layout: string
}

/** What each story costs, and how it was made to fit. */
export function toFits(stories: ReadonlyArray<FittedStory>): Array<Element> {
  const rows = stories.flatMap((story) =>
    story.fit
      ? [
          [
            story.slug,
            story.fit.padLineCount,
            story.fit.slackLineCount,
            Math.round(story.fit.cropRatio * 100),
            story.shape?.lineDelta ?? 0,
            Object.entries(story.fit.costs)
              .map(([name, cost]) => `${name} ${roundCost(cost)}`)
              .join(', ')
          ]
        ]
      : []
  )
  if (rows.length === 0) return []
  const heads = ['Story', 'Pad', 'Slack', 'Crop %', 'Squeeze', 'Costs']
  return [h('h3', 'Fit'), toTable(heads, rows)]
}

/** Thumbnails of other layouts, each with the line that pins it. */
export function toAlternatives(
  page: OfferedPage,
  sketches: ReadonlyArray<Element>
): Array<Element> {
  if (page.alternatives.length === 0) return []
  return [
    h('h3', 'Other layouts'),
    h('p', [
      'To keep one, paste its line into the page in ',
      h('code', 'issue.yaml'),
      '.'
    ]),
    h(
      'div',
      {className: ['sketches']},
      page.alternatives.map((alternative, index) =>
        h('figure', [
          sketches[index] ?? '',
          h('figcaption', [
            h('p', [
              `Layout ${index + 1}: ${sumCosts(alternative.costs)} against ${sumCosts(page.costs)}`
            ]),
            h('textarea', {readOnly: true, rows: 3}, [
              `layout: '${alternative.layout}'`
            ]),
            toCosts(alternative.costs)
          ])
        ])
      )
    )
  ]
}

/** Make a table of costs. */
export function toCosts(costs: Readonly<Record<string, number>>): Element {
  return toTable(
    ['Item', 'Cost'],
    Object.entries(costs).map(([name, cost]) => [name, roundCost(cost)])
  )
}

function sumCosts(costs: Readonly<Record<string, number>>): number {
  let sum = 0
  for (const cost of Object.values(costs)) sum += cost
  return roundCost(sum)
}

function roundCost(cost: number): number {
  return Math.round(cost * 100) / 100
}
