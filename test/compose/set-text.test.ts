import {describe, expect, test} from 'vitest'
import type {Line} from '../../src/model/page.ts'
import {breakText, placeLine} from '../../src/compose/set-text.ts'
import type {CompositionRules} from '../../src/template/template.ts'
import {madeFaces} from './made-faces.ts'

const rules: CompositionRules = {
  prohibition: 'gb',
  lineEndMarks: 'flexible',
  hanLatinSpaceEm: {natural: 0.125, min: 0, max: 0.25},
  maxStretchEm: 0.1,
  keepsTogether: true,
  maxLetterSpaceEm: 0.03,
  hyphenates: false,
  hangs: false
}

/** Set a paragraph; a character is 10pt. */
function set(
  text: string,
  measureEm: number,
  changes: Partial<CompositionRules> = {},
  lang = 'zh-CN'
): Array<Line> {
  const broken = breakText({
    texts: [
      {
        text,
        style: {
          face: 'song',
          sizePt: 10,
          color: 'black',
          trackingEm: 0,
          lang
        },
        isCopy: true
      }
    ],
    lang,
    measurePt: measureEm * 10,
    align: 'justify',
    firstIndentPt: lang === 'en' ? 0 : 20,
    rules: {...rules, ...changes},
    faces: madeFaces
  })
  return broken.lines.flatMap((_, index) =>
    placeLine(broken, index, 0, index * 12).filter(
      (mark) => mark.type === 'line'
    )
  )
}

function read(line: Line): string {
  return line.children
    .flatMap((run) => run.glyphs)
    .map((glyph) => glyph.text)
    .join('')
}

function xsOf(line: Line): Array<number> {
  return line.children.flatMap((run) => run.glyphs).map((glyph) => glyph.xPt)
}

function fail(): never {
  throw new Error('Expected a line')
}

function rightOf(line: Line): number {
  const glyph = line.children.at(-1)?.glyphs.at(-1)
  return (glyph?.xPt ?? 0) + (glyph?.advancePt ?? 0)
}

