// A module: one story's title group, legs and pictures in its rectangle.
// Depths for make-up and places for painters come from the same rows.

import type {
  Block,
  ComposedModule,
  Leg,
  Mark,
  ModuleFacts
} from '../model/page.ts'
import type {
  BodyPoint,
  CastOffRequest,
  CastOffResult,
  PlannedModule,
  StoryShape
} from '../model/plan.ts'
import type {Figure} from '../model/story.ts'
import {toCorners, type Rect} from '../unit/rect.ts'
import {countLines, fillLegs, findDepth, type PlacedRow} from './fill-legs.ts'
import {flowBody, takeUntil} from './flow-body.ts'
import {gatherBlocks} from './gather-blocks.ts'
import {toRows, type Row} from './row.ts'
import {setAdvertisement} from './set-advertisement.ts'
import {setFigure} from './set-figure.ts'
import {setHead, type Head} from './set-head.ts'
import {breakWords, findStyle, type StoryRoom} from './story-room.ts'

/** A story's setting in one shape, before it has a depth. */
export interface Setting {
  head: Head
  rows: ReadonlyArray<Row>
  /** Lines of the jump line at the end of a start. */
  legPt: number
  innerPt: number
  /** Left of the legs in the module. */
  insetPt: number
  /** Lines above the head and below the legs for a frame. */
  frameLines: number
  /** Lines pictures take at the top of each leg. */
  pictureLines: ReadonlyArray<number>
}

/** What to set. */
export interface SettingRequest extends Omit<CastOffRequest, 'slug'> {
  room: StoryRoom
  jumpPageNumber?: number
}

/** Set a story in a shape. */
export function setStory(request: SettingRequest): Setting {
  const {part, room, shape} = request
  const {frames, grid} = room.template
  const isFramed = shape.frame !== 'none'
  const insetPt = isFramed ? frames.paddingPt : 0
  const widthPt =
    shape.columnCount * grid.measurePt + (shape.columnCount - 1) * grid.gutterPt
  const innerPt = widthPt - 2 * insetPt
  const legPt =
    (innerPt - (shape.legCount - 1) * grid.gutterPt) / shape.legCount
  const head = setHead({
    room,
    shape,
    part,
    widthPt: innerPt,
    ...(part === 'rest' && request.jumpPageNumber !== undefined
      ? {jumpFromPageNumber: request.jumpPageNumber}
      : {})
  })

  return {
    head,
    rows: listRows(request, legPt),
    legPt,
    innerPt,
    insetPt,
    frameLines: isFramed ? frames.paddingLines : 0,
    pictureLines: toPictureLines(shape)
  }
}

function listRows(request: SettingRequest, legPt: number): ReadonlyArray<Row> {
  const {room, to} = request
  const flowed = flowOnce(request, legPt)
  if (!to) return flowed
  const rows = takeUntil(flowed, to)
  if (request.jumpPageNumber !== undefined) {
    rows.push(...toJumpLine(room, request.jumpPageNumber, legPt, to))
  }
  return rows
}

/** The same measure gives the same rows, whatever the head above them. */
function flowOnce(request: SettingRequest, legPt: number): ReadonlyArray<Row> {
  const {from, part, room, shape} = request
  const placedFigures =
    part === 'rest'
      ? allFigures(room)
      : new Set(shape.pictures.map((picture) => picture.figureIndex))
  const key = JSON.stringify([legPt, [...placedFigures], from])
  const known = room.rows.get(key)
  if (known) return known
  const rows = flowBody({
    room,
    measurePt: legPt,
    placedFigures,
    ...(from ? {from} : {})
  })
  room.rows.set(key, rows)
  return rows
}

/** Figures were set with the start; the rest has words only. */
function allFigures(room: StoryRoom): ReadonlySet<number> {
  return new Set(listFigures(room).keys())
}

