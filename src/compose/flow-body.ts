// The body as rows: every block of a story's copy, set to the measure of a leg.

import type {FootnoteDefinition} from 'mdast'
import type {BodyPoint} from '../model/plan.ts'
import {plainText} from '../model/plain-text.ts'
import type {BodyContent, Crosshead, PullQuote} from '../model/story.ts'
import {balanceRows} from './balance-rows.ts'
import {flowBox} from './flow-box.ts'
import {flowFigure} from './flow-figure.ts'
import {flowPullQuote} from './flow-pull-quote.ts'
import {flowTable} from './flow-table.ts'
import {toSign} from './inline.ts'
import {flowPieces, listPieces} from './list-pieces.ts'
import {isBefore, toRows, toWhite, wholeBlock, type Row} from './row.ts'
import type {BrokenText} from './set-text.ts'
import {breakCopy, breakWords, findStyle, type StoryRoom} from './story-room.ts'

/** What to flow. */
export interface FlowRequest {
  room: StoryRoom
  measurePt: number
  /** Figures that stand at the top of legs and not in the flow. */
  placedFigures: ReadonlySet<number>
  /** Tables that stand across legs and not in the flow, by block. */
  placedTables: ReadonlySet<number>
  /** Whether pull quotes are set that only repeat the copy (default: `true`). */
  setsPullQuotes?: boolean
  /** Whether the summary opens the first leg (default: `false`). */
  hasSummary?: boolean
  /** First place of the copy (default: its beginning). */
  from?: BodyPoint
  /** Lines of pieces, by their names (default: the best). */
  lineCounts?: ReadonlyMap<string, number>
}

/** Flow a body into rows. */
export function flowBody(request: FlowRequest): Array<Row> {
  const {from, room} = request
  const body = room.story.children.find((part) => part.type === 'body')
  const rows: Array<Row> = []
  const notes: Array<{rows: Array<Row>; number: number}> = []
  let figureIndex = -1
  if (request.hasSummary && !from) rows.push(...flowSummary(request))

  for (const [blockIndex, block] of (body?.children ?? []).entries()) {
    if (block.type === 'figure') {
      figureIndex++
      if (request.placedFigures.has(figureIndex)) continue
    }
    if (request.placedTables.has(blockIndex)) continue
    if (from && blockIndex < from.blockIndex) {
      if (block.type !== 'footnoteDefinition') continue
    }
    if (block.type === 'pullQuote' && request.setsPullQuotes === false) {
      if (repeatsCopy(block, body?.children ?? [])) continue
    }
    const fromOffset = from?.blockIndex === blockIndex ? from.offset : 0
    if (fromOffset >= wholeBlock) continue
    const whole = flowBlock(block, blockIndex, fromOffset, request)
    const next = body?.children[blockIndex + 1]
    const flowed =
      isQuestion(block) && next?.type === 'paragraph' ? holdOn(whole) : whole
    if (block.type === 'footnoteDefinition') {
      notes.push({rows: flowed, number: room.notes.get(block.identifier) ?? 0})
    } else {
      // White between a crosshead and its table never grows.
      const isUnderHead = rows.at(-1)?.keepsWithNext === true
      rows.push(...(isUnderHead ? fixWhite(flowed) : flowed))
    }
  }

  // Notes stand at the story's end, whatever their place in the copy.
  const last = rows.at(-1)?.end
  const sorted = notes.sort((a, b) => a.number - b.number)
  for (const [index, row] of sorted.flatMap((one) => one.rows).entries()) {
    const ruled = index === 0 ? underRule(row, request) : row
    rows.push(last ? {...ruled, end: last} : ruled)
  }
  if (room.story.status === 'truncated') rows.push(...flowStatus(request, rows))
  return endRows(rows)
}

/** A crosshead that ends a story, its text not yet written, keeps with nothing. */
function endRows(rows: Array<Row>): Array<Row> {
  const first = rows.findLastIndex((row) => !row.keepsWithNext) + 1
  if (first === rows.length) return rows
  return rows.map((row, index) =>
    index < first ? row : {...row, keepsWithNext: false}
  )
}

/** Rows of a question at most: what is longer is a lead. */
const mostQuestionRows = 3

/** A paragraph all of which is strong asks, or heads, what follows it. */
function isQuestion(block: BodyContent): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.length > 0 &&
    block.children.every(({type}) => type === 'strong')
  )
}

/** A question does not stand at the foot of a leg, its answer in the next. */
function holdOn(rows: Array<Row>): Array<Row> {
  if (rows.length > mostQuestionRows) return rows
  return rows.map((row) => ({...row, keepsWithNext: true}))
}

/** Tell whether all words of a pull quote stand in the copy as well. */
function repeatsCopy(
  quote: PullQuote,
  blocks: ReadonlyArray<BodyContent>
): boolean {
  const squeeze = (text: string): string => text.replaceAll(/[\s\p{P}]/gu, '')
  const words = squeeze(plainText(quote))
  return blocks.some(
    (block) =>
      block.type !== 'pullQuote' && squeeze(plainText(block)).includes(words)
  )
}

