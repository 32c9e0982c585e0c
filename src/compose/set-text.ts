// Setting text: styled text to lines, one under the other.

import type {Line, Rule} from '../model/page.ts'
import type {CompositionRules} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import {toAtoms, type Atom} from './atoms.ts'
import {breakLines, type BrokenLine} from './break-lines.ts'
import {isHanLanguage} from './classify.ts'
import type {StyledText} from './inline.ts'
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
  const {faces, lang, measurePt} = request
  const fromOffset = request.fromOffset ?? 0
  const indentPt = Math.max(request.firstIndentPt ?? 0, request.indentPt ?? 0)
  const roomPt = measurePt - indentPt
  const atoms = toAtoms(request.texts, {faces, lang, measurePt: roomPt}).filter(
    (atom) =>
      atom.start >= fromOffset && (fromOffset === 0 || atom.end > fromOffset)
  )
  const firstIndentPt =
    fromOffset > 0 ? (request.indentPt ?? 0) : (request.firstIndentPt ?? 0)
  const lines = breakLines({
    atoms: trimSpaces(atoms),
    measurePt,
    firstIndentPt,
    indentPt: request.indentPt ?? 0,
    rules: request.rules,
    isHan: isHanLanguage(lang),
    isJustified: request.align === 'justify'
  })
  return {atoms: trimSpaces(atoms), lines, request}
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

function trimSpaces(atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> {
  let start = 0
  let end = atoms.length
  while (atoms[start]?.kind === 'space') start++
  while (end > start && atoms[end - 1]?.kind === 'space') end--
  return atoms.slice(start, end)
}
