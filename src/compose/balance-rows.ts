// Rows of a headline: split where the copy prefers it, else so that the rows
// are of even length, at the edge of a word, never inside a number or a name.

import type {PhrasingContent} from 'mdast'
import type {TypeStyle} from '../template/template.ts'
import type {BrokenText} from './set-text.ts'
import {breakCopy, type StoryRoom} from './story-room.ts'

/** What rows are set with. */
export interface RowOptions {
  room: StoryRoom
  style: TypeStyle
  widthPt: number
  blockId: string
}

/** Rows of a headline. */
export interface BalancedRows {
  rows: ReadonlyArray<BrokenText>
  /** Whether every row fits the width. */
  fits: boolean
  /** Part of the width that the longest row takes. */
  fillRatio: number
}

/** Split inline copy into rows. */
export function balanceRows(
  nodes: ReadonlyArray<PhrasingContent>,
  options: RowOptions,
  rowCount: number
): BalancedRows {
  const whole = breakRow(nodes, options)
  if (rowCount <= 1) return toBalanced([whole], options)

  const preferred = splitAtPreferred(nodes, rowCount)
  if (preferred) {
    const rows = preferred.map((part) => breakRow(part, options))
    const balanced = toBalanced(rows, options)
    if (balanced.fits) return balanced
  }
  return toBalanced(splitEvenly(whole, rowCount, options), options)
}

/** One row of any width; whether it fits is asked later. */
function breakRow(
  nodes: ReadonlyArray<PhrasingContent>,
  {blockId, room, style}: RowOptions
): BrokenText {
  const isHan = /^zh|^ja/.test(room.story.lang)
  // Halves that stand on one row are parted by the width of a character.
  const spaced = nodes.map((node) =>
    node.type === 'split' && isHan
      ? {type: 'text' as const, value: '\u3000'}
      : node
  )
  return breakCopy(room, spaced, {
    style,
    measurePt: 1e5,
    blockId,
    firstIndentPt: 0
  })
}

function splitAtPreferred(
  nodes: ReadonlyArray<PhrasingContent>,
  rowCount: number
): Array<Array<PhrasingContent>> | undefined {
  const parts: Array<Array<PhrasingContent>> = [[]]
  for (const node of nodes) {
    if (node.type === 'split') parts.push([])
    else parts.at(-1)?.push(node)
  }
  return parts.length === rowCount ? parts : undefined
}

function widthOf(text: BrokenText, start: number, end: number): number {
  const line = text.lines[0]
  let widthPt = 0
  for (let index = start; index < end; index++) {
    const atom = text.atoms[index]
    if (!atom) continue
    const isEdge = index === start || index === end - 1
    if (atom.kind === 'space' && isEdge) continue
    widthPt += atom.widthPt
    if (index < end - 1) widthPt += line?.gapsPt[index] ?? 0
  }
  return widthPt
}

/** Cut one long row at the places that leave the longest part shortest. */
function splitEvenly(
  whole: BrokenText,
  rowCount: number,
  options: RowOptions
): Array<BrokenText> {
  const {atoms} = whole
  const places = listPlaces(whole, options)
  let best: {cuts: ReadonlyArray<number>; cost: number} | undefined
  search([], 0, 0)
  const cuts = [0, ...(best?.cuts ?? []), atoms.length]
  const rows: Array<BrokenText> = []
  for (const [index, end] of cuts.entries()) {
    if (index > 0) rows.push(cutRow(whole, cuts[index - 1] ?? 0, end))
  }
  return rows

  function search(
    chosen: ReadonlyArray<number>,
    from: number,
    cost: number
  ): void {
    if (chosen.length === rowCount - 1) {
      const last = widthOf(whole, from, atoms.length)
      const total = cost + last * last
      if (!best || total < best.cost) best = {cuts: chosen, cost: total}
      return
    }
    for (const {at, price} of places) {
      if (at <= from) continue
      const width = widthOf(whole, from, at)
      search([...chosen, at], at, cost + width * width * (1 + price))
    }
  }
}

/** List places where a row may end, with their price. */
function listPlaces(
  whole: BrokenText,
  {room}: RowOptions
): Array<{at: number; price: number}> {
  const {atoms} = whole
  const text = atoms.map((atom) => atom.text).join('')
  const edges = new Set<number>()
  const segmenter = new Intl.Segmenter(room.story.lang, {granularity: 'word'})
  for (const segment of segmenter.segment(text)) edges.add(segment.index)
  const places: Array<{at: number; price: number}> = []
  let offset = 0
  let depth = 0

  for (const [index, atom] of atoms.entries()) {
    const before = atoms[index - 1]
    if (index > 0 && before && mayPart(before.kind, atom.kind)) {
      const isEdge = edges.has(offset)
      const isBare = depth === 0
      const isMark = before.kind === 'point' || before.text === '\u3000'
      const price = (isEdge ? 0 : 0.6) + (isBare ? 0 : 0.8) - (isMark ? 0.2 : 0)
      places.push({at: index, price})
    }
    if (/[《“「（]/u.test(atom.text)) depth++
    if (/[》”」）]/u.test(atom.text)) depth--
    offset += atom.text.length
  }
  return places
}

function mayPart(before: string, after: string): boolean {
  if (before === 'open' || after === 'close' || after === 'point') return false
  if (after === 'middle' || before === 'middle' || after === 'space')
    return false
  return !(before === 'latin' && after === 'latin')
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
  {widthPt}: RowOptions
): BalancedRows {
  let longest = 0
  const set = rows.map((row) => {
    longest = Math.max(longest, widthOf(row, 0, row.atoms.length))
    // A mark at the edge of a row gives up its blank half.
    const lines = row.lines.map((line) => ({...line, indentPt: 0, trailPt: 0}))
    return {...row, lines, request: {...row.request, measurePt: widthPt}}
  })
  return {
    rows: set,
    fits: longest <= widthPt + 0.01,
    fillRatio: Math.min(1, longest / widthPt)
  }
}
