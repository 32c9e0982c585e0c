// Prices of ending a line between two atoms: what belongs together is kept
// together where that costs little (CLREQ, 3.1.5: unbreakable sequences).

import type {CompositionRules} from '../template/template.ts'
import type {Atom} from './atoms.ts'
import {isForbidden} from './prohibitions.ts'

/** Prices; `1` is a line stretched by `.03em` at each gap. */
const prices = {
  numberUnit: 34,
  beforeNumber: 3,
  date: 4,
  name: 8,
  title: 6,
  dash: 1,
  mark: 3,
  hyphen: 3.5,
  anywhere: 60
}

const digitEnd = /[\d０-９%％‰℃]$/u
const digitStart = /^[\d０-９$¥￥]/u
const beforeNumber = /^[第约近超达共逾满]$/u
/** What stands between a number and its unit: `10 余 万 人`. */
const multiplier = /^[十百千万亿余多几来]$/u
/** First and second character of units of two. */
const longUnits = new Set(
  '公里 公斤 公顷 平方 方米 立方 毫米 厘米 千米 千克 毫克 毫升 万元 亿元 美元 欧元 日元 人次 小时 分钟 周年 月份 年级 年代 世纪 岁半 百分 个月 余万 多万 千瓦 年度 季度 分之'.split(
    ' '
  )
)

/** Find the price of ending a line after the atom `index`. */
export function priceBreak(
  atoms: ReadonlyArray<Atom>,
  index: number,
  rules: CompositionRules
): number {
  const before = atoms[index]
  const after = atoms[index + 1]
  if (!before || !after) return 0
  if (after.style.mark === 'noteRef') return Infinity
  if (after.kind === 'space') return Infinity
  if (before.kind === 'space') return after.holdsOn ? Infinity : 0
  if (before.seam) return prices[before.seam]
  if (isForbidden(before, after, rules.prohibition)) return Infinity
  if (before.kind === 'latin' && after.kind === 'latin') return prices.mark
  const base = after.kind === 'dash' || after.kind === 'ellipsis' ? 1 : 0
  return rules.keepsTogether
    ? base * prices.dash + priceParting(atoms, index)
    : base * prices.dash
}

/** Characters of the longest title that is kept in one line. */
const longestTitle = 10

/** Tell whether the break after `index` is inside a short title, 《铅字》. */
function isInTitle(atoms: ReadonlyArray<Atom>, index: number): boolean {
  let start = index
  while (start >= 0 && index - start < longestTitle) {
    const text = atoms[start]?.text
    if (text === '》') return false
    if (text === '《') break
    start--
  }
  if (atoms[start]?.text !== '《') return false
  for (let end = index + 1; end - start <= longestTitle + 1; end++) {
    if (atoms[end]?.text === '》') return true
  }
  return false
}

/** Price of parting what belongs together. */
function priceParting(atoms: ReadonlyArray<Atom>, index: number): number {
  const before = atoms[index]
  const after = atoms[index + 1]
  if (!before || !after) return 0
  if (before.isName && after.isName && before.end === after.start) {
    return prices.name
  }
  if (after.kind === 'han') {
    if (digitEnd.test(before.text)) return prices.numberUnit
    if (before.kind === 'han' && isInNumber(atoms, index)) {
      return prices.numberUnit
    }
  }
  if (isInTitle(atoms, index)) return prices.title
  if (digitStart.test(after.text)) {
    if (beforeNumber.test(before.text)) return prices.beforeNumber
    // 5月 | 20日
    if (/^[年月]$/u.test(before.text) && endsNumber(atoms, index - 1)) {
      return prices.date
    }
  }
  return 0
}

/** Tell whether the break after `index` is inside `10余万人` or `301公里`. */
function isInNumber(atoms: ReadonlyArray<Atom>, index: number): boolean {
  const before = atoms[index]?.text ?? ''
  let at = index
  while (at >= 0 && multiplier.test(atoms[at]?.text ?? '')) at--
  if (at < index && endsNumber(atoms, at)) return true
  const pair = before + (atoms[index + 1]?.text ?? '')
  if (!longUnits.has(pair)) return false
  at = index - 1
  while (at >= 0 && multiplier.test(atoms[at]?.text ?? '')) at--
  return endsNumber(atoms, at)
}

function endsNumber(atoms: ReadonlyArray<Atom>, index: number): boolean {
  const atom = atoms[index]
  return atom?.kind === 'latin' && digitEnd.test(atom.text)
}
