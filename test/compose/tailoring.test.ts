// Where our breaks depart from Unicode's, and why: every departure in the cases
// of LineBreakTest.txt has a reason in the list below, and every reason a case.

import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {describe, expect, test} from 'vitest'
import {classify} from '../../src/compose/classify.ts'
import {prepareText} from '../../src/compose/prepare-text.ts'
import {findUnicodeBreaks} from '../../src/compose/unicode-breaks.ts'
import {madeFaces} from './made-faces.ts'
import {madeRules} from './made-rules.ts'
import {readUnicodeVersion, unicodeFolder} from './unicode-classes-source.ts'

/** A place where we and Unicode differ. */
interface Departure {
  text: string
  /** UTF-16 units before the place. */
  at: number
  /** Whether we let a line end where Unicode does not. */
  isLooser: boolean
  isHan: boolean
}

interface Reason {
  name: string
  explains(departure: Departure): boolean
}

const reasons: ReadonlyArray<Reason> = [
  {
    name: 'spaces at the beginning and the end of copy are not set',
    explains: ({at, text}) =>
      text.slice(0, at).trim() === '' || text.slice(at).trim() === ''
  },
  {
    name: 'a word parts into no pieces of two characters, nor before its last',
    explains: ({at, isHan, isLooser, text}) => {
      if (isLooser) return false
      const before = latinEnd(text.slice(0, at), isHan)
      const after = latinStart(text.slice(at), isHan)
      const isInside = before.length > 0 && after.length > 0
      const piece = at - placeBefore(text, at)
      return isInside && (before.length < 3 || after.length < 2 || piece < 3)
    }
  },
  {
    name: 'English copy: a dash between two words begins no line',
    explains: ({at, isHan, isLooser, text}) =>
      !isHan && !isLooser && text[at] === '—' && text[at - 1] !== ' '
  },
  {
    name: 'Han copy: a mark that may not begin a line (CLREQ, basic)',
    explains: ({at, isHan, isLooser, text}) =>
      isHan &&
      !isLooser &&
      ['close', 'connector', 'middle', 'point', 'slash'].includes(
        classify(characterAt(text, at), true)
      )
  },
  {
    name: 'Han copy: a single dash connects and begins no line',
    explains: ({at, isHan, isLooser, text}) =>
      isHan && !isLooser && characterAt(text, at) === '—'
  },
  {
    name: 'Han copy: a solidus ends no line (GB)',
    explains: ({at, isHan, isLooser, text}) =>
      isHan && !isLooser && /[/／]$/u.test(text.slice(0, at))
  },
  {
    name: 'Han copy: a quotation mark opens or closes; Unicode can’t tell',
    explains: ({at, isHan, isLooser, text}) =>
      isHan &&
      isLooser &&
      (/^[“‘]/u.test(text.slice(at)) || /[”’]$/u.test(text.slice(0, at)))
  },
  {
    name: 'Han copy: an ellipsis may begin a line (CLREQ, basic and GB)',
    explains: ({at, isHan, isLooser, text}) =>
      isHan && isLooser && text[at] === '…'
  },
  {
    name: 'Han copy: an opening mark may begin a line, whatever is before it',
    explains: ({at, isHan, isLooser, text}) =>
      isHan && isLooser && classify(characterAt(text, at), true) === 'open'
  }
]

const isMissing = readUnicodeVersion() === undefined
if (isMissing && process.env['CI']) {
  throw new Error('Unicode’s files are missing: install Debian’s unicode-data')
}

describe.skipIf(isMissing)('tailoring (needs Debian’s unicode-data)', () => {
  test.for(['en', 'zh-CN'])('should be listed for %s', (lang) => {
    const departures = readTexts().flatMap((text) => compare(text, lang))
    const unexplained = departures.filter(
      (one) => !reasons.some((reason) => reason.explains(one))
    )

    expect(unexplained.slice(0, 20)).toEqual([])
    expect(departures.length).toBeGreaterThan(100)
    // In English nothing is ever broken where Unicode forbids.
    if (lang === 'en') {
      expect(departures.filter(({isLooser}) => isLooser)).toEqual([])
    }
  })
})

test.skipIf(isMissing)('should have a case for every reason', () => {
  const departures = ['en', 'zh-CN'].flatMap((lang) =>
    readTexts().flatMap((text) => compare(text, lang))
  )
  const unused = reasons.filter(
    (reason) => !departures.some((one) => reason.explains(one))
  )

  expect(unused.map(({name}) => name)).toEqual([])
})

/** Copy has no control characters: they were cleaned away before. */
function readTexts(): Array<string> {
  const file = path.join(unicodeFolder, 'auxiliary/LineBreakTest.txt')
  const own = [
    'she said—and left',
    '他说“好”就走',
    '风……雨',
    '上——下',
    '“A”（B）',
    '1·2／3'
  ]
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('#')[0]?.trim() ?? '')
    .filter((line) => line !== '')
    .map((line) =>
      line
        .split(/\s+/u)
        .filter((part) => /^[0-9A-F]+$/u.test(part))
        .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
        .join('')
    )
    .filter((text) => !/[\t\n\v\f\r\u0085\u2028\u2029\u200B]/u.test(text))
    .concat(own)
}

function compare(text: string, lang: string): Array<Departure> {
  const isHan = lang === 'zh-CN'
  const style = {face: 'a', sizePt: 10, color: 'b', trackingEm: 0, lang}
  const {atoms, breaks} = prepareText([{text, style, isCopy: true}], {
    faces: madeFaces,
    lang,
    rules: madeRules
  })
  const ours = new Set<number>()
  for (let at = 1; at < breaks.count - 1; at++) {
    ours.add(atoms[breaks.startAtom[at] ?? 0]?.start ?? 0)
  }
  const departures: Array<Departure> = []
  for (const [at, kind] of findUnicodeBreaks(text).entries()) {
    const code = text.charCodeAt(at)
    if (at === 0 || (code >= 0xdc00 && code < 0xe000)) continue
    const isOurs = ours.has(at)
    if (isOurs === (kind !== 'forbidden')) continue
    departures.push({text, at, isLooser: isOurs, isHan})
  }
  return departures
}

/** Place of the last break before another that Unicode allows. */
function placeBefore(text: string, at: number): number {
  const kinds = findUnicodeBreaks(text)
  let place = at - 1
  while (place > 0 && kinds[place] === 'forbidden') place--
  return place
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}

function latinEnd(text: string, isHan: boolean): string {
  let end = ''
  for (const character of [...text].toReversed()) {
    if (classify(character, isHan) !== 'latin') break
    end = character + end
  }
  return end
}

function latinStart(text: string, isHan: boolean): string {
  let start = ''
  for (const character of text) {
    if (classify(character, isHan) !== 'latin') break
    start += character
  }
  return start
}
