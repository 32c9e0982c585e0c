// Setting a vertical line: glyphs one under the other, down the axis.
//
// What stands side by side in one square is a line of its own, across the
// axis, between the piece above it and the piece below: so the characters of a
// line stay in their order and every line runs one way.

import type {Line, Rule} from '../model/page.ts'
import type {FaceTable} from '../type/type.ts'
import type {Atom} from './atoms.ts'
import type {BrokenLine} from './fit-line.ts'
import {findRun, measureBroken, toRun} from './line-runs.ts'
import {emAscentRatio, hasDot} from './set-line.ts'

/** Where a vertical line goes. */
export interface DownPlace {
  /** Axis: the middle of its hanzi. */
  xPt: number
  /** Upper end of the measure. */
  yPt: number
  measurePt: number
  align: 'center' | 'justify' | 'left' | 'right'
  /** What joins it to the next line of its block. */
  join: Line['join']
}

/** How far left of the axis the baseline of turned words is, in em. */
const turnedBaselineEm = emAscentRatio - 0.5

/** Set one line of turned atoms. */
export function setLineDown(
  atoms: ReadonlyArray<Atom>,
  broken: BrokenLine,
  place: DownPlace,
  faces: FaceTable
): Array<Line | Rule> {
  const slackPt = place.measurePt - measureBroken(atoms, broken)
  const share = {center: 0.5, justify: 0, left: 0, right: 1}[place.align]
  let yPt = place.yPt + broken.indentPt + Math.max(0, slackPt) * share
  const lines: Array<Line> = []
  const beside: Array<Line | Rule> = []
  let line: Line | undefined

  for (let index = broken.start; index < broken.end; index++) {
    const atom = atoms[index]
    if (!atom) continue
    if (atom.turn === 'square') {
      lines.push(setSquare(atom, yPt))
      line = undefined
    } else {
      line ??= begin(yPt)
      addAtom(line, atom, place.xPt, yPt)
    }
    if (hasDot(atom)) beside.push(setDot(atom, place.xPt, yPt))
    if (atom.annotation) beside.push(setRuby(atom, place.xPt, yPt, faces))
    yPt += atom.widthPt + (broken.gapsPt[index - broken.start] ?? 0)
  }

  const last = lines.at(-1)
  if (last) last.join = place.join
  return [...lines, ...beside]

  function begin(topPt: number): Line {
    const made = toLine(place.xPt, topPt, 'vertical', broken.stretchEm)
    lines.push(made)
    return made
  }

  function setSquare(atom: Atom, topPt: number): Line {
    const {style} = atom
    const naturalPt = atom.shaped.widthEm * style.sizePt
    // A little too wide for its square: a little smaller.
    const sizePt = Math.min(
      style.sizePt,
      (style.sizePt * style.sizePt) / naturalPt
    )
    const widthPt = atom.shaped.widthEm * sizePt
    const leftPt = place.xPt - widthPt / 2
    const baselinePt = topPt + style.sizePt / 2 + sizePt * (emAscentRatio - 0.5)
    const made = toLine(leftPt, baselinePt, 'horizontal', 0)
    made.widthPt = widthPt
    made.ascentPt = sizePt * emAscentRatio
    made.descentPt = sizePt * (1 - emAscentRatio)
    let xPt = leftPt
    for (const piece of atom.shaped.pieces) {
      const run = toRun(piece.face, {...style, sizePt})
      for (const {advanceEm, id, text} of piece.glyphs) {
        const advancePt = advanceEm * sizePt
        run.glyphs.push({id, text, xPt, advancePt})
        xPt += advancePt
      }
      made.children.push(run)
    }
    return made
  }
}

function toLine(
  xPt: number,
  yPt: number,
  writing: Line['writing'],
  stretchEm: number
): Line {
  return {
    type: 'line',
    xPt,
    yPt,
    widthPt: 0,
    ascentPt: 0,
    descentPt: 0,
    join: '',
    stretchEm,
    writing,
    children: []
  }
}

function addAtom(line: Line, atom: Atom, axisPt: number, topPt: number): void {
  const {style} = atom
  const isTurned = atom.turn === 'sideways'
  const xPt = isTurned ? axisPt - turnedBaselineEm * style.sizePt : axisPt
  let yPt = topPt + atom.shiftPt
  for (const [index, piece] of atom.shaped.pieces.entries()) {
    const last = line.children.at(-1)
    const found = findRun(last, piece.face, atom, index === 0)
    const run =
      found && (found.isTurned ?? false) === isTurned
        ? found
        : toRun(piece.face, style, atom.annotation)
    if (run !== last) line.children.push(run)
    if (isTurned) run.isTurned = true
    for (const {advanceEm, id, shiftEm = 0, text} of piece.glyphs) {
      const advancePt = advanceEm * style.sizePt
      const startPt = yPt + shiftEm * style.sizePt
      run.glyphs.push({id, text, xPt, advancePt, yPt: startPt})
      yPt += advancePt
    }
  }
  line.widthPt = topPt + atom.widthPt + atom.trailPt - line.yPt
  line.ascentPt = Math.max(line.ascentPt, style.sizePt / 2)
  line.descentPt = Math.max(line.descentPt, style.sizePt / 2)
}

/** An emphasis dot stands right of its hanzi. */
function setDot(atom: Atom, axisPt: number, topPt: number): Rule {
  const {color, sizePt} = atom.style
  const sidePt = sizePt * 0.16
  return {
    type: 'rule',
    pattern: 'dot',
    xPt: axisPt + sizePt * 0.485,
    yPt: topPt + (atom.widthPt - sidePt) / 2,
    widthPt: sidePt,
    depthPt: sidePt,
    color
  }
}

/** Ruby stands right of its base, running down. */
function setRuby(
  atom: Atom,
  axisPt: number,
  topPt: number,
  faces: FaceTable
): Line {
  const {style} = atom
  const text = atom.annotation ?? ''
  const shaped = faces.shape(text, style.face, style.lang)
  const usualPt = style.sizePt * 0.34
  const roomPt = atom.widthPt + style.sizePt * 0.5
  const sizePt = Math.min(usualPt, roomPt / Math.max(0.01, shaped.widthEm))
  const lengthPt = shaped.widthEm * sizePt
  let yPt = topPt + (atom.widthPt - lengthPt) / 2
  // Hanzi leave white at the sides of their square: the line beside is not
  // touched.
  const xPt = axisPt + style.sizePt * 0.46 + sizePt * 0.5
  const line = toLine(xPt, yPt, 'vertical', 0)
  line.widthPt = lengthPt
  line.ascentPt = sizePt / 2
  line.descentPt = sizePt / 2
  const isTurned = !isSquare(shaped.widthEm, text)
  const pieces = isTurned
    ? shaped.pieces
    : faces.shapeDown(text, style.face, style.lang).pieces
  for (const piece of pieces) {
    const run = toRun(piece.face, {...style, sizePt, mark: 'ruby'})
    if (isTurned) run.isTurned = true
    for (const {advanceEm, id, text: value} of piece.glyphs) {
      const advancePt = advanceEm * sizePt
      const glyphXPt = isTurned ? xPt - turnedBaselineEm * sizePt : xPt
      run.glyphs.push({id, text: value, xPt: glyphXPt, advancePt, yPt})
      yPt += advancePt
    }
    line.children.push(run)
  }
  return line
}

function isSquare(widthEm: number, text: string): boolean {
  return Math.abs(widthEm - [...text].length) < 0.05
}
