// Setting text: styled text to lines, one under the other.

import type {Line, Rule} from '../model/page.ts'
import type {CompositionRules} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import type {Atom} from './atoms.ts'
import {breakLines} from './break-lines.ts'
import {fitLine, type BrokenLine} from './fit-line.ts'
import type {StyledText} from './inline.ts'
import {prepareText, type PreparedText} from './prepare-text.ts'
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
}

/** Text that is broken but not yet anywhere. */
export interface BrokenText {
  atoms: ReadonlyArray<Atom>
  lines: ReadonlyArray<BrokenLine>
  request: TextRequest
}

/** Break text into lines. */
export function breakText(request: TextRequest): BrokenText {
  const {faces, lang, rules} = request
  const prepared = prepareText(request.texts, {faces, lang, rules})
  return breakPrepared(prepared, request)
}

/** Break text that was made ready before; `texts` is not read again. */
export function breakPrepared(
  prepared: PreparedText,
  request: TextRequest
): BrokenText {
  const {faces, lang, measurePt, rules} = request
  const fromOffset = request.fromOffset ?? 0
  const firstIndentPt = request.firstIndentPt ?? 0
  const indentPt = request.indentPt ?? 0
  const roomPt = measurePt - Math.max(firstIndentPt, indentPt)
  const text =
    prepared.widestPt > roomPt
      ? prepareText(request.texts, {faces, lang, rules, widestPt: roomPt})
      : prepared
  if (text.atoms.length === 0) return {atoms: [], lines: [], request}

  const first = findFirst(text, fromOffset)
  const room = {
    measurePt,
    firstIndentPt: fromOffset > 0 ? indentPt : firstIndentPt,
    indentPt,
    isJustified: request.align === 'justify'
  }
  const ends = breakLines(text, {...room, first})
  const lines = ends.map((to, index) =>
    fitLine(text, room, first, [ends[index - 1] ?? first, to])
  )
  return {atoms: text.atoms, lines, request}
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

/** Set one line of broken text; its baseline is `yPt`. */
export function placeLine(
  text: BrokenText,
  lineIndex: number,
  xPt: number,
  yPt: number
): Array<Line | Rule> {
  const broken = text.lines[lineIndex]
  if (!broken) return []
  const {request} = text
  const set = setLine(
    text.atoms,
    broken,
    {
      xPt,
      yPt,
      measurePt: request.measurePt,
      align: request.align,
      join: joinAfter(text, broken)
    },
    request.faces
  )
  return [set.line, ...set.over]
}

/** Count characters of copy in a line. */
export function countCharacters(text: BrokenText, lineIndex: number): number {
  const line = text.lines[lineIndex]
  if (!line) return 0
  const first = text.atoms[line.start]
  const last = text.atoms[line.end - 1]
  return first && last ? last.end - first.start : 0
}

/** Find the offset in the block's copy after a line. */
export function offsetAfter(text: BrokenText, lineIndex: number): number {
  const line = text.lines[lineIndex]
  return (line && text.atoms[line.end - 1]?.end) ?? 0
}

/** Characters no face has, each once. */
export function listMissing(text: BrokenText): Array<string> {
  return [...new Set(text.atoms.flatMap((atom) => [...atom.shaped.missing]))]
}

function joinAfter(text: BrokenText, line: BrokenLine): Line['join'] {
  if (line.end >= text.atoms.length) return ''
  return text.atoms[line.end - 1]?.kind === 'space' ? ' ' : ''
}
