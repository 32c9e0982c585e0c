// A story in a shape, before it has a depth: title group, rows and legs. Depths
// for make-up and places for painters come from the same setting.

import type {BodyPoint, CastOffRequest, LineDelta} from '../model/plan.ts'
import {runsDown} from '../model/runs-down.ts'
import type {Figure} from '../model/story.ts'
import {findBodyLineCounts, type BodyLineCounts} from './body-line-counts.ts'
import {flowBody, takeUntil, type FlowRequest} from './flow-body.ts'
import {flowDown} from './flow-down.ts'
import {toLegRooms, type LegRoom} from './leg-rooms.ts'
import {once} from './once.ts'
import {placeTables, type PlacedTable} from './place-tables.ts'
import {toRows, type Row} from './row.ts'
import {setHead, type Head} from './set-head.ts'
import {hasSideHead, setSideHead, type SideHead} from './set-side-head.ts'
import {breakWords, findStyle, type StoryRoom} from './story-room.ts'
import type {TunableParagraph} from './tune-legs.ts'

/**
 * A story's setting in one shape, before it has a depth. Its copy is set when
 * it is asked for: for many shapes make-up only wants the title group.
 */
export interface Setting {
  head: Head
  readonly rows: ReadonlyArray<Row>
  legs: ReadonlyArray<LegRoom>
  /** Measure of the legs. */
  measurePt: number
  /** Left of all type in the module, and of the title group over the legs. */
  insetPt: number
  headLeftPt: number
  /** A vertical headline beside the legs, and its left. */
  side?: SideHead
  sideLeftPt: number
  /** Whether the copy runs down, in one row over the whole width. */
  isDown: boolean
  /** Legs the shape asks for. */
  legCount: number
  /** Lines above the head and below the legs for a frame. */
  frameLines: number
  /** Tables across legs, at their foot. */
  readonly tables: ReadonlyArray<PlacedTable>
  /** Lines of white below the legs. */
  footLines: number
  /** Other line counts its body can be set in; counted when asked for. */
  listDeltas(): ReadonlyArray<LineDelta>
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
  const isFramed = shape.frame !== 'none' && !shape.notch
  const insetPt = isFramed || shape.block ? frames.paddingPt : 0
  const frameLines = isFramed ? frames.paddingLines : 0
  const widthPt =
    shape.columnCount * grid.measurePt + (shape.columnCount - 1) * grid.gutterPt
  const innerPt = widthPt - 2 * insetPt
  const side =
    part !== 'rest' && hasSideHead(room, shape)
      ? setSideHead({room, shape, widthPt: innerPt})
      : undefined
  const sidePt = side?.widthPt ?? 0
  // Copy that runs down begins at its headline, which is at the right then.
  const isDown = part === 'whole' && runsDown(room.story)
  const legArea = {
    leftPt: isDown ? insetPt : insetPt + sidePt,
    widthPt: innerPt - sidePt
  }
  const legs = isDown
    ? toLegRooms({...shape, legCount: 1, pictures: []}, legArea, grid)
    : toLegRooms(shape, legArea, grid)
  const measurePt = legs[0]?.measurePt ?? innerPt
  const findTables = once(() => placeTables(room, legs, request))
  const findRows = once(() =>
    isDown
      ? flowDownOnce(room, legArea.widthPt)
      : listRows(request, measurePt, findTables())
  )
  const head = setHead({
    room,
    shape,
    part,
    widthPt: legArea.widthPt,
    ...(part === 'rest' && request.jumpPageNumber !== undefined
      ? {jumpFromPageNumber: request.jumpPageNumber}
      : {})
  })

  return {
    head,
    get rows() {
      return findRows()
    },
    isDown,
    legCount: shape.legCount,
    sideLeftPt: isDown ? insetPt + legArea.widthPt + grid.gutterPt : insetPt,
    legs,
    get tables() {
      return findTables()
    },
    measurePt,
    insetPt,
    headLeftPt: legArea.leftPt,
    frameLines,
    footLines: frameLines > 0 ? 1 : 0,
    listDeltas,
    ...(side ? {side} : {})
  }

  function listDeltas(): ReadonlyArray<LineDelta> {
    if (isDown) return [{delta: 0, cost: 0}]
    const {bestLineCount, options} = countBodyLines(request, measurePt)
    return options.map(({cost, lineCount}) => ({
      delta: lineCount - bestLineCount,
      cost
    }))
  }
}

