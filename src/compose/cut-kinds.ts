// Text cut where the kind of its characters changes: hanzi and marks one by
// one, words whole.

import {classify, type CharacterClass} from './classify.ts'
import type {Seam} from './atoms.ts'

/** Text of one kind, and how it may part from what follows. */
export interface Piece {
  kind: CharacterClass
  text: string
  seam?: Seam
}

/** Marks that are letters of a word where they stand inside one. */
const innerMarks = new Set('/-–·’')
const letter = /^[\p{L}\p{N}]$/u

/** In Chinese faces a square, half of it blank: a piece of its own. */
const apostrophe = '’'

/** Cut text into pieces. */
export function cutKinds(text: string, isHan: boolean): Array<Piece> {
  const pieces: Array<Piece> = []
  const characters = [...text]
  let index = -1
  for (const character of characters) {
    index++
    const last = pieces.at(-1)
    let kind = classify(character, isHan)
    const isInner = innerMarks.has(character) && last?.kind === 'latin'
    const next = characters[index + 1]
    // `km/h`, `COVID-19`, `don’t`, `https://`: the mark is a letter of the word.
    const isScheme = character === '/' && next === '/'
    if (isInner && (isScheme || isLatin(next))) kind = 'latin'
    const isApart = isHan && character === apostrophe
    if (!isApart && last?.kind === kind && joins(last)) last.text += character
    else pieces.push({kind, text: character})
  }
  return pieces

  function isLatin(character: string | undefined): boolean {
    return (
      character !== undefined &&
      letter.test(character) &&
      classify(character, isHan) === 'latin'
    )
  }
}

/** Tell whether the next character of its kind is part of a piece. */
function joins({kind, text}: Piece): boolean {
  // Of several dashes and ellipses each is two characters.
  if (kind === 'dash' || kind === 'ellipsis') return text.length < 2
  if (text === apostrophe) return false
  return kind === 'latin' || kind === 'space'
}
