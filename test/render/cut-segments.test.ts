import {describe, expect, test} from 'vitest'
import type {Glyph} from '../../src/model/page.ts'
import {cutSegments, type Segment} from '../../src/render/cut-segments.ts'

// Every glyph is 10pt wide in this face, whatever the composer says.
const face = {sizePt: 10, advanceOf: () => 1, isVertical: false}

describe('cutSegments', () => {
  test.for([
    // Characters, places; segments as text, shift, letter and word spacing.
    ['plain type', ['一', '二', '三'], [0, 10, 20], '一二三 0 0 0'],
    ['stretched type', ['一', '二', '三'], [0, 11, 22], '一二三 0 1 0'],
    [
      'a mark at half width',
      ['一', '，', '二', '三'],
      [0, 10, 15, 25],
      '一， 0 0 0|二三 -5 0 0'
    ],
    [
      'a mark at half width in stretched type',
      ['一', '，', '二', '三'],
      [0, 11, 17, 28],
      '一， 0 1 0|二三 -5 1 0'
    ],
    [
      'an opening mark without its left half',
      ['一', '（', '二'],
      [0, 5, 15],
      '一（ 0 -5 0|二 5 0 0'
    ],
    [
      'word spaces',
      ['a', 'b', ' ', 'c', 'd', ' ', 'e'],
      [0, 10, 20, 33, 43, 53, 66],
      'ab cd e 0 0 3'
    ],
    ['a space at the start', [' ', 'a', 'b'], [0, 12, 22], ' ab 0 0 2'],
    ['kerning', ['A', 'V', 'o'], [0, 8, 18], 'AV 0 -2 0|o 2 0 0'],
    [
      'a ligature among spaced letters',
      ['一', '——', '二'],
      [0, 11, 22],
      '一 0 1 0|—— 0 0 0|二 1 0 0'
    ],
    ['a mark on a letter', ['e', '\u0301', 'x'], [0, 10, 20], 'éx 0 0 0']
  ] as const)('should paint %s', ([, texts, places, expected]) => {
    const segments = cutSegments({...face, glyphs: toGlyphs(texts, places)})
    expect(segments.map(say).join('|')).toBe(expected.normalize('NFD'))
  })

  test('should give several glyphs of one character to the browser', () => {
    const glyphs = toGlyphs(['e', '', 'x'], [0, 10, 20])
    const [segment] = cutSegments({...face, glyphs})
    expect(segment).toMatchObject({text: 'ex', isShaped: true})
  })

  test('should advance along y in vertical lines', () => {
    const glyphs = toGlyphs(['一', '二', '三'], [5, 5, 5]).map(
      (glyph, index) => ({...glyph, yPt: index * 12})
    )
    const segments = cutSegments({...face, isVertical: true, glyphs})
    expect(segments.map(say)).toEqual(['一二三 0 2 0'])
  })

  test('should lose no character and move no glyph', () => {
    for (let seed = 0; seed < 200; seed++) {
      const texts = Array.from({length: 12}, (_, index) =>
        (seed * 7 + index * 5) % 4 === 0 ? ' ' : '一'
      )
      const places = texts.map(
        // The first place is where the run stands.
        (_, index) => index * 10 + ((seed * index * 3) % 5)
      )
      const segments = cutSegments({...face, glyphs: toGlyphs(texts, places)})
      const painted = paint(segments)

      expect(painted).toHaveLength(places.length)
      for (const [index, xPt] of painted.entries()) {
        expect(xPt).toBeCloseTo(places[index] ?? NaN, 2)
      }
    }
  })
})

// What a browser does with segments.
function paint(segments: ReadonlyArray<Segment>): Array<number> {
  const places: Array<number> = []
  let penPt = 0
  for (const segment of segments) {
    if (places.length > 0) penPt += segment.shiftPt
    for (const character of segment.text) {
      places.push(penPt)
      penPt += 10 + segment.letterSpacingPt
      if (character === ' ') penPt += segment.wordSpacingPt
    }
  }
  return places
}

function toGlyphs(
  texts: ReadonlyArray<string>,
  places: ReadonlyArray<number>
): Array<Glyph> {
  return texts.map((text, index) => ({
    id: index + 1,
    text,
    xPt: places[index] ?? 0,
    advancePt: 10
  }))
}

function say(segment: Segment): string {
  const {letterSpacingPt, shiftPt, text, wordSpacingPt} = segment
  return [text, shiftPt, letterSpacingPt, wordSpacingPt].join(' ')
}
