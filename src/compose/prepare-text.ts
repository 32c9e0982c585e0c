// Copy made ready for breaking: shaped and summed up once, so that lines of any
// measure are found by arithmetic on arrays of numbers alone.

import {isHanLanguage} from '../model/is-han-language.ts'
import type {CompositionRules} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import {toAtoms, type Atom} from './atoms.ts'
import {priceBreak} from './break-prices.ts'
import {
  countLetterGaps,
  letterShare,
  letterSqueezeEm,
  squeezeSteps,
  toGap,
  type Gap
} from './gaps.ts'
import type {StyledText} from './inline.ts'
import {turnAtoms} from './turn-atoms.ts'

/** Copy that is ready to be broken. */
export interface PreparedText {
  atoms: ReadonlyArray<Atom>
  /** Gap after each atom; the last has none. */
  gaps: ReadonlyArray<Gap>
  breaks: Breaks
  rules: CompositionRules
  isHan: boolean
  /** Size of the copy, for costs in em. */
  emPt: number
  /** Widest piece that no break parts: a measure must hold it. */
  widestPt: number
}

/**
 * Places a line may begin or end, one entry each; the first is the beginning.
 *
 * A line from break `i` to break `j` is `endPt[j] - startPt[i]` wide, and has
 * `endX[j] - startX[i]` of anything else.
 */
export interface Breaks {
  count: number
  /** First atom of a line that begins here, spaces passed over. */
  startAtom: Int32Array
  /** Atom after the last one of a line that ends here, spaces left out. */
  endAtom: Int32Array
  /** Atom of the break itself: spaces before it belong to the line before. */
  atom: Int32Array
  penalty: Float64Array
  /** `1` where a line must end. */
  isForced: Uint8Array
  startPt: Float64Array
  endPt: Float64Array
  /** What can be squeezed early, and late. */
  startEarlyPt: Float64Array
  endEarlyPt: Float64Array
  startLatePt: Float64Array
  endLatePt: Float64Array
  /** What is stretched first. */
  startSoftPt: Float64Array
  endSoftPt: Float64Array
  /** Gaps that are stretched at last. */
  startStretch: Float64Array
  endStretch: Float64Array
  /** Characters that are no marks, up to here. */
  characters: Int32Array
  /** Blank after a mark that ends a line here. */
  trailPt: Float64Array
  /** Width of a mark here that may hang out of the measure. */
  hangPt: Float64Array
  /** `1` where a hyphen is added. */
  isHyphen: Uint8Array
}

/** What preparing reads. */
export interface PrepareOptions {
  faces: FaceTable
  lang: string
  rules: CompositionRules
  /** Cut words that are wider than this into letters. */
  widestPt?: number
  /** Whether its lines run down (default: `horizontal`). */
  writing?: 'horizontal' | 'vertical'
}

/** Make copy ready for breaking. */
export function prepareText(
  texts: ReadonlyArray<StyledText>,
  options: PrepareOptions
): PreparedText {
  const {faces, lang, rules, widestPt} = options
  const made = trimSpaces(
    toAtoms(texts, {
      faces,
      lang,
      hyphenates: rules.hyphenates,
      ...(widestPt === undefined ? {} : {widestPt})
    })
  )
  const atoms = options.writing === 'vertical' ? turnAtoms(made, faces) : made
  const isHan = isHanLanguage(lang)
  const gaps: Array<Gap> = []
  let before: Atom | undefined
  for (const atom of atoms) {
    if (before) gaps.push(toGap(before, atom, rules, isHan))
    before = atom
  }
  const listed = listBreaks(
    {atoms, gaps, rules, isHan},
    listPlaces(atoms, rules)
  )
  const breaks =
    widestPt !== undefined && findWidest(listed) > widestPt
      ? listBreaks(
          {atoms, gaps, rules, isHan},
          addPlaces(listed, atoms, widestPt)
        )
      : listed

  return {
    atoms,
    gaps,
    breaks,
    rules,
    isHan,
    emPt: atoms[0]?.style.sizePt ?? 9,
    widestPt: findWidest(breaks)
  }
}

/** Width of the widest piece that no break parts, squeezed. */
function findWidest(breaks: Breaks): number {
  let widest = 0
  for (let at = 1; at < breaks.count; at++) {
    widest = Math.max(widest, widthOf(breaks, at))
  }
  return widest
}

