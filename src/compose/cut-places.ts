// Where a headline may be cut into rows, by meaning: at the edge of a word,
// better after a mark; never inside 书名号, a number with its unit, or a name.

import type {Atom} from './atoms.ts'

/** A place to cut. */
export interface CutPlace {
  /** Index of the atom that begins the next row. */
  at: number
  /** `0` is a good place, `1` a poor one; `3` is inside a word. */
  price: number
  /** Whether the copy prefers to be split here. */
  isPreferred: boolean
}

/** What deciding reads. */
export interface CutOptions {
  lang: string
  /** Offsets in the copy where it prefers to be split. */
  preferred: ReadonlySet<number>
}

const prices = {
  insideWord: 3,
  afterHyphen: 2,
  insideQuotes: 0.9,
  beforeSingle: 1,
  afterSingle: 0.7,
  betweenSingles: 1.6,
  beforeParticle: 1.5,
  afterPreposition: 1,
  edge: 0.3,
  mark: -0.7
} as const

const openers = /[《〈「『“‘（]/u
const closers = /[》〉」』”’）]/u
// What leans on the word before it, and what leans on the one after it.
const particle = /^[的地得了着过吗呢吧啊们性化者]/u
const preposition = /[和与及同跟在对把被向从为以将让使由比按据给替沿]$/u
// Words of one character that may end, and that may begin a row.
const ender =
  /^[的了着过里上下中后前时者人县市区镇村乡省路站率院校厂店家会田水地山河湖桥年月日季天夜书戏》”’」』）]/u
const starter =
  /^[让把被向从为在和与不有是走看用到要去来再都也又将对给以过没才能会就叫做当请送变成更最还只谁我你他她它这那每《“‘「『（]/u
const leansOn = /^(?:a|an|and|as|at|by|for|from|in|is|of|on|or|the|to|with)$/iu
const afterNumber =
  /^[年月日时分秒点号个名位人户万亿元角吨斤克米里亩升度岁次届期条项座家例件张页只头株辆艘层级倍成余多几%％℃]/u
const digit = /[\d%％.〇零一二两三四五六七八九十百千万亿]$/u
const digitBegins = /^[\d%％.〇零一二两三四五六七八九十百千万亿]/u

/** List the places where a row may end, in order. */
export function listCutPlaces(
  atoms: ReadonlyArray<Atom>,
  options: CutOptions
): Array<CutPlace> {
  const words = toWords(atoms, options.lang)
  const places: Array<CutPlace> = []
  let titleDepth = 0
  let quoteDepth = 0

  for (const [index, after] of atoms.entries()) {
    const before = atoms[index - 1]
    const isPreferred = options.preferred.has(after.start)
    if (before && (isPreferred || mayPart(before, after))) {
      const price =
        prices.insideQuotes * quoteDepth + priceAt(index, before, after)
      if (isPreferred) places.push({at: index, price: 0, isPreferred})
      else if (titleDepth === 0) places.push({at: index, price, isPreferred})
    }
    if (/[《〈]/u.test(after.text)) titleDepth++
    else if (/[》〉]/u.test(after.text)) titleDepth--
    else if (openers.test(after.text)) quoteDepth++
    else if (closers.test(after.text)) quoteDepth--
  }
  return places

  function priceAt(index: number, before: Atom, after: Atom): number {
    if (isSpace(before) || isSpace(after)) {
      const word = atoms[index - 2]?.text ?? ''
      return leansOn.test(word) ? prices.afterPreposition : prices.mark
    }
    if (before.kind === 'point') return prices.mark
    if (endsInHyphen(before)) return prices.afterHyphen
    const word = words.get(index)
    if (!word) return prices.insideWord
    let price: number = prices.edge
    // A word of one character mostly belongs to the one beside it.
    const endsLoose = word.before.length === 1 && !ender.test(word.before)
    const beginsLoose = word.after.length === 1 && !starter.test(word.after)
    if (endsLoose) price = prices.afterSingle
    if (beginsLoose) price = prices.beforeSingle
    if (endsLoose && beginsLoose) price = prices.betweenSingles
    if (particle.test(word.after)) price = prices.beforeParticle
    if (preposition.test(word.before) && word.before.length === 1) {
      price = Math.max(price, prices.afterPreposition)
    }
    return price
  }
}

/** Words that end and begin at an atom, where an edge of words is one. */
function toWords(
  atoms: ReadonlyArray<Atom>,
  lang: string
): Map<number, {before: string; after: string}> {
  const text = atoms.map((atom) => atom.text).join('')
  const edges = new Map<number, {before: string; after: string}>()
  let before = ''
  for (const {index, segment} of findSegmenter(lang).segment(text)) {
    edges.set(index, {before, after: segment})
    before = segment
  }
  const words = new Map<number, {before: string; after: string}>()
  let offset = 0
  for (const [index, atom] of atoms.entries()) {
    const edge = edges.get(offset)
    if (edge && index > 0) words.set(index, edge)
    offset += atom.text.length
  }
  return words
}

/** Segmenters by language: to make one takes longer than to use it. */
const segmenters = new Map<string, Intl.Segmenter>()

function findSegmenter(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang)
  if (known) return known
  const segmenter = new Intl.Segmenter(lang, {granularity: 'word'})
  segmenters.set(lang, segmenter)
  return segmenter
}

function mayPart(before: Atom, after: Atom): boolean {
  if (before.kind === 'open' || after.kind === 'close') return false
  if (after.kind === 'point' || after.kind === 'middle') return false
  if (before.kind === 'middle' || isSpace(after)) return false
  if (after.kind === 'dash' || after.kind === 'ellipsis') return false
  if (before.kind === 'latin' && after.kind === 'latin') {
    return endsInHyphen(before)
  }
  if (before.isName && after.isName && before.end === after.start) return false
  if (isSpace(before)) return true
  return !(
    digit.test(before.text) &&
    (afterNumber.test(after.text) || digitBegins.test(after.text))
  )
}

/** Of a compound, `hundred-thousandth`; what is short stays whole: `X-ray`. */
function endsInHyphen({kind, text}: Atom): boolean {
  return kind === 'latin' && /\p{L}{2}-$/u.test(text)
}

function isSpace({text}: Atom): boolean {
  return text === ' ' || text === '\u3000'
}
