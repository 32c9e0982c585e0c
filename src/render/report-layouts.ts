// What the report says of layouts: how each story was made to fit, what that
// costs, and which other layouts there are to choose from.

import type {ModuleFit, StoryShape} from '../model/plan.ts'
import {toTable} from './report-table.ts'
import {toHtml, type HtmlElement} from './write-html.ts'

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
export function toFits(
  stories: ReadonlyArray<FittedStory>
): Array<HtmlElement> {
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
  return [toHtml('h3', {}, 'Fit'), toTable(heads, rows)]
}

/** Thumbnails of other layouts, each with the line that pins it. */
export function toAlternatives(
  page: OfferedPage,
  sketches: ReadonlyArray<HtmlElement>
): Array<HtmlElement> {
  if (page.alternatives.length === 0) return []
  return [
    toHtml('h3', {}, 'Other layouts'),
    toHtml('p', {}, [
      'To keep one, paste its line into the page in ',
      toHtml('code', {}, 'issue.yaml'),
      '.'
    ]),
    toHtml(
      'div',
      {class: 'sketches'},
      page.alternatives.map((alternative, index) =>
        toHtml('figure', {}, [
          sketches[index] ?? '',
          toHtml('figcaption', {}, [
            toHtml('p', {}, [
              `Layout ${index + 1}: ${sumCosts(alternative.costs)} against ${sumCosts(page.costs)}`
            ]),
            toHtml('textarea', {readonly: true, rows: 3}, [
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
export function toCosts(costs: Readonly<Record<string, number>>): HtmlElement {
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