/** A summary at the top of the first leg, with a white line under it. */
function flowSummary({measurePt, room}: FlowRequest): Array<Row> {
  const summary = room.story.children.find((part) => part.type === 'summary')
  if (!summary) return []
  const style = findStyle(room, 'summary')
  const {grid} = room.template
  const id = `${room.story.slug}/summary`
  const start = {blockIndex: 0, offset: 0}
  const text = breakCopy(room, summary.children, {
    style,
    measurePt,
    blockId: id
  })
  return [
    ...toRows(room, text, {
      path: [{role: 'summary', id}],
      blockIndex: 0,
      keepsWithNext: true,
      lineCount: Math.max(1, Math.ceil(style.sizePt / grid.leadingPt - 0.01))
    }).map((row) => ({...row, end: start, characterCount: 0})),
    toWhite(1, start)
  ]
}

/** A short hairline parts notes from copy. */
function underRule(row: Row, {measurePt, room}: FlowRequest): Row {
  const {color} = findStyle(room, 'footnote')
  return {
    ...row,
    paint: (xPt, topPt) => [
      {
        type: 'rule',
        xPt,
        yPt: topPt + 0.8,
        widthPt: measurePt * 0.3,
        depthPt: 0.3,
        color
      },
      ...row.paint(xPt, topPt)
    ]
  }
}

function fixWhite(rows: ReadonlyArray<Row>): Array<Row> {
  return rows.map((row, index) =>
    index === 0 && row.isWhite ? {...row, isElastic: false} : row
  )
}

/** Keep the rows up to a place in the copy. */
export function takeUntil(rows: ReadonlyArray<Row>, to: BodyPoint): Array<Row> {
  return rows.filter((row) => !isBefore(to, row.end))
}

function flowBlock(
  block: BodyContent,
  blockIndex: number,
  fromOffset: number,
  request: FlowRequest
): Array<Row> {
  const {measurePt, room} = request
  const id = `${room.story.slug}/body/${blockIndex}`
  switch (block.type) {
    case 'paragraph':
    case 'list':
    case 'blockquote': {
      const pieces = listPieces(room, block, {id, measurePt, fromOffset})
      return flowPieces(room, pieces, blockIndex, request.lineCounts)
    }
    case 'crosshead':
      return flowCrosshead(block, id, blockIndex, request)
    case 'footnoteDefinition':
      return flowNote(block, id, blockIndex, request)
    case 'pullQuote':
      return flowPullQuote(block, id, blockIndex, room, measurePt)
    case 'box':
      return flowBox(block, id, blockIndex, request)
    case 'table':
      return [
        toWhite(1, {blockIndex, offset: 0}),
        ...flowTable(block, id, blockIndex, room, measurePt),
        toWhite(1, {blockIndex, offset: wholeBlock})
      ]
    case 'figure':
      return flowFigure(block, id, blockIndex, room, measurePt)
  }
}

function flowCrosshead(
  block: Crosshead,
  id: string,
  blockIndex: number,
  {measurePt, room}: FlowRequest
): Array<Row> {
  const texts = breakCrosshead(block, id, room, measurePt)
  const white = room.template.spacing.aboveCrossheadLines
  const end = {blockIndex, offset: 0}
  return [
    ...(white > 0 ? [toWhite(white, end)] : []),
    ...texts.flatMap((text) =>
      toRows(room, text, {
        path: [{role: 'crosshead', id}],
        blockIndex,
        keepsWithNext: true,
        isWhole: true
      })
    )
  ]
}

/** A crosshead too long for its leg is split by meaning, as headlines are. */
function breakCrosshead(
  block: Crosshead,
  id: string,
  room: StoryRoom,
  measurePt: number
): ReadonlyArray<BrokenText> {
  const style = findStyle(room, 'crosshead')
  const text = breakCopy(room, block.children, {style, measurePt, blockId: id})
  const lineCount = text.spans.length
  if (lineCount < 2 || style.indentEm > 0) return [text]
  const options = {room, style, widthPt: measurePt, blockId: id}
  for (let rowCount = lineCount; rowCount < lineCount + 2; rowCount++) {
    const balanced = balanceRows(block.children, options, rowCount)
    if (balanced.fits) return balanced.rows
  }
  return [text]
}

function flowNote(
  block: FootnoteDefinition,
  id: string,
  blockIndex: number,
  {measurePt, room}: FlowRequest
): Array<Row> {
  const style = findStyle(room, 'footnote')
  const number = room.notes.get(block.identifier) ?? 0
  const sign = toSign(`[${number}] `, style, room.story.lang)
  const rows: Array<Row> = []
  for (const child of block.children) {
    if (child.type !== 'paragraph') continue
    const text = breakCopy(room, child.children, {
      style,
      measurePt,
      blockId: id,
      firstIndentPt: 0,
      before: rows.length === 0 ? [sign] : []
    })
    rows.push(
      ...toRows(room, text, {
        path: [{role: 'footnote', id}],
        blockIndex,
        isWhole: true
      })
    )
  }
  return rows
}

function flowStatus(
  {measurePt, room}: FlowRequest,
  before: ReadonlyArray<Row>
): Array<Row> {
  const id = `${room.story.slug}/status`
  const text = breakWords(room, room.template.words.truncated, {
    style: findStyle(room, 'statusMark'),
    measurePt,
    blockId: id
  })
  const end = before.at(-1)?.end ?? {blockIndex: 0, offset: wholeBlock}
  return toRows(room, text, {
    path: [{role: 'statusMark', id}],
    blockIndex: end.blockIndex,
    isWhole: true
  }).map((row) => ({...row, characterCount: 0, end}))
}
