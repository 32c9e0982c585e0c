// All characters an issue can print: faces are cut down to these before
// anything is measured, so that measuring and painting use one file.

import type {Node} from 'unist'
import {furnitureCharacters} from '../compose/compose.ts'
import type {Issue} from '../model/issue.ts'
import {longDate, lunarDate, weekdayName} from '../model/calendar.ts'
import type {Template} from '../template/template.ts'

/** Always there: digits, Latin, and marks the press itself sets. */
const always =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`' +
  'abcdefghijklmnopqrstuvwxyz{|}~\u00A0\u00AD\u2010\u2011\u2013\u2014\u2018' +
  '\u2019\u201C\u201D\u2022\u2026\u25A1\u25CF\u3000\u3001\u3002\u3008\u3009' +
  '\u300A\u300B\u3013\u3014\u3015\uFF08\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\u00B7' +
  '〇一二三四五六七八九十廿卅年月日初冬腊正闰星期第版' +
  '农历甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

/** Collect the characters, each once, in code point order. */
export function collectIssueCharacters(
  issue: Issue,
  templates: ReadonlyArray<Template>
): string {
  const found = new Set<string>(always + furnitureCharacters)
  addStrings(issue, found)
  addStrings([longDate(issue.date, issue.lang), lunarDate(issue.date)], found)
  addStrings(weekdayName(issue.date, issue.lang), found)
  for (const template of templates) {
    addStrings(template.words, found)
    addStrings(template.furniture, found)
  }
  return [...found]
    .filter((character) => character >= ' ')
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .join('')
}

/** Add every string in a value; positions and paths do no harm. */
function addStrings(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    for (const character of value) found.add(character)
  } else if (Array.isArray(value)) {
    for (const item of value) addStrings(item, found)
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'position') addStrings(item, found)
    }
  }
}

function isRecord(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
