// Settings to a template: millimetres to points, and what the settings name is
// looked up.

import type {VFile} from 'vfile'
import type {
  FurnitureGroupSettings,
  FurniturePlaceSettings,
  HeadlineSettings,
  TemplateSettings,
  TypeStyle
} from '../model/template-settings.ts'
import {mmToPt} from '../unit/length.ts'
import type {Rect} from '../unit/rect.ts'
import {checkTemplate} from './check-template.ts'
import {styleNames} from './style-names.ts'
import type {
  FurnitureGroup,
  HeadlineRules,
  Template,
  TemplateGrid
} from './template.ts'

/**
 * Make a template.
 *
 * What does not fit together is noted on `file`. The result can be used all
 * the same: a style that is missing is set like `body`.
 */
export function toTemplate(
  name: string,
  settings: TemplateSettings,
  file: VFile
): Template {
  checkTemplate(settings, file)
  const {bleedMm, depthMm, widthMm} = settings.sheet

  return {
    name,
    lang: settings.lang,
    sheet: {
      widthPt: mmToPt(widthMm),
      depthPt: mmToPt(depthMm),
      bleedPt: mmToPt(bleedMm)
    },
    grid: toGrid(settings),
    colors: settings.colors,
    faces: settings.faces,
    styles: toStyles(settings),
    headlines: toHeadlines(settings.headlines),
    spacing: settings.spacing,
    legs: settings.legs,
    pictures: settings.pictures,
    frames: settings.frames,
    cutoffs: settings.cutoffs,
    composition: settings.composition,
    furniture: settings.furniture.map(toFurniture),
    words: settings.words,
    press: settings.press,
    costs: settings.costs,
    limits: settings.limits,
    ...(settings.makeUp ? {makeUp: settings.makeUp} : {}),
    ...(settings.mirrorsLeftPages ? {mirrorsLeftPages: true} : {}),
    ...(settings.spread ? {spread: settings.spread} : {}),
    ...(settings.frontPage ? {frontPage: settings.frontPage} : {}),
    ...(settings.ladder ? {ladder: settings.ladder} : {})
  }
}

function toGrid(settings: TemplateSettings): TemplateGrid {
  const {grid, sheet} = settings
  const {columnCount, gutterPt, measurePt} = grid
  const widthPt = columnCount * (measurePt + gutterPt) - gutterPt
  const centredPt = (mmToPt(sheet.widthMm) - widthPt) / 2

  return {
    xPt: grid.xMm === undefined ? centredPt : mmToPt(grid.xMm),
    yPt: mmToPt(grid.yMm),
    columnCount,
    measurePt,
    gutterPt,
    lineCount: grid.lineCount,
    leadingPt: grid.leadingPt,
    bodySizePt: grid.bodySizePt
  }
}

function toStyles(settings: TemplateSettings): Record<string, TypeStyle> {
  const {grid, styles} = settings
  const body = styles.body ?? {
    face: Object.keys(settings.faces)[0] ?? '',
    sizePt: grid.bodySizePt,
    leadingPt: grid.leadingPt,
    color: Object.keys(settings.colors)[0] ?? '',
    align: 'justify',
    indentEm: 2,
    trackingEm: 0
  }
  const missing = styleNames.map((name) => [name, body] as const)
  return {...Object.fromEntries(missing), ...styles}
}

function toHeadlines(headlines: HeadlineSettings): HeadlineRules {
  const steps = Object.entries(headlines.ladder)
    .map(([columnCount, sizes]) => [Number(columnCount), sizes] as const)
    .sort(([a], [b]) => a - b)
  return {...headlines, ladder: new Map(steps)}
}

function toFurniture(group: FurnitureGroupSettings): FurnitureGroup {
  const {name, on, role, when} = group
  const items = group.items.map((item) => ({...item, ...toRect(item)}))
  return {name, on, ...(when ? {when} : {}), role, items}
}

function toRect(place: FurniturePlaceSettings): Rect {
  return {
    xPt: mmToPt(place.xMm),
    yPt: mmToPt(place.yMm),
    widthPt: mmToPt(place.widthMm),
    depthPt: mmToPt(place.depthMm)
  }
}
