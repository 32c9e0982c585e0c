// Every mark of CLREQ's tables under every level of its prohibitions: the cases
// are made from the tables, read in place.

import fs from 'node:fs'
import {describe, expect, test} from 'vitest'
import {prepareText} from '../../src/compose/prepare-text.ts'
import {breakPrepared, type TextRequest} from '../../src/compose/set-text.ts'
import type {CompositionRules} from '../../src/template/template.ts'
import {madeFaces} from './made-faces.ts'
import {madeRules} from './made-rules.ts'

const folder = new URL('../../../shared/oracles/', import.meta.url)
const tables = new URL('clreq-punctuation-tables.json', folder)
const levels = new URL('clreq-prohibition-levels.json', folder)
const isMissing = !fs.existsSync(tables) || !fs.existsSync(levels)

type Level = CompositionRules['prohibition']

/** Our names of the levels. */
const levelNames: Readonly<Record<string, Level>> = {
  none: 'none',
  basic: 'basic',
  guobiao: 'gb',
  strict: 'strict'
}
const order: ReadonlyArray<Level> = ['none', 'basic', 'gb', 'strict']

/** A mark of the tables; levels are the first at which a rule holds. */
interface Mark {
  text: string
  name: string
  notFirstFrom?: Level
  notLastFrom?: Level
  isUnbreakable: boolean
}

describe.skipIf(isMissing)('marks of CLREQ (needs ../shared/oracles)', () => {
  const marks = isMissing ? [] : readMarks()

  test('should know the levels CLREQ names', () => {
    const named: unknown = JSON.parse(fs.readFileSync(levels, 'utf8'))
    expect(Object.keys(Object(named)).sort()).toEqual(
      Object.keys(levelNames).sort()
    )
    expect(marks.length).toBeGreaterThan(35)
  })

  for (const level of order) {
    test.for(marks)(`should be kept at level ${level}: $text $name`, (mark) => {
      const lines = setEverywhere(mark.text, level)
      const isFirst = lines.some(({before}) => before.startsWith(mark.text))
      const isLast = lines.some(({after}) => after.endsWith(mark.text))

      expect(isFirst).toBe(!holds(mark.notFirstFrom, level))
      expect(isLast).toBe(!holds(mark.notLastFrom, level))
      if (mark.isUnbreakable) {
        for (const {before} of lines) {
          expect(before.split(mark.text[0] ?? '').length % 2).toBe(1)
        }
      }
    })
  }
})

function holds(from: Level | undefined, level: Level): boolean {
  return from !== undefined && order.indexOf(level) >= order.indexOf(from)
}

/** Set copy with a mark at all measures; lines that end by themselves. */
function setEverywhere(
  mark: string,
  prohibition: Level
): Array<{before: string; after: string}> {
  const found: Array<{before: string; after: string}> = []
  for (let count = 4; count < 8; count += 2) {
    const copy = '一二三四五六七八九十'.slice(0, count) + mark
    for (let measureEm = 4; measureEm < 12; measureEm += 0.5) {
      const lines = set(copy.repeat(9) + '完', measureEm, prohibition)
      for (const [index, line] of lines.entries()) {
        found.push({
          before: line,
          after: index < lines.length - 1 ? line : ''
        })
      }
    }
  }
  return found
}

function set(
  text: string,
  measureEm: number,
  prohibition: Level
): Array<string> {
  const lang = 'zh-CN'
  const style = {face: 'a', sizePt: 10, color: 'b', trackingEm: 0, lang}
  const rules = {...madeRules, prohibition, keepsTogether: false}
  const request: TextRequest = {
    texts: [{text, style, isCopy: true}],
    lang,
    measurePt: measureEm * 10,
    align: 'justify',
    rules,
    faces: madeFaces
  }
  const prepared = prepareText(request.texts, {faces: madeFaces, lang, rules})
  const {atoms, lines} = breakPrepared(prepared, request)
  return lines.map(({end, start}) =>
    atoms
      .slice(start, end)
      .map((atom) => atom.text)
      .join('')
  )
}

/** Read the tables: rows differ in length, but all name a code point. */
function readMarks(): Array<Mark> {
  const parsed: unknown = JSON.parse(fs.readFileSync(tables, 'utf8'))
  const marks: Array<Mark> = []
  for (const [table, value] of Object.entries(Object(parsed))) {
    if (/interlinear|table_of_punctuation_marks/u.test(table)) continue
    for (const row of readRows(value)) marks.push(toMark(table, row))
  }
  return marks
}

function readRows(value: unknown): Array<Array<string>> {
  const rows: unknown = Object(value).rows
  if (!Array.isArray(rows)) return []
  return rows.map((row: unknown) =>
    Array.isArray(row) ? row.map((cell: unknown) => String(cell)) : []
  )
}

function toMark(table: string, row: ReadonlyArray<string>): Mark {
  const at = row.findIndex((cell) => /^[0-9A-F]{4}$/u.test(cell))
  const text = at > 0 ? (row[at - 1] ?? '') : String(row[1])
  const name = row[at + 1] ?? ''
  const character =
    text.length > 0 && !/^[0-9A-F]{4}$/u.test(text)
      ? text
      : String.fromCharCode(Number.parseInt(row[at] ?? '', 16))
  const isPair = /^(?:——|……|⋯⋯|⸺)$/u.test(character)
  const mark = {
    text: character,
    name,
    isUnbreakable: isPair && character !== '⸺'
  }
  if (isPair) return {...mark, notFirstFrom: 'strict'}
  if (/bracket_indication/u.test(table) && !/non-bracket/u.test(table)) {
    return /LEFT/u.test(name)
      ? {...mark, notLastFrom: 'basic'}
      : {...mark, notFirstFrom: 'basic'}
  }
  if (/SOLIDUS/u.test(name)) {
    return {...mark, notFirstFrom: 'basic', notLastFrom: 'gb'}
  }
  return {...mark, notFirstFrom: 'basic'}
}