/** List the figures of a story's body. */
export function listFigures(room: StoryRoom): Array<Figure> {
  const body = room.story.children.find((part) => part.type === 'body')
  return (body?.children ?? []).filter((block) => block.type === 'figure')
}

function toJumpLine(
  room: StoryRoom,
  pageNumber: number,
  legPt: number,
  end: BodyPoint
): Array<Row> {
  const id = `${room.story.slug}/to`
  const words = room.template.words.jumpTo.replace('{page}', String(pageNumber))
  const text = breakWords(room, words, {
    style: findStyle(room, 'jumpLine'),
    measurePt: legPt,
    blockId: id,
    firstIndentPt: 0
  })
  return toRows(room, text, {
    path: [
      {
        role: 'jumpLine',
        id,
        target: {type: 'part', slug: room.story.slug, part: 'rest'}
      }
    ],
    blockIndex: end.blockIndex,
    isWhole: true
  }).map((row) => ({...row, end, characterCount: 0}))
}

function toPictureLines(shape: StoryShape): Array<number> {
  const lines = Array.from({length: shape.legCount}, () => 0)
  for (const picture of shape.pictures) {
    const end = Math.min(shape.legCount, picture.legIndex + picture.legCount)
    for (let leg = picture.legIndex; leg < end; leg++) {
      lines[leg] = (lines[leg] ?? 0) + picture.lineCount
    }
  }
  return lines
}

/** Tell make-up how deep a story runs. */
export function castOffSetting(setting: Setting): CastOffResult {
  const {frameLines, head, pictureLines, rows} = setting
  const legDepth = findDepth(rows, pictureLines)
  const body = countLines(rows)
  let pictures = 0
  for (const lines of pictureLines) pictures += lines
  const footLineCount = frameLines + footOf(setting)
  return {
    headLineCount: head.lineCount + frameLines,
    footLineCount,
    bodyLineCount: body,
    lineDeltas: [{delta: 0, cost: 0}],
    pictureLineCount: pictures,
    depthLineCount: head.lineCount + frameLines + legDepth + footLineCount,
    slackLineCount: legDepth * pictureLines.length - body - pictures,
    headlineFits: head.headlineFits,
    headlineFillRatio: head.headlineFillRatio,
    pointAfter
  }

  function pointAfter(lineCount: number): BodyPoint {
    let used = 0
    let end: BodyPoint = {blockIndex: 0, offset: 0}
    for (const row of rows) {
      used += row.lineCount
      if (used > lineCount) break
      // A crosshead or an unfinished table is no place to leave off.
      if (!row.keepsWithNext && !row.isWhite) end = row.end
    }
    return end
  }
}

function footOf(setting: Setting): number {
  return setting.frameLines > 0 ? 1 : 0
}

