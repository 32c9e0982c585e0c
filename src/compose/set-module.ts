// A module: one story's title group, legs and pictures at their place.

import type {
  Block,
  ComposedModule,
  Leg,
  Mark,
  ModuleFacts
} from '../model/page.ts'
import type {PlannedModule} from '../model/plan.ts'
import {toCorners, type Point, type Rect} from '../unit/rect.ts'
import {castOffSetting} from './cast-off-setting.ts'
import type {PlacedRow} from './fill-legs.ts'
import {countLines} from './fit-legs.ts'
import {gatherBlocks, type PaintedRow} from './gather-blocks.ts'
import {findNotchEdges, listTakenLines} from './leg-rooms.ts'
import type {Row} from './row.ts'
import {setAdvertisement} from './set-advertisement.ts'
import {setFigure} from './set-figure.ts'
import {
  listFigures,
  listTunable,
  reflow,
  setStory,
  type Setting,
  type SettingRequest
} from './set-story.ts'
import type {StoryRoom} from './story-room.ts'
import {tuneLegs} from './tune-legs.ts'

/** Set a module at its place on the page. */
export function setModule(
  module: PlannedModule,
  room: StoryRoom
): ComposedModule {
  const {grid, spacing} = room.template
  const whole = toArea(module, room)
  if (room.story.size) return setAdvertisement(module, room, whole)
  // What it has of a frame that it shares is not for its own type.
  const {aboveLineCount = 0, belowLineCount = 0} = module.shape.block ?? {}
  const lineCount = module.area.lineCount - aboveLineCount - belowLineCount
  const area: Rect = {
    ...whole,
    yPt: whole.yPt + aboveLineCount * grid.leadingPt,
    depthPt: lineCount * grid.leadingPt
  }

  const request: SettingRequest = {
    room,
    part: module.part,
    shape: module.shape,
    ...(module.from ? {from: module.from} : {}),
    ...(module.to ? {to: module.to} : {}),
    ...(module.jumpPageNumber !== undefined
      ? {jumpPageNumber: module.jumpPageNumber}
      : {})
  }
  const setting = setStory(request)
  const cast = castOffSetting(setting)
  const {leadingDelta = 0} = module.shape
  const spare = lineCount + leadingDelta - cast.depthLineCount
  // White is added around a title group; a picture alone just grows.
  const mostPad =
    setting.rows.length === 0 && !setting.head.hasType ? 0 : spacing.maxPadLines
  const padLines = Math.max(0, Math.min(mostPad, spare))
  const headLines = setting.head.lineCount + padLines
  const legLines =
    lineCount - headLines - 2 * setting.frameLines - setting.footLines
  const topPt = area.yPt + setting.frameLines * grid.leadingPt
  const legTopPt = topPt + headLines * grid.leadingPt
  const {filled, rows} = tuneLegs({
    rows: setting.rows,
    depths: listTakenLines(setting.legs).map(
      (lines) => legLines + leadingDelta - lines
    ),
    canMove: !request.from && !request.to,
    listParagraphs: () => listTunable(request, setting.measurePt),
    reflow: (lineCounts) => reflow(request, setting, lineCounts)
  })

  const legs = setting.legs.map((leg, index): Leg => {
    const lines = legLines - leg.topLineCount - leg.footLineCount
    return {
      xPt: area.xPt + leg.leftPt,
      yPt: legTopPt + leg.topLineCount * grid.leadingPt,
      widthPt: leg.measurePt,
      depthPt: Math.max(0, lines) * grid.leadingPt,
      lineCount: filled.lineCounts[index] ?? 0
    }
  })
  const children: Array<Block | Mark> = [
    ...paintFrame(module, room, area),
    ...paintSide(),
    ...setting.head.paint(
      area.xPt + setting.headLeftPt,
      topPt,
      headLines * grid.leadingPt
    ),
    ...paintPictures(module, room, setting, legs, {legTopPt, legLines}),
    ...gatherBlocks(
      insertTables(
        filled.placed.map((placed) => paintRow(placed, legs, leadLegs())),
        setting,
        legs,
        grid.leadingPt
      )
    )
  ]

  return {
    type: 'module',
    slug: module.slug,
    kind: room.story.kind,
    part: module.part,
    lang: room.story.lang,
    zone: toZone(module, room, whole),
    area: whole,
    legs,
    facts: toFacts(),
    ...(module.jumpPageNumber !== undefined
      ? {jumpPageNumber: module.jumpPageNumber}
      : {}),
    children
  }

  /** From line to line: the grid's, but in a frame it may give a little. */
  function leadLegs(): number {
    if (leadingDelta === 0) return grid.leadingPt
    return (legLines * grid.leadingPt) / (legLines + leadingDelta)
  }

  /** A vertical headline is as deep as the legs and what is over them. */
  function paintSide(): Array<Block> {
    const sideTopPt = topPt + setting.head.aboveLines * grid.leadingPt
    const footPt = legTopPt + legLines * grid.leadingPt
    const sideLeftPt = area.xPt + setting.sideLeftPt
    return setting.side?.paint(sideLeftPt, sideTopPt, footPt - sideTopPt) ?? []
  }

  function toFacts(): ModuleFacts {
    const oversetLines = countLines(filled.overset)
    let shortLines = 0
    for (const [index, lines] of listTakenLines(setting.legs).entries()) {
      const roomLines = Math.max(0, legLines + leadingDelta - lines)
      shortLines += roomLines - (filled.lineCounts[index] ?? 0)
    }
    // Vertical lines leave white at the left, not under them.
    for (const {fillRatio = 1, lineCount} of rows) {
      shortLines += Math.floor((1 - fillRatio) * lineCount)
    }
    const isPhoto = setting.rows.length === 0
    const perLine = setting.measurePt / grid.bodySizePt
    let oversetCharacters = 0
    for (const row of filled.overset) oversetCharacters += row.characterCount
    return {
      oversetLineCount: oversetLines,
      oversetCharacterCount: oversetCharacters,
      shortLineCount: isPhoto ? 0 : shortLines,
      shortCharacterCount: isPhoto ? 0 : Math.floor(shortLines * perLine),
      bodyLineCount: countLines(rows) - oversetLines,
      padLineCount: padLines,
      legCount: module.shape.legCount,
      measurePt: setting.measurePt,
      headlineSizePt:
        setting.side?.headlineSizePt ?? setting.head.headlineSizePt
    }
  }
}