/** Width of what stands before a break and after the one before it. */
function widthOf(breaks: Breaks, at: number): number {
  const from = at - 1
  return (
    (breaks.endPt[at] ?? 0) -
    (breaks.startPt[from] ?? 0) -
    ((breaks.endEarlyPt[at] ?? 0) - (breaks.startEarlyPt[from] ?? 0)) -
    ((breaks.endLatePt[at] ?? 0) - (breaks.startLatePt[from] ?? 0))
  )
}

/** Price of a break that must be, or a line would leave its measure. */
const emergencyPrice = 1000

/** Let what is too wide for any line part between all of its atoms. */
function addPlaces(
  breaks: Breaks,
  atoms: ReadonlyArray<Atom>,
  widestPt: number
): Array<Place> {
  const places: Array<Place> = [{atom: 0, penalty: 0}]
  for (let at = 1; at < breaks.count; at++) {
    const atom = breaks.atom[at] ?? 0
    const isWide = widthOf(breaks, at) > widestPt
    const from = isWide ? (breaks.atom[at - 1] ?? 0) + 1 : atom
    for (let inner = from; inner < atom; inner++) {
      if (atoms[inner]?.kind === 'space') continue
      places.push({atom: inner, penalty: emergencyPrice})
    }
    places.push({atom, penalty: breaks.penalty[at] ?? 0})
  }
  return places
}

