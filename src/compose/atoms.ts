// Atoms: the pieces of a paragraph that a line break never parts. A hanzi or a
// mark is one; so are a dash —— and an ellipsis ……; a word is one, or several
// where it may be parted.

import {isHanLanguage} from '../model/is-han-language.ts'
import type {FaceTable, ShapedText} from '../type/type.ts'
import type {CharacterClass} from './classify.ts'
import {cutKinds, type Piece} from './cut-kinds.ts'
import {cutWord} from './cut-word.ts'
import type {InlineStyle, StyledText} from './inline.ts'
import {findUnicodeBreaks} from './unicode-breaks.ts'

/** Something that stands in a line whole. */
export interface Atom {
  kind: CharacterClass
  text: string
  style: InlineStyle
  shaped: ShapedText
  /** Width of what is never squeezed, in points. */
  widthPt: number
  /** Blank of the mark's own square before and after it, in points. */
  leadPt: number
  trailPt: number
  /** How far the origin of the first glyph stands right of the atom's left. */
  shiftPt: number
  /** Characters of the block's copy before it, and after it. */
  start: number
  end: number
  /** A line must end after it. */
  isBreak: boolean
  /** Whether Unicode lets no line end before it (default: no). */
  holdsOn?: boolean
  /**
   * How it may part from the next piece of the same word; `undefined` at the
   * end of a word. The pieces of a word in one line are shaped together.
   */
  seam?: Seam
  /** How much closer the next piece stands than two words would, in points. */
  seamPt?: number
  /** Width of the hyphen added where the line ends here, in points. */
  hyphenPt?: number
  annotation?: string
  isName: boolean
  /** How it stands in a vertical line; absent in horizontal ones. */
  turn?: Turn
}

/** Where a word may be parted: with a hyphen, after a mark, or in need. */
export type Seam = 'anywhere' | 'hyphen' | 'mark'

/**
 * How a piece stands in a vertical line: `upright`, with the vertical forms of
 * marks; a word turned `sideways`; or short digits side by side in one square.
 */
export type Turn = 'sideways' | 'square' | 'upright'

/** What making atoms reads. */
export interface AtomOptions {
  faces: FaceTable
  lang: string
  /** Whether words may be hyphenated. */
  hyphenates: boolean
  /** Widest an atom may be, in points; words wider are cut into letters. */
  widestPt?: number
}

/** Make atoms of styled text. */
export function toAtoms(
  texts: ReadonlyArray<StyledText>,
  options: AtomOptions
): Array<Atom> {
  const isHan = isHanLanguage(options.lang)
  const atoms: Array<Atom> = []
  const breaks = findUnicodeBreaks(texts.map(({text}) => text).join(''))
  let offset = 0
  let unit = 0

  for (const styled of texts) {
    const length = styled.isCopy ? 1 : 0
    if (styled.isBreak) {
      const last = atoms.at(-1)
      if (last) last.isBreak = true
      continue
    }
    for (const word of styled.annotation
      ? [{kind: 'han' as const, text: styled.text}]
      : cutKinds(styled.text, isHan)) {
      const pieces = cut(word, styled.style, options).map((piece) => {
        const start = offset
        offset += piece.text.length * length
        const atom = toAtom(piece, styled, options, start, offset)
        if (breaks[unit] === 'forbidden') atom.holdsOn = true
        unit += piece.text.length
        return atom
      })
      if (pieces.length > 1) joinPieces(pieces, options.faces)
      atoms.push(...pieces)
    }
  }

  return atoms
}

/** Cut words where they may be parted. */
function cut(
  word: Piece,
  style: InlineStyle,
  {faces, hyphenates, widestPt}: AtomOptions
): Array<Piece> {
  if (word.kind !== 'latin' || word.text.length < 2) return [word]
  const pieces: Array<Piece> = []
  for (const {seam, text} of cutWord(word.text, style.lang, hyphenates)) {
    const isWide =
      widestPt !== undefined &&
      faces.shape(text, style.face, style.lang).widthEm * style.sizePt >
        widestPt
    if (isWide) {
      for (const letter of text) {
        pieces.push({kind: word.kind, text: letter, seam: 'anywhere'})
      }
      const last = pieces.at(-1)
      if (last && !seam) delete last.seam
    } else {
      pieces.push({kind: word.kind, text, ...(seam ? {seam} : {})})
    }
  }
  return pieces
}

function toAtom(
  piece: Piece,
  styled: StyledText,
  options: AtomOptions,
  start: number,
  end: number
): Atom {
  const {style} = styled
  const {kind} = piece
  const text = kind === 'space' ? ' ' : piece.text
  const shaped = options.faces.shape(text, style.face, style.lang)
  const isSquare = kind === 'latin' && text === '’' && shaped.widthEm > 0.9
  const fullPt = (isSquare ? apostropheEm : shaped.widthEm) * style.sizePt
  const [leadEm, trailEm] = blankOf(piece, shaped.widthEm)
  const leadPt = leadEm * style.sizePt
  const trailPt = trailEm * style.sizePt
  const trackingPt = kind === 'latin' ? 0 : style.trackingEm * style.sizePt

  const atom: Atom = {
    kind,
    text: piece.text,
    style,
    shaped,
    widthPt: kind === 'space' ? 0 : fullPt - leadPt - trailPt + trackingPt,
    leadPt,
    trailPt,
    shiftPt: -leadPt,
    start,
    end,
    isBreak: false,
    isName: styled.isName ?? false
  }
  if (piece.seam) atom.seam = piece.seam
  if (styled.annotation) atom.annotation = styled.annotation
  return atom
}

/** Room for an apostrophe whose square is mostly blank. */
const apostropheEm = 0.28

/** Measure pieces of a word as they stand in the word: kerned, in ligatures. */
function joinPieces(pieces: ReadonlyArray<Atom>, faces: FaceTable): void {
  let prefix = ''
  let prefixPt = 0
  for (const [index, piece] of pieces.entries()) {
    const {face, lang, sizePt} = piece.style
    prefix += piece.text
    const joinedPt = faces.shape(prefix, face, lang).widthEm * sizePt
    const before = pieces[index - 1]
    if (before) before.seamPt = joinedPt - prefixPt - piece.widthPt
    if (piece.seam === 'hyphen') {
      const hyphenated = faces.shape(`${piece.text}-`, face, lang)
      piece.hyphenPt = hyphenated.widthEm * sizePt - piece.widthPt
    }
    prefixPt = joinedPt
  }
}

// Marks of two in one square: their square has no half to give.
const full = /^[‼⁇⁈⁉]$/u

/** Blank in a mark's square before and after it, in em. */
function blankOf(
  {kind, text}: Piece,
  widthEm: number
): readonly [number, number] {
  const isSquare = Math.abs(widthEm - 1) < 0.02
  if (!isSquare || full.test(text)) return [0, 0]
  if (kind === 'open') return [0.5, 0]
  if (kind === 'close' || kind === 'point') return [0, 0.5]
  return kind === 'middle' ? [0.25, 0.25] : [0, 0]
}