/** Set a module at its place on the page. */
export function setModule(
  module: PlannedModule,
  room: StoryRoom
): ComposedModule {
  const {grid, spacing} = room.template
  const area = toArea(module, room)
  if (room.story.size) return setAdvertisement(module, room, area)

  const setting = setStory({
    room,
    part: module.part,
    shape: module.shape,
    ...(module.from ? {from: module.from} : {}),
    ...(module.to ? {to: module.to} : {}),
    ...(module.jumpPageNumber !== undefined
      ? {jumpPageNumber: module.jumpPageNumber}
      : {})
  })
  const cast = castOffSetting(setting)
  const spare = module.area.lineCount - cast.depthLineCount
  // White is added around a title group; a picture alone just grows.
  const mostPad =
    setting.rows.length === 0 && !setting.head.hasType ? 0 : spacing.maxPadLines
  const padLines = Math.max(0, Math.min(mostPad, spare))
  const headLines = setting.head.lineCount + padLines
  const legLines =
    module.area.lineCount - headLines - 2 * setting.frameLines - footOf(setting)
  const topPt = area.yPt + setting.frameLines * grid.leadingPt
  const legTopPt = topPt + headLines * grid.leadingPt
  const leftPt = area.xPt + setting.insetPt
  const filled = fillLegs(
    setting.rows,
    setting.pictureLines.map((lines) => legLines - lines)
  )

  const legs = setting.pictureLines.map((lines, index): Leg => {
    return {
      xPt: leftPt + index * (setting.legPt + grid.gutterPt),
      yPt: legTopPt + lines * grid.leadingPt,
      widthPt: setting.legPt,
      depthPt: Math.max(0, legLines - lines) * grid.leadingPt,
      lineCount: filled.lineCounts[index] ?? 0
    }
  })
  const children: Array<Block | Mark> = [
    ...paintFrame(module, room, area),
    ...setting.head.paint(leftPt, topPt, headLines * grid.leadingPt),
    ...paintPictures(module, room, setting, {leftPt, legTopPt, legLines}),
    ...gatherBlocks(
      filled.placed.map((placed) => paintRow(placed, legs, grid.leadingPt))
    )
  ]

  return {
    type: 'module',
    slug: module.slug,
    kind: room.story.kind,
    part: module.part,
    lang: room.story.lang,
    zone: toCorners(area),
    area,
    legs,
    facts: toFacts(),
    ...(module.jumpPageNumber !== undefined
      ? {jumpPageNumber: module.jumpPageNumber}
      : {}),
    children
  }

  function toFacts(): ModuleFacts {
    const oversetLines = countLines(filled.overset)
    let shortLines = 0
    for (const [index, lines] of setting.pictureLines.entries()) {
      const roomLines = Math.max(0, legLines - lines)
      shortLines += roomLines - (filled.lineCounts[index] ?? 0)
    }
    const isPhoto = setting.rows.length === 0
    const perLine = setting.legPt / grid.bodySizePt
    let oversetCharacters = 0
    for (const row of filled.overset) oversetCharacters += row.characterCount
    return {
      oversetLineCount: oversetLines,
      oversetCharacterCount: oversetCharacters,
      shortLineCount: isPhoto ? 0 : shortLines,
      shortCharacterCount: isPhoto ? 0 : Math.floor(shortLines * perLine),
      bodyLineCount: countLines(setting.rows) - oversetLines,
      padLineCount: padLines,
      legCount: module.shape.legCount,
      measurePt: setting.legPt,
      headlineSizePt: setting.head.headlineSizePt
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

/** The frame stands in the outer half of its white lines. */
export function paintFrame(
  module: PlannedModule,
  room: StoryRoom,
  area: Rect
): Array<Mark> {
  const {frames, grid} = room.template
  if (module.shape.frame === 'none') return []
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
  place: {leftPt: number; legTopPt: number; legLines: number}
): Array<Block> {
  if (module.part === 'rest') return []
  const {grid} = room.template
  const figures = listFigures(room)
  const body = room.story.children.find((part) => part.type === 'body')
  const isLast = setting.rows.length === 0
  return module.shape.pictures.flatMap((shape): Array<Block> => {
    const figure = figures[shape.figureIndex]
    if (!figure) return []
    const blockIndex = body?.children.indexOf(figure) ?? 0
    const widthPt =
      shape.legCount * setting.legPt + (shape.legCount - 1) * grid.gutterPt
    const whitePt = isLast
      ? (grid.leadingPt - grid.bodySizePt) / 2
      : grid.leadingPt * 0.6
    // A photo story's picture takes all lines its module has.
    const lineCount = isLast ? place.legLines : shape.lineCount
    const rect: Rect = {
      xPt: place.leftPt + shape.legIndex * (setting.legPt + grid.gutterPt),
      yPt: place.legTopPt + (grid.leadingPt - grid.bodySizePt) / 2,
      widthPt,
      depthPt:
        lineCount * grid.leadingPt -
        (grid.leadingPt - grid.bodySizePt) / 2 -
        whitePt
    }
    const id = `${room.story.slug}/body/${blockIndex}`
    return [setFigure(figure, id, room, rect)]
  })
}
