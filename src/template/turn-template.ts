// A template on other than right-hand pages.
//
// On a left-hand page the type area is mirrored: what is the inner margin stays
// the inner one. A double-page spread 通版 is one sheet of two pages; its type
// area runs from the outer margin of one to that of the other, across the fold.
// The fold is in the middle of a gutter when the columns are even in number.

import type {Template, TemplateGrid} from './template.ts'
import {epsilonPt} from '../unit/length.ts'

/** Headlines wider than a page grow by this share per page's width. */
const growthRatio = 0.5

/** Mirror the type area; the same template where its margins are equal. */
export function toLeftTemplate(template: Template): Template {
  const {grid, sheet} = template
  const xPt = sheet.widthPt - grid.xPt - toWidth(grid)
  if (Math.abs(xPt - grid.xPt) < epsilonPt) return template
  return {...template, name: `${template.name}/left`, grid: {...grid, xPt}}
}

/** Spread a template over a left-hand page and the one at its right. */
export function toSpreadTemplate(template: Template): Template {
  const {grid, headlines, legs, pictures, sheet} = template
  const {columnCount, measurePt} = template.spread ?? {
    columnCount: grid.columnCount * 2,
    measurePt: grid.measurePt
  }
  const outerPt = sheet.widthPt - grid.xPt - toWidth(grid)
  const widthPt = sheet.widthPt * 2 - outerPt * 2
  const gutterPt = (widthPt - columnCount * measurePt) / (columnCount - 1)

  return {
    ...template,
    name: `${template.name}/spread`,
    sheet: {...sheet, widthPt: sheet.widthPt * 2},
    grid: {...grid, xPt: outerPt, columnCount, measurePt, gutterPt},
    headlines: {...headlines, ladder: growLadder(template, columnCount)},
    pictures: {...pictures, maxColumnCount: grid.columnCount},
    legs: {
      ...legs,
      minMeasurePt: Math.min(legs.minMeasurePt, measurePt)
    },
    foldPt: sheet.widthPt
  }
}

function toWidth({columnCount, gutterPt, measurePt}: TemplateGrid): number {
  return columnCount * (measurePt + gutterPt) - gutterPt
}

/** Sizes for headlines wider than a page. */
function growLadder(
  {grid, headlines}: Template,
  columnCount: number
): Map<number, ReadonlyArray<number>> {
  const ladder = new Map(headlines.ladder)
  const widest = Math.max(0, ...ladder.keys())
  const sizes = ladder.get(widest) ?? []
  for (let width = widest + 1; width <= columnCount; width++) {
    const growth = 1 + ((width - widest) / grid.columnCount) * growthRatio
    ladder.set(
      width,
      sizes.map((size) => Math.round(size * growth))
    )
  }
  return ladder
}
