// Rows of a headline: split where the copy prefers it, else by meaning, so that
// the rows are of even length.

import type {PhrasingContent} from 'mdast'
import type {TypeStyle} from '../template/template.ts'
import type {Atom} from './atoms.ts'
import {chooseCuts} from './choose-cuts.ts'
import {listCutPlaces, type CutPlace} from './cut-places.ts'
import type {BrokenLine} from './fit-line.ts'
import {flattenInline} from './inline.ts'
import {once} from './once.ts'
import type {BrokenText} from './set-text.ts'
import {breakCopy, type StoryRoom} from './story-room.ts'
import {widenSpaces} from './widen-spaces.ts'

/** What rows are set with. */
export interface RowOptions {
  room: StoryRoom
  style: TypeStyle
  /** The measure; in vertical rows their depth. */
  widthPt: number
  blockId: string
  /** White kept free at both ends of a row (default: none). */
  marginPt?: number
  /** How far characters may be set closer or wider (default: not at all). */
  trackingEm?: {min: number; max: number}
  writing?: 'horizontal' | 'vertical'
}

/** Rows of a headline. */
export interface BalancedRows {
  rows: ReadonlyArray<BrokenText>
  /**
   * Whether every row fits the width, and none is far shorter than the longest,
   * unless the copy itself is split so.
   */
  fits: boolean
  /** Part of the width that the longest row takes. */
  fillRatio: number
}

/** A row shorter than this part of the longest looks broken off. */
const leastRowRatio = 0.42

/** What takes no more of the width than this needs no second row. */
const needlessRatio = 0.6

/** Split inline copy into rows. */
export function balanceRows(
  nodes: ReadonlyArray<PhrasingContent>,
  options: RowOptions,
  rowCount: number
): BalancedRows {
  const {findPlaces, preferred, text: whole} = openRow(nodes, options)
  const cuts =
    rowCount <= 1
      ? []
      : chooseCuts({
          places: findPlaces(),
          atomCount: whole.atoms.length,
          rowCount,
          widthPt: toRoom(options),
          measure: (start, end) => widthOf(whole, start, end)
        })
  const rows: Array<BrokenText> = []
  let from = 0
  for (const end of [...cuts, whole.atoms.length]) {
    rows.push(cutRow(whole, from, end))
    from = end
  }
  const isAsSplit = preferred.size + 1 >= rowCount
  const wholePt = widthOf(whole, 0, whole.atoms.length)
  const balanced = toBalanced(rows, isAsSplit, options)
  const isNeedless = !isAsSplit && wholePt <= toRoom(options) * needlessRatio
  return {...balanced, fits: balanced.fits && !isNeedless}
}

/** Width that rows may have. */
function toRoom({marginPt = 0, widthPt}: RowOptions): number {
  return Math.max(1, widthPt - 2 * marginPt)
}

/** Copy in one row, with where it may be cut. */
interface OpenRow {
  text: BrokenText
  /** Offsets in the copy after each split it prefers. */
  preferred: ReadonlySet<number>
  findPlaces(): ReadonlyArray<CutPlace>
}

/**
 * Rows by their lines: make-up asks for the same headline in other widths and
 * numbers of rows, several thousand times for eight pages.
 */
const openRows = new WeakMap<BrokenText, OpenRow>()

/** One row of any width; whether it fits is asked later. */
function openRow(
  nodes: ReadonlyArray<PhrasingContent>,
  options: RowOptions
): OpenRow {
  const {blockId, room, style, writing} = options
  const {lang} = room.story
  const row = breakCopy(room, widenSpaces(nodes, lang), {
    style,
    measurePt: 1e5,
    blockId,
    firstIndentPt: 0,
    ...(writing ? {writing} : {})
  })
  const known = openRows.get(row)
  if (known) return known
  const lines = row.lines.map((line) => closeBlanks(line, row.atoms))
  const preferred = listPreferred(nodes, options)
  const opened: OpenRow = {
    text: {...row, lines},
    preferred,
    findPlaces: once(() => listCutPlaces(row.atoms, {lang, preferred}))
  }
  openRows.set(row, opened)
  return opened
}

/** Marks that part two halves by themselves. */
const stop = /^[，、：；。]$/u

/** Part of the white between two halves that is not needed after a stop. */
const stopRatio = 0.6

/** The blank half of a mark is part of the white between two halves. */
function closeBlanks(line: BrokenLine, atoms: ReadonlyArray<Atom>): BrokenLine {
  const gapsPt = line.gapsPt.map((gapPt, index) => {
    const before = atoms[line.start + index]
    const after = atoms[line.start + index + 1]
    const isClosed =
      (after?.text === '\u3000' && (before?.trailPt ?? 0) > 0) ||
      (before?.text === '\u3000' && (after?.leadPt ?? 0) > 0)
    const isAfterStop =
      before?.text === '\u3000' &&
      stop.test(atoms[line.start + index - 1]?.text ?? '')
    const closedPt = isAfterStop ? before.widthPt * stopRatio : 0
    return (isClosed ? 0 : gapPt) - closedPt
  })
  return {...line, gapsPt}
}

