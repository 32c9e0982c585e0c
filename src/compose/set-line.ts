// Setting a line: from broken atoms to glyphs at fixed places.

import type {Line, Rule, Run} from '../model/page.ts'
import type {FaceTable, ShapedText} from '../type/type.ts'
import type {Atom} from './atoms.ts'
import type {BrokenLine} from './fit-line.ts'
import type {InlineStyle} from './inline.ts'
import {findRun, measureBroken, toRun} from './line-runs.ts'

/** Where a line goes. */
export interface LinePlace {
  /** Left end of the measure. */
  xPt: number
  /** Baseline. */
  yPt: number
  measurePt: number
  align: 'center' | 'justify' | 'left' | 'right'
  /** What joins it to the next line of its block. */
  join: Line['join']
}

/** A line and what stands over or under it: ruby and emphasis dots. */
export interface SetLine {
  line: Line
  /** Ruby, and emphasis dots. */
  over: ReadonlyArray<Line | Rule>
}

/** Part of the em above the baseline in a hanzi's square. */
export const emAscentRatio = 0.88

/** Set one line of atoms. */
export function setLine(
  atoms: ReadonlyArray<Atom>,
  broken: BrokenLine,
  place: LinePlace,
  faces: FaceTable
): SetLine {
  const slack = place.measurePt - measureBroken(atoms, broken)
  const share = {center: 0.5, justify: 0, left: 0, right: 1}[place.align]
  let xPt = place.xPt + broken.indentPt + Math.max(0, slack) * share
  const runs: Array<Run> = []
  const over: Array<Line | Rule> = []
  let sizePt = 0

  for (let index = broken.start; index < broken.end; index++) {
    const first = index
    while (atoms[index]?.seam && index + 1 < broken.end) index++
    const isHyphenated = broken.isHyphenated && index + 1 >= broken.end
    const atom = joinPieces(atoms.slice(first, index + 1), faces, isHyphenated)
    if (!atom) continue
    const letterSpacePt =
      atom.kind === 'latin' ? (broken.letterSpacePt ?? 0) : 0
    sizePt = Math.max(sizePt, atom.style.sizePt)
    const letterGapCount = addAtom(runs, atom, xPt, letterSpacePt)
    if (hasDot(atom)) over.push(setDot(atom, xPt, place.yPt))
    if (atom.annotation) over.push(setRuby(atom, xPt, place.yPt, faces))
    xPt +=
      atom.widthPt +
      letterGapCount * letterSpacePt +
      (broken.gapsPt[index - broken.start] ?? 0)
  }

  const line: Line = {
    type: 'line',
    xPt: place.xPt,
    yPt: place.yPt,
    widthPt: place.measurePt,
    ascentPt: sizePt * emAscentRatio,
    descentPt: sizePt * (1 - emAscentRatio),
    join: place.join,
    stretchEm: broken.stretchEm,
    ...(broken.squeezeRatio ? {squeezeRatio: broken.squeezeRatio} : {}),
    writing: 'horizontal',
    children: runs
  }
  return {line, over}
}

/** Shape the pieces of a word that stand in one line as the word they make. */
function joinPieces(
  pieces: ReadonlyArray<Atom>,
  faces: FaceTable,
  isHyphenated = false
): Atom | undefined {
  const [first] = pieces
  const last = pieces.at(-1)
  if (!first || !last || (pieces.length === 1 && !isHyphenated)) return first
  const {face, lang, sizePt} = first.style
  const text = pieces.map((piece) => piece.text).join('')
  const shaped = faces.shape(isHyphenated ? `${text}-` : text, face, lang)
  return {
    ...first,
    text,
    shaped: isHyphenated ? withoutCopy(shaped) : shaped,
    widthPt: shaped.widthEm * sizePt,
    end: last.end
  }
}