function paintRow(
  {legIndex, lineIndex, row}: PlacedRow,
  legs: ReadonlyArray<Leg>,
  leadingPt: number
): {row: Row; marks: Array<Block | Mark>} {
  const leg = legs[legIndex]
  const xPt = leg?.xPt ?? 0
  const topPt = (leg?.yPt ?? 0) + lineIndex * leadingPt
  return {row, marks: row.paint(xPt, topPt)}
}

/** Put tables across legs at their feet, and among the rows as the copy has them. */
function insertTables(
  rows: ReadonlyArray<PaintedRow>,
  {tables}: Setting,
  legs: ReadonlyArray<Leg>,
  leadingPt: number
): Array<PaintedRow> {
  const all = [...rows]
  // The first table of the copy stands highest.
  const usedLines = legs.map(() => 0)
  for (const table of tables) {
    const leg = legs[table.legIndex]
    if (!leg) continue
    const above = usedLines[table.legIndex] ?? 0
    let topPt = leg.yPt + leg.depthPt + (above + 1) * leadingPt
    for (let index = 0; index < table.legCount; index++) {
      usedLines[table.legIndex + index] = above + table.lineCount
    }
    const painted = table.rows.map((row): PaintedRow => {
      const marks = row.paint(leg.xPt, topPt)
      topPt += row.lineCount * leadingPt
      return {row, marks}
    })
    const after = all.findIndex(
      ({row}) => row.end.blockIndex > table.blockIndex
    )
    all.splice(after === -1 ? all.length : after, 0, ...painted)
  }
  return all
}

/** Place of a module on the page, in points. */
export function toArea(module: PlannedModule, room: StoryRoom): Rect {
  const {grid} = room.template
  const {columnCount, columnIndex, lineCount, lineIndex} = module.area
  return {
    xPt: grid.xPt + columnIndex * (grid.measurePt + grid.gutterPt),
    yPt: grid.yPt + lineIndex * grid.leadingPt,
    widthPt: columnCount * grid.measurePt + (columnCount - 1) * grid.gutterPt,
    depthPt: lineCount * grid.leadingPt
  }
}

