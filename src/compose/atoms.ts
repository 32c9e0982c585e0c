// Atoms: the pieces of a paragraph that a line break never parts. A hanzi or a
// mark is one; so are a word, a number, a dash —— and an ellipsis ……

import type {FaceTable, ShapedText} from '../type/type.ts'
import {classify, isHanLanguage, type CharacterClass} from './classify.ts'
import type {InlineStyle, StyledText} from './inline.ts'

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
  annotation?: string
  isName: boolean
}

/** What making atoms reads. */
export interface AtomOptions {
  faces: FaceTable
  lang: string
  /** Widest an atom may be, in points; longer words are cut into letters. */
  measurePt: number
}

/** Marks whose square is half blank: half of an em. */
const halfEm = 0.5

/** Make atoms of styled text. */
export function toAtoms(
  texts: ReadonlyArray<StyledText>,
  options: AtomOptions
): Array<Atom> {
  const isHan = isHanLanguage(options.lang)
  const atoms: Array<Atom> = []
  let offset = 0

  for (const styled of texts) {
    const length = styled.isCopy ? 1 : 0
    if (styled.isBreak) {
      const last = atoms.at(-1)
      if (last) last.isBreak = true
      continue
    }
    for (const word of styled.annotation
      ? [{kind: 'han' as const, text: styled.text}]
      : cutWords(styled.text, isHan)) {
      for (const part of fit(word, styled.style, options)) {
        const start = offset
        offset += part.text.length * length
        atoms.push(toAtom(part, styled, options, start, offset))
      }
    }
  }

  return atoms
}

interface Word {
  kind: CharacterClass
  text: string
}

function cutWords(text: string, isHan: boolean): Array<Word> {
  const words: Array<Word> = []
  for (const character of text) {
    const kind = classify(character, isHan)
    const last = words.at(-1)
    if (last && last.kind === kind && joins(kind)) last.text += character
    else words.push({kind, text: character})
  }
  return words
}

function joins(kind: CharacterClass): boolean {
  return (
    kind === 'latin' ||
    kind === 'dash' ||
    kind === 'ellipsis' ||
    kind === 'space'
  )
}

/** Cut a word that is wider than the measure. */
function fit(
  word: Word,
  style: InlineStyle,
  options: AtomOptions
): Array<Word> {
  if (word.kind !== 'latin' || word.text.length < 2) return [word]
  // Long words may part after these, as addresses do.
  const pieces = word.text.match(/[^/\-–—]+[/\-–—]*|[/\-–—]+/gu) ?? [word.text]
  const parts =
    pieces.length > 1 && word.text.length > 12 ? pieces : [word.text]
  return parts.flatMap((text) => {
    const shaped = options.faces.shape(text, style.face, style.lang)
    return shaped.widthEm * style.sizePt <= options.measurePt
      ? [{kind: word.kind, text}]
      : [...text].map((letter) => ({kind: word.kind, text: letter}))
  })
}

function toAtom(
  word: Word,
  styled: StyledText,
  options: AtomOptions,
  start: number,
  end: number
): Atom {
  const {style} = styled
  const text = word.kind === 'space' ? ' ' : word.text
  const shaped = options.faces.shape(text, style.face, style.lang)
  const fullPt = shaped.widthEm * style.sizePt
  const isHalfBlank = Math.abs(shaped.widthEm - 1) < 0.02
  const blankPt = isHalfBlank ? halfEm * style.sizePt : 0
  const hasLead = word.kind === 'open'
  const hasTrail = word.kind === 'close' || word.kind === 'point'
  const leadPt = hasLead ? blankPt : 0
  const trailPt = hasTrail ? blankPt : 0

  return {
    kind: word.kind,
    text: word.text,
    style,
    shaped,
    widthPt:
      word.kind === 'space' ? 0 : fullPt - leadPt - trailPt + trackingOf(word),
    leadPt,
    trailPt,
    shiftPt: -leadPt,
    start,
    end,
    isBreak: false,
    ...(styled.annotation ? {annotation: styled.annotation} : {}),
    isName: styled.isName ?? false
  }

  function trackingOf({kind}: Word): number {
    return kind === 'latin' ? 0 : style.trackingEm * style.sizePt
  }
}
