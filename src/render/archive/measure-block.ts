// One block of text measured: cut into its legs, lines, words and characters.
//
// Words are found in the block's whole text, over the ends of lines and legs,
// so a word that is parted by a line's end is known as one word in two parts.

import type {ComposedPage, Leg, Line, Run} from '../../model/page.ts'
import {boundBoxes, clipBox, toBox, toUm, type Box} from './box.ts'
import {measureGlyphs, type MeasuredGlyph} from './measure-glyphs.ts'
import type {
  BlockLines,
  Character,
  TextBlock,
  TextLine,
  Word
} from './measure-page.ts'
import {segmentWords} from './segment-words.ts'

/** What to measure. */
export interface BlockRequest extends BlockLines {
  legs: ReadonlyArray<Leg>
  page: ComposedPage
  /** Name the next block, line or word. */
  nextId(letter: string): string
}

/** A character of the block's text, and where it comes from. */
interface Place {
  text: string
  lineIndex: number
  /** Absent for the space a line's end stands for. */
  glyph?: MeasuredGlyph
  run?: Run
  isAdded: boolean
}

/** Measure a block; one part for every leg it stands in. */
export function measureBlock(request: BlockRequest): Array<TextBlock> {
  const {block, page} = request
  const lang = block.lang ?? page.lang
  const lines: Array<TextLine | undefined> = []
  const running: Array<Line> = []
  for (const line of request.lines) if (!isRuby(line)) running.push(line)

  const measured = measureLines(running, lang, request)
  for (const line of request.lines) {
    if (isRuby(line)) {
      const [ruby] = measureLines([line], lang, request)
      lines.push(ruby ? {...ruby, isRuby: true} : undefined)
    } else lines.push(measured[running.indexOf(line)])
  }
  return cutAtLegs(request, lines)
}

function isRuby(line: Line): boolean {
  return (
    line.children.length > 0 && line.children.every(({mark}) => mark === 'ruby')
  )
}

function measureLines(
  lines: ReadonlyArray<Line>,
  lang: string,
  request: BlockRequest
): Array<TextLine | undefined> {
  const hyphens = new Map<number, Character>()
  const places = lines.flatMap((line, lineIndex) => {
    const found = listPlaces(line, lineIndex, request.page)
    const last = found.at(-1)
    if (line.join === '-' && last?.glyph && /^[-\u2010]$/.test(last.text)) {
      hyphens.set(lineIndex, {text: last.text, box: last.glyph.box})
      found.pop()
    }
    if (line.join === ' ') found.push({text: ' ', lineIndex, isAdded: false})
    return found
  })

  const wordsByLine = lines.map((): Array<Word> => [])
  for (const word of listWords(places, lang)) {
    placeWord(word, wordsByLine, request.nextId)
  }
  return lines.map((line, index) => {
    const words = wordsByLine[index] ?? []
    const hyphen = hyphens.get(index)
    // A space at the end of a line hangs out, unseen.
    delete words.at(-1)?.space
    const box = boundBoxes([
      ...words.map((word) => word.box),
      ...(hyphen ? [hyphen.box] : [])
    ])
    if (!box || words.length === 0) return undefined
    return {
      id: request.nextId('L'),
      box,
      baseline: toBaseline(line, box),
      isVertical: line.writing === 'vertical',
      isRuby: false,
      words,
      ...(hyphen ? {hyphen} : {})
    }
  })
}

function listPlaces(
  line: Line,
  lineIndex: number,
  page: ComposedPage
): Array<Place> {
  const pageBox = toBox({
    xPt: 0,
    yPt: 0,
    widthPt: page.widthPt,
    depthPt: page.depthPt
  })
  return measureGlyphs(line).map(({box, run, text}) => ({
    text,
    lineIndex,
    glyph: {box: clipBox(box, pageBox), run, text},
    run,
    isAdded: run.mark === 'noteRef'
  }))
}

