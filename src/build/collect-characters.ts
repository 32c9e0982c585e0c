// All characters an issue can print: faces are cut down to these before
// anything is measured, so that measuring and painting use one file.

import type {Node} from 'unist'
import type {Issue} from '../model/issue.ts'
import type {Template} from '../template/template.ts'

/** Always there: digits, Latin, and marks the press itself sets. */
const always =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`' +
  'abcdefghijklmnopqrstuvwxyz{|}~\u00A0\u00AD\u2010\u2011\u2013\u2014\u2018' +
  '\u2019\u201C\u201D\u2022\u2026\u25A1\u25CF\u3000\u3001\u3002\u3008\u3009' +
  '\u300A\u300B\u3013\u3014\u3015\uFF08\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\u00B7' +
  '〇一二三四五六七八九十廿卅年月日初冬腊正闰星期第版报讯记者摄责编式校对' +
  '期号总农历甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥广告下转上接' +
  '①②③④⑤⑥⑦⑧⑨⑩■◆▲'

/** Collect the characters, each once, in code point order. */
export function collectIssueCharacters(
  issue: Issue,
  templates: ReadonlyArray<Template>
): string {
  const found = new Set<string>(always)
  addStrings(issue, found)
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