/** Outline of a module: its rectangle, less a notch. */
function toZone(
  module: PlannedModule,
  room: StoryRoom,
  area: Rect
): Array<Point> {
  const {columnCount, notch} = module.shape
  if (!notch) return toCorners(area)
  const {grid} = room.template
  const edges = findNotchEdges(notch, columnCount, grid)
  const rightPt = area.xPt + area.widthPt
  const footPt = area.yPt + area.depthPt
  const notchTopPt = footPt - notch.lineCount * grid.leadingPt
  const [topLeft, topRight] = toCorners({...area, depthPt: 0})
  const corners = [topLeft, topRight].flatMap((point) => (point ? [point] : []))
  // The legs end where the gutter before the notch begins.
  if (notch.side === 'right') {
    const edgePt = area.xPt + edges.leftPt - grid.gutterPt
    return [
      ...corners,
      {xPt: rightPt, yPt: notchTopPt},
      {xPt: edgePt, yPt: notchTopPt},
      {xPt: edgePt, yPt: footPt},
      {xPt: area.xPt, yPt: footPt}
    ]
  }
  const edgePt = area.xPt + edges.rightPt + grid.gutterPt
  return [
    ...corners,
    {xPt: rightPt, yPt: footPt},
    {xPt: edgePt, yPt: footPt},
    {xPt: edgePt, yPt: notchTopPt},
    {xPt: area.xPt, yPt: notchTopPt}
  ]
}

/** The frame stands in the outer half of its white lines. */
export function paintFrame(
  module: PlannedModule,
  room: StoryRoom,
  area: Rect
): Array<Mark> {
  const {frames, grid} = room.template
  if (module.shape.frame === 'none' || module.shape.notch) return []
  const rect: Rect = {
    ...area,
    yPt: area.yPt + grid.leadingPt * 0.5,
    depthPt: area.depthPt - grid.leadingPt * 0.75
  }
  const marks: Array<Mark> = []
  if (module.shape.frame === 'tint' || room.story.kind !== 'ad') {
    marks.push({type: 'tint', ...rect, color: frames.tintColor})
  }
  if (module.shape.frame === 'box') {
    marks.push({
      type: 'frame',
      ...rect,
      color: frames.strokeColor,
      strokePt: frames.strokePt,
      pattern: frames.pattern
    })
  }
  return marks
}

function paintPictures(
  module: PlannedModule,
  room: StoryRoom,
  setting: Setting,
  legs: ReadonlyArray<Leg>,
  place: {legTopPt: number; legLines: number}
): Array<Block> {
  if (module.part === 'rest') return []
  const {grid} = room.template
  const figures = listFigures(room)
  const body = room.story.children.find((part) => part.type === 'body')
  const isLast = setting.rows.length === 0
  const usedLines = legs.map(() => 0)
  // Lines a photo story's module has beyond its pictures.
  const takenLines = Math.max(0, ...listTakenLines(setting.legs))
  const spareLines = isLast ? Math.max(0, place.legLines - takenLines) : 0
  return module.shape.pictures.flatMap((shape): Array<Block> => {
    const figure = figures[shape.figureIndex]
    const under = legs.slice(shape.legIndex, shape.legIndex + shape.legCount)
    const [first] = under
    const last = under.at(-1)
    if (!figure || !first || !last) return []
    const blockIndex = body?.children.indexOf(figure) ?? 0
    const whitePt = isLast
      ? (grid.leadingPt - grid.bodySizePt) / 2
      : grid.leadingPt * 0.6
    let above = 0
    for (let leg = shape.legIndex; leg <= legs.indexOf(last); leg++) {
      above = Math.max(above, usedLines[leg] ?? 0)
    }
    for (let leg = shape.legIndex; leg <= legs.indexOf(last); leg++) {
      usedLines[leg] = above + shape.lineCount
    }
    // A photo story's lowest pictures take all lines its module has.
    const isLowest = above + shape.lineCount === takenLines
    const lineCount = shape.lineCount + (isLowest ? spareLines : 0)
    const rect: Rect = {
      xPt: first.xPt,
      yPt:
        place.legTopPt +
        above * grid.leadingPt +
        (grid.leadingPt - grid.bodySizePt) / 2,
      widthPt: last.xPt + last.widthPt - first.xPt,
      depthPt:
        lineCount * grid.leadingPt -
        (grid.leadingPt - grid.bodySizePt) / 2 -
        whitePt
    }
    const id = `${room.story.slug}/body/${blockIndex}`
    return [setFigure(figure, id, room, rect)]
  })
}