/** Cut places into words; a change of copy to press ends a word, too. */
function listWords(
  places: ReadonlyArray<Place>,
  lang: string
): Array<Array<Place>> {
  const words: Array<Array<Place>> = []
  let from = 0
  while (from < places.length) {
    const {isAdded} = places[from] ?? {isAdded: false}
    let to = from
    while (to < places.length && places[to]?.isAdded === isAdded) to++
    const stretch = places.slice(from, to)
    let at = 0
    const text = stretch.map((place) => place.text).join('')
    for (const word of isAdded ? [text] : segmentWords(text, lang)) {
      const count = [...word].length
      words.push(stretch.slice(at, at + count))
      at += count
    }
    from = to
  }
  return words
}

/** Put a word into the lines it stands on. */
function placeWord(
  word: ReadonlyArray<Place>,
  wordsByLine: ReadonlyArray<Array<Word>>,
  nextId: BlockRequest['nextId']
): void {
  const whole = word.map((place) => place.text).join('')
  const byLine = [...Map.groupBy(word, (place) => place.lineIndex)]
  for (const [index, [lineIndex, places]] of byLine.entries()) {
    const line = wordsByLine[lineIndex]
    const boxes = places.flatMap(({glyph}) => (glyph ? [glyph.box] : []))
    const box = boundBoxes(boxes)
    const [first] = places
    if (!line || !box || !first?.run) continue
    if (whole.trim() === '') {
      const before = line.at(-1)
      if (before) before.space = box
      continue
    }
    line.push({
      id: nextId('W'),
      text: places.map((place) => place.text).join(''),
      box,
      characters: places.flatMap(({glyph}) =>
        glyph ? [{text: glyph.text, box: glyph.box}] : []
      ),
      face: first.run.face,
      sizePt: first.run.sizePt,
      ...(first.run.lang ? {lang: first.run.lang} : {}),
      isAdded: first.isAdded,
      // ALTO knows two parts of a word; a third has no name there.
      ...(byLine.length === 2
        ? {whole: {text: whole, part: index === 0 ? 1 : 2}}
        : {})
    })
  }
}

function toBaseline(line: Line, box: Box): TextLine['baseline'] {
  if (line.writing === 'vertical') {
    const xUm = Math.min(box.rightUm, Math.max(box.leftUm, toUm(line.xPt)))
    return [xUm, box.topUm, xUm, box.bottomUm]
  }
  const yUm = Math.min(box.bottomUm, Math.max(box.topUm, toUm(line.yPt)))
  return [box.leftUm, yUm, box.rightUm, yUm]
}

function cutAtLegs(
  {block, legs, lines, nextId}: BlockRequest,
  measured: ReadonlyArray<TextLine | undefined>
): Array<TextBlock> {
  const parts: Array<TextBlock> = []
  let legIndex: number | undefined
  for (const [index, line] of measured.entries()) {
    const source = lines[index]
    if (!line || !source) continue
    const leg = findLeg(source, legs)
    let part = parts.at(-1)
    if (!part || leg !== legIndex) {
      part = {
        id: nextId('B'),
        copyId: block.id,
        role: block.role,
        ...(block.lang ? {lang: block.lang} : {}),
        box: line.box,
        lines: []
      }
      parts.push(part)
    }
    legIndex = leg
    part.lines.push(line)
    part.box = boundBoxes([part.box, line.box]) ?? part.box
  }
  return parts
}

/** Number of the leg a line stands in; -1 where it is in none. */
function findLeg(line: Line, legs: ReadonlyArray<Leg>): number {
  const xPt = line.xPt + (line.writing === 'vertical' ? 0 : line.widthPt / 2)
  return legs.findIndex(
    (leg) =>
      xPt >= leg.xPt &&
      xPt <= leg.xPt + leg.widthPt &&
      line.yPt >= leg.yPt &&
      line.yPt - line.ascentPt <= leg.yPt + leg.depthPt
  )
}