/** The same width gives the same lines. */
function flowDownOnce(room: StoryRoom, widthPt: number): ReadonlyArray<Row> {
  const key = `down ${widthPt}`
  const known = room.rows.get(key)
  if (known) return known
  const rows = [flowDown(room, widthPt)]
  room.rows.set(key, rows)
  return rows
}

/** Find how the paragraphs of a story could be set in other lines. */
export function listTunable(
  request: SettingRequest,
  measurePt: number
): Array<TunableParagraph> {
  const {room, shape, to} = request
  const counts = countBodyLines(request, measurePt)
  const present = counts.forDelta(shape.lineDelta ?? 0)
  const tunable: Array<TunableParagraph> = []
  for (const {blockIndex, id, options} of counts.pieces) {
    if (to && blockIndex >= to.blockIndex) continue
    const lineCount = present.get(id)
    const own = options.find((option) => option.lineCount === lineCount)
    if (lineCount === undefined || !own) continue
    const others = options
      .filter((option) => Math.abs(option.lineCount - lineCount) === 1)
      .map((option) => ({...option, cost: option.cost - own.cost}))
    if (others.length > 0) tunable.push({id, lineCount, others})
  }
  return room.template.composition.maxStretchEm > 0 ? tunable : []
}

/** Set the body again, some paragraphs in other numbers of lines. */
export function reflow(
  request: SettingRequest,
  {measurePt, tables}: Setting,
  lineCounts: ReadonlyMap<string, number>
): ReadonlyArray<Row> {
  const delta = request.shape.lineDelta ?? 0
  const present =
    delta === 0 ? [] : countBodyLines(request, measurePt).forDelta(delta)
  return endRows(
    request,
    measurePt,
    flowBody({
      ...toFlowRequest(request, measurePt, tables),
      lineCounts: new Map([...present, ...lineCounts])
    })
  )
}

function listRows(
  request: SettingRequest,
  measurePt: number,
  tables: ReadonlyArray<PlacedTable>
): ReadonlyArray<Row> {
  return endRows(request, measurePt, flowOnce(request, measurePt, tables))
}

/** End the start of a jump where its copy goes over. */
function endRows(
  request: SettingRequest,
  measurePt: number,
  flowed: ReadonlyArray<Row>
): ReadonlyArray<Row> {
  const {room, to} = request
  if (!to) return flowed
  const rows = takeUntil(flowed, to)
  if (request.jumpPageNumber !== undefined) {
    rows.push(...toJumpLine(room, request.jumpPageNumber, measurePt, to))
  }
  return rows
}

/** The same measure gives the same rows, whatever the head above them. */
function flowOnce(
  request: SettingRequest,
  measurePt: number,
  tables: ReadonlyArray<PlacedTable>
): ReadonlyArray<Row> {
  const {room, shape, to} = request
  const delta = shape.lineDelta ?? 0
  const flow = toFlowRequest(request, measurePt, tables)
  const key = JSON.stringify([
    measurePt,
    [...flow.placedFigures],
    [...flow.placedTables],
    flow.from,
    flow.setsPullQuotes,
    flow.hasSummary,
    delta,
    delta === 0 ? undefined : to
  ])
  const known = room.rows.get(key)
  if (known) return known
  const rows = flowBody({
    ...flow,
    ...(delta === 0
      ? {}
      : {lineCounts: countBodyLines(request, measurePt).forDelta(delta)})
  })
  room.rows.set(key, rows)
  return rows
}

function toFlowRequest(
  {from, part, room, shape}: SettingRequest,
  measurePt: number,
  tables: ReadonlyArray<PlacedTable>
): FlowRequest {
  return {
    room,
    measurePt,
    placedFigures:
      part === 'rest'
        ? allFigures(room)
        : new Set(shape.pictures.map((picture) => picture.figureIndex)),
    placedTables: new Set(tables.map(({blockIndex}) => blockIndex)),
    setsPullQuotes: shape.setsPullQuotes ?? true,
    hasSummary: shape.summary === 'leg' && part !== 'rest',
    ...(from ? {from} : {})
  }
}

/** Find the line counts the body of a request can be set in. */
function countBodyLines(
  {from, room, to}: SettingRequest,
  measurePt: number
): BodyLineCounts {
  return findBodyLineCounts(room, {
    measurePt,
    ...(from ? {from} : {}),
    ...(to ? {to} : {})
  })
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
  measurePt: number,
  end: BodyPoint
): Array<Row> {
  const id = `${room.story.slug}/to`
  const words = room.template.words.jumpTo.replace(
    '{page}',
    room.formatPage(pageNumber)
  )
  const text = breakWords(room, words, {
    style: findStyle(room, 'jumpLine'),
    measurePt,
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
