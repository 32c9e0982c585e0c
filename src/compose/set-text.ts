// Setting text: styled text to lines, one under the other.

import type {Line, Rule} from '../model/page.ts'
import type {CompositionRules} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import type {Atom} from './atoms.ts'
import {
  breakLines,
  countLineOptions,
  findBestLines,
  type BreakRequest,
  type LineCountOption
} from './break-lines.ts'
import {fitLine, type BrokenLine} from './fit-line.ts'
import type {StyledText} from './inline.ts'
import {spanLine, type LineSpan} from './line-span.ts'
import {once} from './once.ts'
import {prepareText, type PreparedText} from './prepare-text.ts'
import type {LineRoom} from './price-line.ts'
import {setLineDown} from './set-line-down.ts'
import {setLine} from './set-line.ts'

/** Text to set. */
export interface TextRequest {
  texts: ReadonlyArray<StyledText>
  lang: string
  measurePt: number
  align: 'center' | 'justify' | 'left' | 'right'
  firstIndentPt?: number
  indentPt?: number
  rules: CompositionRules
  faces: FaceTable
  /** Leave out copy before this offset: it was set on another page. */
  fromOffset?: number
  /** Lines to set it in, one of `countLines` (default: the best). */
  lineCount?: number
  /** Whether lines run down (default: `horizontal`). */
  writing?: 'horizontal' | 'vertical'
}

/** Text that is broken but not yet anywhere. */
export interface BrokenText {
  atoms: ReadonlyArray<Atom>
  /** Atoms of each line, the last not included. */
  spans: ReadonlyArray<LineSpan>
  /** Its lines, fitted to the measure when they are asked for. */
  readonly lines: ReadonlyArray<BrokenLine>
  request: TextRequest
}

/** Break text into lines. */
export function breakText(request: TextRequest): BrokenText {
  const {faces, lang, rules, writing = 'horizontal'} = request
  const prepared = prepareText(request.texts, {faces, lang, rules, writing})
  return breakPrepared(prepared, request)
}

/** Break text that was made ready before; `texts` is read only in need. */
export function breakPrepared(
  prepared: PreparedText,
  request: TextRequest
): BrokenText {
  const {first, room, text} = makeRoom(prepared, request)
  if (text.atoms.length === 0) {
    return {atoms: [], spans: [], lines: [], request}
  }
  const ends =
    request.lineCount === undefined
      ? breakLines(text, {...room, first})
      : breakInto(text, {...room, first}, request.lineCount)
  const findLines = once(() =>
    ends.map((to, index) =>
      fitLine(text, room, first, [ends[index - 1] ?? first, to])
    )
  )
  return {
    atoms: text.atoms,
    spans: ends.map((to, index) =>
      spanLine(text, ends[index - 1] ?? first, to)
    ),
    get lines() {
      return findLines()
    },
    request
  }
}

/**
 * Find the numbers of lines that text can be set in, the best first; the best
 * is what `breakPrepared` makes.
 */
export function countLines(
  prepared: PreparedText,
  request: TextRequest
): ReadonlyArray<LineCountOption> {
  const {first, room, text} = makeRoom(prepared, request)
  if (text.atoms.length === 0) return [{lineCount: 0, cost: 0}]
  const {cost, ends} = findBestLines(text, {...room, first})
  const lineCount = ends.length
  const {options} = countLineOptions(text, {...room, first})
  const others = options.filter((option) => option.lineCount !== lineCount)
  return [{lineCount, cost}, ...others]
}

function breakInto(
  text: PreparedText,
  request: BreakRequest,
  lineCount: number
): Array<number> {
  const best = breakLines(text, request)
  if (best.length === lineCount) return best
  const {endsOf, options} = countLineOptions(text, request)
  const option = options.find((one) => one.lineCount === lineCount)
  return option ? endsOf(option) : best
}

/** Where the text begins, and the room its lines have. */
function makeRoom(
  prepared: PreparedText,
  request: TextRequest
): {text: PreparedText; room: LineRoom; first: number} {
  const {faces, lang, measurePt, rules, writing = 'horizontal'} = request
  const fromOffset = request.fromOffset ?? 0
  const firstIndentPt = request.firstIndentPt ?? 0
  const indentPt = request.indentPt ?? 0
  const widestPt = measurePt - Math.max(firstIndentPt, indentPt)
  const text =
    prepared.widestPt > widestPt
      ? prepareText(request.texts, {faces, lang, rules, widestPt, writing})
      : prepared
  return {
    text,
    first: findFirst(text, fromOffset),
    room: {
      measurePt,
      firstIndentPt: fromOffset > 0 ? indentPt : firstIndentPt,
      indentPt,
      isJustified: request.align === 'justify'
    }
  }
}

/** Find the break at which copy from an offset on begins. */
function findFirst({atoms, breaks}: PreparedText, fromOffset: number): number {
  if (fromOffset === 0) return 0
  for (let at = 0; at < breaks.count - 1; at++) {
    const atom = atoms[breaks.startAtom[at] ?? 0]
    if (atom && atom.start >= fromOffset && atom.end > fromOffset) return at
  }
  return breaks.count - 1
}

/**
 * Set one line of broken text; its baseline is `yPt`. A line that runs down has
 * its axis at `xPt` and begins at `yPt`.
 */
export function placeLine(
  text: BrokenText,
  lineIndex: number,
  xPt: number,
  yPt: number
): Array<Line | Rule> {
  const broken = text.lines[lineIndex]
  if (!broken) return []
  const {align, faces, measurePt, writing} = text.request
  const join = joinAfter(text, broken)
  const place = {xPt, yPt, measurePt, align, join}
  if (writing === 'vertical') {
    return setLineDown(text.atoms, broken, place, faces)
  }
  const set = setLine(text.atoms, broken, place, faces)
  return [set.line, ...set.over]
}

/** Count characters of copy in a line. */
export function countCharacters(text: BrokenText, lineIndex: number): number {
  const line = text.spans[lineIndex]
  if (!line) return 0
  const first = text.atoms[line.start]
  const last = text.atoms[line.end - 1]
  return first && last ? last.end - first.start : 0
}

/** Find the offset in the block's copy after a line. */
export function offsetAfter(text: BrokenText, lineIndex: number): number {
  const line = text.spans[lineIndex]
  return (line && text.atoms[line.end - 1]?.end) ?? 0
}

/** Characters no face has, each once. */
export function listMissing(atoms: ReadonlyArray<Atom>): Array<string> {
  const missing = new Set<string>()
  for (const {shaped} of atoms) {
    for (const character of shaped.missing) missing.add(character)
  }
  return [...missing]
}

function joinAfter(text: BrokenText, line: BrokenLine): Line['join'] {
  if (line.end >= text.atoms.length) return ''
  if (line.isHyphenated) return '-'
  return text.atoms[line.end - 1]?.kind === 'space' ? ' ' : ''
}
