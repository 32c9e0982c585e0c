// Atoms of a vertical line: hanzi and marks stand upright, the marks in their
// vertical forms; words are turned; one or two digits, or a letter, stand
// upright side by side in one square (CLREQ, vertical writing mode).

import type {FaceTable, ShapedText} from '../type/type.ts'
import type {Atom} from './atoms.ts'

/** Turn atoms that were made for a horizontal line. */
export function turnAtoms(
  atoms: ReadonlyArray<Atom>,
  faces: FaceTable
): Array<Atom> {
  return atoms.map((atom) => turnAtom(atom, faces))
}

const short = /^(?:\d{1,2}|\p{L}|\d%|[·・‧])$/u
const quote = /^[“”‘’]$/u
/** Lines and dots that go on along the line: they are turned whole. */
const along = /^[—…⸺⋯]+$/u
/** Marks that are turned where a face has no vertical form of them. */
const turning = /^[～〜《》〈〉（）「」『』【】〔〕［］｛｝]$/u

function turnAtom(atom: Atom, faces: FaceTable): Atom {
  const {style, text} = atom
  if (atom.kind === 'space') return {...atom, turn: 'sideways'}
  if (quote.test(text)) return toUpright(atom, faces)
  if (!isSquareText(atom.shaped, text)) {
    const isShort = short.test(text) && atom.shaped.widthEm <= 1.3
    if (!isShort) return {...atom, turn: 'sideways'}
    // In Chinese it behaves as the hanzi around it do.
    const kind = atom.kind === 'latin' ? 'han' : atom.kind
    return {
      ...atom,
      turn: 'square',
      kind,
      widthPt: style.sizePt,
      leadPt: 0,
      trailPt: 0,
      shiftPt: 0
    }
  }
  const isTurned =
    along.test(text) ||
    (turning.test(text) && !hasVerticalForm(text, atom, faces))
  if (isTurned) {
    return {...atom, turn: 'sideways'}
  }
  return toUpright(atom, faces)
}

/** Stand characters one under the other, each in a square. */
function toUpright(atom: Atom, faces: FaceTable): Atom {
  const {kind, style, text} = atom
  const pieces = [...text].map((one) =>
    faces.shapeDown(one, style.face, style.lang)
  )
  let widthEm = 0
  for (const piece of pieces) widthEm += piece.widthEm
  const shaped: ShapedText = {
    pieces: pieces.flatMap((piece) => piece.pieces),
    widthEm,
    missing: atom.shaped.missing
  }
  // Question and exclamation marks stand in the middle of their square.
  const isCentred = /[！？：；]/u.test(text)
  const halfPt = isCentred ? 0 : style.sizePt / 2
  const leadPt = kind === 'open' ? halfPt : 0
  const trailPt = kind === 'close' || kind === 'point' ? halfPt : 0
  const trackingPt = style.trackingEm * style.sizePt
  return {
    ...atom,
    turn: 'upright',
    shaped,
    widthPt: widthEm * style.sizePt - leadPt - trailPt + trackingPt,
    leadPt,
    trailPt,
    shiftPt: -leadPt
  }
}

/** Tell whether every character fills a square. */
function isSquareText({widthEm}: ShapedText, text: string): boolean {
  return Math.abs(widthEm - [...text].length) < 0.05
}

/** Tell whether a face draws a mark otherwise where lines run down. */
function hasVerticalForm(
  text: string,
  {style}: Atom,
  faces: FaceTable
): boolean {
  const [across] = faces.shape(text, style.face, style.lang).pieces
  const [down] = faces.shapeDown(text, style.face, style.lang).pieces
  return (
    down?.face === across?.face && down?.glyphs[0]?.id !== across?.glyphs[0]?.id
  )
}