/** Offsets in the copy after each split it prefers. */
function listPreferred(
  nodes: ReadonlyArray<PhrasingContent>,
  {room, style}: RowOptions
): Set<number> {
  const offsets = new Set<number>()
  let offset = 0
  for (const node of nodes) {
    const texts = flattenInline([node], {
      template: room.template,
      style,
      lang: room.story.lang,
      notes: room.notes
    })
    for (const {isCopy, text} of texts) offset += isCopy ? text.length : 0
    if (node.type === 'split') offsets.add(offset)
  }
  return offsets
}

function widthOf(text: BrokenText, start: number, end: number): number {
  const line = text.lines[0]
  let first = start
  let last = end
  while (first < last && isSpace(text.atoms[first]?.text)) first++
  while (last > first && isSpace(text.atoms[last - 1]?.text)) last--
  let widthPt = 0
  for (let index = first; index < last; index++) {
    widthPt += text.atoms[index]?.widthPt ?? 0
    if (index < last - 1) widthPt += line?.gapsPt[index] ?? 0
  }
  return widthPt
}

/** Take the atoms of one row out of a long one. */
function cutRow(whole: BrokenText, start: number, end: number): BrokenText {
  const line = whole.lines[0]
  let first = start
  let last = end
  while (first < last && isSpace(whole.atoms[first]?.text)) first++
  while (last > first && isSpace(whole.atoms[last - 1]?.text)) last--
  const gapsPt = (line?.gapsPt ?? []).slice(first, Math.max(first, last - 1))
  return {
    request: whole.request,
    atoms: whole.atoms.slice(first, last),
    spans: [{start: 0, end: last - first}],
    lines: [
      {
        start: 0,
        end: last - first,
        gapsPt,
        indentPt: 0,
        trailPt: 0,
        stretchEm: 0
      }
    ]
  }
}

function isSpace(text: string | undefined): boolean {
  return text === ' ' || text === '\u3000'
}

/** Give the rows their true measure, now that they are chosen. */
function toBalanced(
  rows: ReadonlyArray<BrokenText>,
  isAsSplit: boolean,
  options: RowOptions
): BalancedRows {
  const {widthPt} = options
  const roomPt = toRoom(options)
  const widths = rows.map((row) => widthOf(row, 0, row.atoms.length))
  const tracked = trackRows(rows, widths, options)
  let longest = 0
  let shortest = Infinity
  const set = tracked.map((row) => {
    const rowPt = widthOf(row, 0, row.atoms.length)
    longest = Math.max(longest, rowPt)
    shortest = Math.min(shortest, rowPt)
    // A mark at the edge of a row gives up its blank half.
    const lines = row.lines.map((line) => ({...line, indentPt: 0, trailPt: 0}))
    return {...row, lines, request: {...row.request, measurePt: widthPt}}
  })
  return {
    rows: set,
    fits:
      longest <= roomPt + 0.01 &&
      (isAsSplit || shortest >= longest * leastRowRatio),
    fillRatio: Math.min(1, longest / roomPt)
  }
}

/**
 * Set the characters of rows closer, where the longest is a little too long,
 * or wider, where they come out at one length. The type itself is never
 * stretched.
 */
function trackRows(
  rows: ReadonlyArray<BrokenText>,
  widths: ReadonlyArray<number>,
  options: RowOptions
): ReadonlyArray<BrokenText> {
  const {style, trackingEm} = options
  const roomPt = toRoom(options)
  if (!trackingEm) return rows
  const longest = Math.max(...widths)
  const overEm = Math.max(
    0,
    ...rows.map((row, index) => {
      const overPt = (widths[index] ?? 0) - roomPt
      return overPt / Math.max(1, countGaps(row)) / style.sizePt
    })
  )
  if (overEm > 0) {
    if (overEm > -trackingEm.min) return rows
    return rows.map((row) => track(row, -overEm * style.sizePt))
  }
  return rows.map((row, index) => {
    const gaps = countGaps(row)
    const shortPt = longest - (widths[index] ?? 0)
    if (gaps === 0 || shortPt < 0.01) return row
    const eachPt = shortPt / gaps
    return eachPt <= trackingEm.max * style.sizePt ? track(row, eachPt) : row
  })
}

function countGaps({atoms}: BrokenText): number {
  return Math.max(0, atoms.length - 1)
}

function track(row: BrokenText, eachPt: number): BrokenText {
  const lines = row.lines.map((line) => ({
    ...line,
    gapsPt: line.gapsPt.map((gapPt) => gapPt + eachPt)
  }))
  return {...row, lines}
}