/** The hyphen at a line's end is no character of the copy. */
function withoutCopy(shaped: ShapedText): ShapedText {
  return {
    ...shaped,
    pieces: shaped.pieces.map((piece, index) => {
      if (index < shaped.pieces.length - 1) return piece
      const hyphen = piece.glyphs.at(-1)
      if (hyphen?.text !== '-') return piece
      return {
        ...piece,
        glyphs: [...piece.glyphs.slice(0, -1), {...hyphen, text: ''}]
      }
    })
  }
}

/** Add an atom's glyphs to the runs; gives the gaps between its letters. */
function addAtom(
  runs: Array<Run>,
  atom: Atom,
  leftPt: number,
  letterSpacePt: number
): number {
  let count = -1
  const {style} = atom
  let xPt = leftPt + atom.shiftPt
  for (const [index, piece] of atom.shaped.pieces.entries()) {
    const last = runs.at(-1)
    const found = findRun(last, piece.face, atom, index === 0)
    const run =
      found && found.risePt === style.risePt
        ? found
        : toRisenRun(piece.face, style, atom.annotation)
    if (run !== last) runs.push(run)
    for (const glyph of piece.glyphs) {
      const advancePt = glyph.advanceEm * style.sizePt
      const shiftPt = (glyph.shiftEm ?? 0) * style.sizePt
      const {id, text} = glyph
      run.glyphs.push({id, text, xPt: xPt + shiftPt, advancePt})
      xPt += advancePt + letterSpacePt
      count++
    }
  }
  return Math.max(0, count)
}

function toRisenRun(
  face: string,
  style: InlineStyle,
  annotation?: string
): Run {
  const run = toRun(face, style, annotation)
  if (style.risePt) run.risePt = style.risePt
  return run
}

/** Marks have no emphasis dots (GB/T 15834). */
export function hasDot({kind, style}: Atom): boolean {
  return style.mark === 'dots' && (kind === 'han' || kind === 'latin')
}

/** An emphasis dot 着重号 stands under its hanzi, within the line. */
function setDot(atom: Atom, leftPt: number, baselinePt: number): Rule {
  const {color, sizePt} = atom.style
  const sidePt = sizePt * 0.16
  return {
    type: 'rule',
    pattern: 'dot',
    xPt: leftPt + (atom.widthPt - sidePt) / 2,
    yPt: baselinePt + sizePt * 0.125,
    widthPt: sidePt,
    depthPt: sidePt,
    color
  }
}

/** Ruby stands over its base, centred, at half its size or less. */
function setRuby(
  atom: Atom,
  leftPt: number,
  baselinePt: number,
  faces: FaceTable
): Line {
  const text = atom.annotation ?? ''
  const {style} = atom
  const shaped = faces.shape(text, style.face, style.lang)
  const baseWidthPt = atom.widthPt
  const usualPt = style.sizePt * 0.38
  const roomPt = baseWidthPt + style.sizePt * 0.5
  const sizePt = Math.min(usualPt, roomPt / Math.max(0.01, shaped.widthEm))
  let xPt = leftPt + (baseWidthPt - shaped.widthEm * sizePt) / 2
  // Hanzi leave white in the upper edge of their square: so the line above
  // is not touched, and the grid not moved.
  const yPt = baselinePt - style.sizePt * 0.82
  const runs: Array<Run> = []
  const startPt = xPt
  for (const piece of shaped.pieces) {
    const run = toRisenRun(piece.face, {...style, sizePt, mark: 'ruby'})
    for (const glyph of piece.glyphs) {
      const advancePt = glyph.advanceEm * sizePt
      run.glyphs.push({id: glyph.id, text: glyph.text, xPt, advancePt})
      xPt += advancePt
    }
    runs.push(run)
  }
  return {
    type: 'line',
    xPt: startPt,
    yPt,
    widthPt: xPt - startPt,
    ascentPt: sizePt * emAscentRatio,
    descentPt: sizePt * (1 - emAscentRatio),
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children: runs
  }
}