function trimSpaces(atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> {
  let start = 0
  let end = atoms.length
  while (atoms[start]?.kind === 'space') start++
  while (end > start && atoms[end - 1]?.kind === 'space') end--
  return atoms.slice(start, end)
}

/** A place where a line may end: the atom after it, and its price. */
interface Place {
  atom: number
  penalty: number
}

function listBreaks(
  {
    atoms,
    gaps,
    isHan,
    rules
  }: Pick<PreparedText, 'atoms' | 'gaps' | 'isHan' | 'rules'>,
  places: ReadonlyArray<Place>
): Breaks {
  const lettersOf = (atom: Atom | undefined): number =>
    atom && rules.maxLetterSpaceEm > 0 ? countLetterGaps(atom, isHan) : 0
  const squeezeOf = (atom: Atom | undefined): number =>
    atom ? lettersOf(atom) * letterSqueezeEm * atom.style.sizePt : 0
  const sums = sumUp(atoms, gaps, lettersOf, squeezeOf)
  const breaks = emptyBreaks(places.length)

  let at = -1
  for (const {atom, penalty} of places) {
    at++
    let startAtom = atom
    while (atoms[startAtom]?.kind === 'space') startAtom++
    let endAtom = atom
    while (endAtom > 0 && atoms[endAtom - 1]?.kind === 'space') endAtom--
    const last = Math.max(0, endAtom - 1)
    const lastAtom = atoms[last]
    const hyphenPt = lastAtom?.hyphenPt ?? 0

    breaks.atom[at] = atom
    breaks.startAtom[at] = startAtom
    breaks.endAtom[at] = endAtom
    breaks.penalty[at] = penalty
    breaks.isForced[at] = atoms[atom - 1]?.isBreak ? 1 : 0
    breaks.startPt[at] = sums.leftPt[startAtom] ?? 0
    breaks.endPt[at] =
      (sums.leftPt[last] ?? 0) + (lastAtom?.widthPt ?? 0) + hyphenPt
    breaks.startEarlyPt[at] = sums.earlyPt[startAtom] ?? 0
    breaks.endEarlyPt[at] = sums.earlyPt[last] ?? 0
    breaks.startLatePt[at] = sums.latePt[startAtom] ?? 0
    breaks.endLatePt[at] = (sums.latePt[last] ?? 0) + squeezeOf(lastAtom)
    breaks.startSoftPt[at] = sums.softPt[startAtom] ?? 0
    breaks.endSoftPt[at] = sums.softPt[last] ?? 0
    breaks.startStretch[at] = sums.stretch[startAtom] ?? 0
    breaks.endStretch[at] =
      (sums.stretch[last] ?? 0) + lettersOf(lastAtom) * letterShare
    breaks.characters[at] = sums.characters[atom] ?? 0
    breaks.trailPt[at] = lastAtom?.trailPt ?? 0
    breaks.hangPt[at] = lastAtom && hangs(lastAtom) ? lastAtom.widthPt : 0
    breaks.isHyphen[at] = hyphenPt > 0 ? 1 : 0
  }

  return breaks
}

/** Marks that may hang: those that stand in the corner of their square. */
function hangs({kind, text, trailPt}: Atom): boolean {
  return kind === 'point' && trailPt > 0 && /^[。，、．]$/u.test(text)
}

function listPlaces(
  atoms: ReadonlyArray<Atom>,
  rules: CompositionRules
): Array<Place> {
  const places: Array<Place> = [{atom: 0, penalty: 0}]
  for (let index = 0; index < atoms.length - 1; index++) {
    const penalty = atoms[index]?.isBreak ? 0 : priceBreak(atoms, index, rules)
    if (penalty < Infinity) places.push({atom: index + 1, penalty})
  }
  places.push({atom: atoms.length, penalty: 0})
  return places
}

/** Sums up to the left of each atom. */
interface Sums {
  leftPt: Float64Array
  earlyPt: Float64Array
  latePt: Float64Array
  softPt: Float64Array
  stretch: Float64Array
  characters: Int32Array
}

// Read before the next text is summed up: the same room serves all.
let sharedSums = toSums(0)

function toSums(length: number): Sums {
  return {
    leftPt: new Float64Array(length),
    earlyPt: new Float64Array(length),
    latePt: new Float64Array(length),
    softPt: new Float64Array(length),
    stretch: new Float64Array(length),
    characters: new Int32Array(length)
  }
}

/** Sum up texts, the one after the other: each takes the room of the last. */
function sumUp(
  atoms: ReadonlyArray<Atom>,
  gaps: ReadonlyArray<Gap>,
  lettersOf: (atom: Atom) => number,
  squeezeOf: (atom: Atom) => number
): Sums {
  const length = atoms.length + 1
  // The first of each is `0`, and stays so.
  if (sharedSums.leftPt.length < length) sharedSums = toSums(length * 2)
  const sums = sharedSums
  let index = -1
  for (const atom of atoms) {
    index++
    const gap = gaps[index]
    const isEarly = (gap?.squeezeStep ?? 0) < squeezeSteps.hanLatin
    const squeezePt = gap?.squeezePt ?? 0
    const next = index + 1
    sums.leftPt[next] =
      (sums.leftPt[index] ?? 0) + atom.widthPt + (gap?.naturalPt ?? 0)
    sums.earlyPt[next] = (sums.earlyPt[index] ?? 0) + (isEarly ? squeezePt : 0)
    sums.latePt[next] =
      (sums.latePt[index] ?? 0) + (isEarly ? 0 : squeezePt) + squeezeOf(atom)
    sums.softPt[next] = (sums.softPt[index] ?? 0) + (gap?.softPt ?? 0)
    sums.stretch[next] =
      (sums.stretch[index] ?? 0) +
      (gap?.stretch ?? 0) +
      lettersOf(atom) * letterShare
    sums.characters[next] = (sums.characters[index] ?? 0) + countOf(atom)
  }
  return sums
}

function countOf({kind, text}: Atom): number {
  if (kind === 'han' || kind === 'latin') return text.length
  return kind === 'dash' || kind === 'ellipsis' ? 2 : 0
}

function emptyBreaks(count: number): Breaks {
  // One buffer for all: each of its own costs the garbage collector more than
  // the numbers cost us.
  const buffer = new ArrayBuffer(count * (numberCount * 8 + indexCount * 4 + 2))
  let offset = 0
  const numbers = (): Float64Array => new Float64Array(buffer, take(8), count)
  const indices = (): Int32Array => new Int32Array(buffer, take(4), count)
  const flags = (): Uint8Array => new Uint8Array(buffer, take(1), count)
  // What is wide comes first, so that all begin at a multiple of their width.
  const wide = {
    penalty: numbers(),
    startPt: numbers(),
    endPt: numbers(),
    startEarlyPt: numbers(),
    endEarlyPt: numbers(),
    startLatePt: numbers(),
    endLatePt: numbers(),
    startSoftPt: numbers(),
    endSoftPt: numbers(),
    startStretch: numbers(),
    endStretch: numbers(),
    trailPt: numbers(),
    hangPt: numbers()
  }
  return {
    count,
    ...wide,
    startAtom: indices(),
    endAtom: indices(),
    atom: indices(),
    characters: indices(),
    isForced: flags(),
    isHyphen: flags()
  }

  function take(byteCount: number): number {
    const start = offset
    offset += count * byteCount
    return start
  }
}

/** Arrays of each kind that `Breaks` has. */
const numberCount = 13
const indexCount = 4