describe('breakText', () => {
  test.for([
    // Measure in em, copy, lines.
    [6, '山里的风是有颜色的', ['山里的风', '是有颜色的']],
    [6, '一二三，四五六七八', ['一二三，', '四五六七八']],
    [5, '一二三四五（六七八九）', ['一二三', '四五（六七', '八九）']]
  ] as const)('should break at %i em: %s', ([measureEm, text, lines]) => {
    expect(set(text, measureEm).map(read)).toEqual(lines)
  })

  test.for([
    '，',
    '。',
    '、',
    '；',
    '：',
    '！',
    '？',
    '”',
    '’',
    '）',
    '》',
    '】'
  ])('should never begin a line with %s', (mark) => {
    for (let measureEm = 4; measureEm < 20; measureEm++) {
      for (const line of set(`一二三四五六七${mark}`.repeat(20), measureEm)) {
        expect(read(line).startsWith(mark)).toBe(false)
      }
    }
  })

  test.for(['“', '‘', '（', '《', '【'])(
    'should never end a line with %s',
    (mark) => {
      for (let measureEm = 4; measureEm < 20; measureEm++) {
        for (const line of set(
          `一二三四五六七${mark}`.repeat(20) + '完',
          measureEm
        )) {
          expect(read(line).endsWith(mark)).toBe(false)
        }
      }
    }
  )

  test.for(['——', '……', '2026', '98.6%', 'Qianzi'])(
    'should never part %s',
    (whole) => {
      for (let measureEm = 6; measureEm < 20; measureEm++) {
        const text = `一二三四五六七${whole}`.repeat(20)
        const count = set(text, measureEm)
          .map((line) => read(line).split(whole).length - 1)
          .reduce((sum, found) => sum + found, 0)
        expect(count).toBe(20)
      }
    }
  )

  test('should squeeze marks that meet', () => {
    const [line] = set('他说：“好！”', 30)
    const xs = (line?.children ?? [])
      .flatMap((run) => run.glyphs)
      .map((glyph) => glyph.xPt)

    // 20pt of indent; ：“ and ！” share one em and a half.
    expect(xs).toEqual([20, 30, 40, 45, 55, 65, 70])
  })

  test('should cut the blank of an opening mark at the start of a line', () => {
    const lines = set('一二三四“六七八”', 6)

    expect(lines.map(read)[1]).toMatch(/^“/)
    expect(lines[1]?.children[0]?.glyphs[0]?.xPt).toBe(-5)
  })

  test('should break a word that is wider than the measure', () => {
    const lines = set('https://example.org/a-very-long-address', 5)

    expect(lines.map(read).join('')).toBe(
      'https://example.org/a-very-long-address'
    )
    for (const line of lines) expect(rightOf(line)).toBeLessThanOrEqual(50.01)
  })

  test('should keep spaces of English between lines as joins', () => {
    const text =
      'The first boat to tie up at the rebuilt quay will be the smallest'
    const lines = set(text, 12, {}, 'en')

    expect(lines.length).toBeGreaterThan(2)
    expect(lines.map((line) => read(line).trimEnd()).join(' ')).toBe(text)
    expect(lines.slice(0, -1).every(({join}) => join === ' ')).toBe(true)
  })

  test('should lose, double and move no character, at any measure', () => {
    const random = toRandom(7)
    function pick<Value>(values: readonly [Value, ...Array<Value>]): Value {
      return values[Math.floor(random() * values.length)] ?? values[0]
    }
    const classes = [
      '山水风云田人家好长大小',
      '，。、；：！？',
      '“‘（《',
      '”’）》',
      'ab1290',
      '()[]{},.!?;%$-/',
      'é한ゃ😀ก',
      '／～·＋',
      '——',
      '……',
      ' ',
      '·'
    ]
    for (let round = 0; round < 300; round++) {
      let text = '开'
      for (let index = 0; index < 120; index++) {
        const chosen = classes[Math.floor(random() * classes.length)] ?? ''
        const characters = [...chosen]
        text +=
          chosen === '——' || chosen === '……'
            ? chosen
            : (characters[Math.floor(random() * characters.length)] ?? '')
      }
      const measureEm = 5 + Math.floor(random() * 25)
      const lines = set(text, measureEm, {
        prohibition: pick(['basic', 'gb', 'none', 'strict']),
        lineEndMarks: pick(['flexible', 'full', 'half']),
        keepsTogether: random() < 0.5
      })
      const joined = lines.map((line) => read(line) + line.join).join('')

      expect(joined.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) {
        expect(rightOf(line)).toBeLessThanOrEqual(measureEm * 10 + 5.01)
      }
    }
  })

  test.for([
    // How much of a last comma's square stands outside of the measure.
    ['full', false, 0],
    ['half', false, 5],
    ['flexible', true, 10]
  ] as const)(
    'should set marks at line ends %s (hanging: %s)',
    ([lineEndMarks, hangs, outPt]) => {
      const text = '一二三四，'.repeat(40)
      let count = 0
      for (let measureEm = 8; measureEm < 20; measureEm++) {
        const lines = set(text, measureEm, {lineEndMarks, hangs})
        for (const line of lines.slice(0, -1)) {
          if (!read(line).endsWith('，')) continue
          count++
          expect(rightOf(line) - measureEm * 10).toBeCloseTo(outPt)
        }
      }
      expect(count).toBeGreaterThan(10)
    }
  )

  test('should squeeze a flexible mark at a line’s end before all others', () => {
    // 2 em of indent and 10.5 of copy: the last comma gives its half.
    const [line] = set('一二三四，五六七八，九十', 12)

    expect(read(line ?? fail())).toBe('一二三四，五六七八，')
    expect(line?.squeezeRatio).toBeUndefined()
    const [tight] = set('一二三四五，六七八九，十百千', 12.5)
    expect(read(tight ?? fail())).toBe('一二三四五，六七八九，')
    expect(xsOf(tight ?? fail())).toEqual([
      20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120
    ])
  })

  test('should squeeze brackets, commas, Han and Latin, stops in turn', () => {
    // Where each character stands, less and less room given.
    const places = (measureEm: number): Array<number> => {
      const [line] = set('天（地）人，和a丁。完', measureEm, {
        lineEndMarks: 'full',
        hanLatinSpaceEm: {natural: 0.25, min: 0.125, max: 0.25}
      })
      return xsOf(line ?? fail()).map((xPt) => xPt - 20)
    }

    expect(places(20)).toEqual([0, 10, 20, 30, 40, 50, 60, 72.5, 80, 90, 100])
    expect(places(12)).toEqual([0, 5, 15, 25, 30, 40, 50, 62.5, 70, 80, 90])
    expect(places(11.5)).toEqual([0, 5, 15, 25, 30, 40, 45, 57.5, 65, 75, 85])
    expect(places(11.25)).toEqual([
      0, 5, 15, 25, 30, 40, 45, 56.25, 62.5, 72.5, 82.5
    ])
    expect(places(11)).toEqual([
      0, 5, 15, 25, 30, 40, 45, 56.25, 62.5, 72.5, 80
    ])
  })

  test('should part marks that fit no line, rather than leave the measure', () => {
    for (const line of set('完' + '”'.repeat(60) + '完', 8)) {
      expect(rightOf(line)).toBeLessThanOrEqual(80 + 5.01)
    }
  })

  test('should keep a number and its unit together where it costs little', () => {
    const text = '全村种植了山药和党参一共305亩，又修通了三公里长的路。'
    const parts = (keepsTogether: boolean): number => {
      let count = 0
      for (let measureEm = 12; measureEm < 26; measureEm++) {
        const lines = set(text.repeat(6), measureEm, {keepsTogether}).map(read)
        count += lines.filter((line) => line.endsWith('305')).length
      }
      return count
    }

    expect(parts(false)).toBeGreaterThan(3)
    expect(parts(true)).toBeLessThan(parts(false) / 3)
  })

  test('should seldom leave the end of a word alone in the last line', () => {
    const text =
      'Nobody in the whole of the harbour had foreseen so much administration'
    let count = 0
    for (let measureEm = 10; measureEm < 24; measureEm += 0.5) {
      const lines = set(text, measureEm, {hyphenates: true}, 'en')
      if (lines.at(-2)?.join === '-') count++
    }
    // Six without a price on it; the other four would gape.
    expect(count).toBeLessThanOrEqual(4)
  })

  test('should not end a line with the `https:` of an address', () => {
    for (let measureEm = 10; measureEm < 20; measureEm += 0.5) {
      const text = '见https://www.example.com/a/path'.repeat(3)
      const lines = set(text, measureEm).map(read)
      expect(lines.join('|')).not.toMatch(/:\|\//u)
    }
  })

  test('should end a line of English after a dash, and begin none with it', () => {
    const text = 'she said it—and then—she left the room—for good. '.repeat(3)
    let count = 0
    for (let measureEm = 6; measureEm < 20; measureEm += 0.5) {
      const lines = set(text, measureEm, {}, 'en').map(read)
      expect(lines.filter((line) => line.startsWith('—'))).toEqual([])
      count += lines.filter((line) => line.endsWith('—')).length
    }
    expect(count).toBeGreaterThan(0)
  })

  test('should set an apostrophe in Chinese copy as a letter of its word', () => {
    const [line] = set('说It’s好', 20)

    expect(xsOf(line ?? fail())).toEqual([20, 31.25, 36.25, 41.25, 44.05, 50.3])
    for (let measureEm = 5; measureEm < 20; measureEm += 0.5) {
      const lines = set('一二三四五don’t'.repeat(9), measureEm).map(read)
      expect(lines.join('|')).not.toMatch(/don\|’|’\|t/u)
    }
  })

  test('should end a line where the copy says so', () => {
    const style = {
      face: 'song',
      sizePt: 10,
      color: 'black',
      trackingEm: 0,
      lang: 'zh-CN'
    }
    const broken = breakText({
      texts: [
        {text: '山里的风是有颜色的，', style, isCopy: true},
        {text: '', style, isCopy: true, isBreak: true},
        {text: '水边的人是有名字的', style, isCopy: true}
      ],
      lang: 'zh-CN',
      measurePt: 80,
      align: 'justify',
      rules,
      faces: madeFaces
    })
    const texts = broken.lines.map(({end, start}) =>
      broken.atoms
        .slice(start, end)
        .map((atom) => atom.text)
        .join('')
    )

    expect(texts.find((text) => text.endsWith('，'))).toBeDefined()
    expect(texts.join('|')).toContain('，|水')
    // What ends so is no justified line.
    const forced = broken.lines[texts.findIndex((text) => text.endsWith('，'))]
    expect(forced?.stretchEm).toBe(0)
  })

  test('should hyphenate, and say that the hyphen is no copy', () => {
    const text =
      'Extraordinary circumstances notwithstanding, the administration of the harbour continues unchanged'
    const lines = set(text, 10, {hyphenates: true}, 'en')
    const hyphenated = lines.filter(({join}) => join === '-')

    expect(hyphenated.length).toBeGreaterThan(1)
    for (const line of hyphenated) {
      expect(line.children.at(-1)?.glyphs.at(-1)?.text).toBe('')
    }
    const joined = lines
      .map((line) => read(line) + line.join.replace('-', ''))
      .join('')
    expect(joined.replaceAll(/\s+/g, ' ')).toBe(text)
  })

  test('should reach the measure with every line but the last', () => {
    const text = '好山好水，留得住人；有田有林，养得起家。'.repeat(12)
    for (let measureEm = 8; measureEm < 28; measureEm++) {
      for (const line of set(text, measureEm, {lineEndMarks: 'full'}).slice(
        0,
        -1
      )) {
        expect(rightOf(line)).toBeCloseTo(measureEm * 10, 1)
      }
    }
  })
})

/** The same numbers every time. */
function toRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
