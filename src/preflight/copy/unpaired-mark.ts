// Rule: quotes and brackets come in pairs, nested by their rank.
//
// A quotation over several paragraphs opens each of them and closes the last
// (GB/T 15834-2011, 4.8.3.4). Inside “ ” stand ‘ ’, inside 《 》 stand 〈 〉.

import type {CopyRule} from './copy-rule.ts'
import type {Finding, Passage} from './passage.ts'
import {isChinese} from './words.ts'

const pairs = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['【', '】'],
  ['〔', '〕'],
  ['［', '］'],
  ['(', ')']
])
const closing = new Map([...pairs].map(([open, close]) => [close, open]))
// Marks that do not stand straight inside their like.
const inner = new Map([
  ['“', '‘'],
  ['《', '〈'],
  ['「', '『']
])

interface Open {
  mark: string
  at: number
}

/** The rule. */
export const unpairedMark: CopyRule = {
  id: 'unpaired-mark',
  level: 'warning',
  errorCount: 1,
  what: 'A quotation mark or a bracket lacks its other half, or stands inside its like.',
  why: 'Readers can’t tell where a quotation or a title ends. Inside “ ” stand ‘ ’, inside 《 》 stand 〈 〉; a quotation over several paragraphs opens each of them and closes the last.',
  fix: 'Add the other half where the quotation or the title ends, or take the lone one out.',
  find
}

function find(
  passage: Passage,
  others: ReadonlyArray<Passage>,
  index: number
): Array<Finding> {
  const {text} = passage
  const isZh = isChinese(passage.lang)
  const findings: Array<Finding> = []
  const open: Array<Open> = []

  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? ''
    // `1)` and `a)` count; an apostrophe and a smile are none of ours.
    if (!isZh && (mark === '’' || mark === '‘')) continue
    if (mark === ')' && /[\dA-Za-z]/.test(text[at - 1] ?? '')) {
      if (!open.some((one) => one.mark === '(')) continue
    }
    if (pairs.has(mark)) {
      const last = open.at(-1)
      const better = inner.get(mark)
      if (isZh && better && last?.mark === mark) {
        findings.push({
          start: at,
          end: at + 1,
          reason: `Unexpected \`${mark}\` inside \`${mark}\`, expected \`${better}\``,
          fix: `Write \`${better}…${pairs.get(better)}\` for the inner pair, or close the outer one before.`
        })
      }
      open.push({mark, at})
    }
    const opener = closing.get(mark)
    if (opener === undefined) continue
    if (open.at(-1)?.mark === opener) {
      open.pop()
      continue
    }
    // An apostrophe in a name or a measure.
    if (mark === '’' && /[A-Za-z\d]/.test(text[at - 1] ?? '')) continue
    const depth = open.findLastIndex((one) => one.mark === opener)
    if (depth < 0) {
      findings.push(lone(at, mark, opener))
      continue
    }
    for (const one of open.splice(depth).slice(1)) {
      findings.push(lone(one.at, one.mark, pairs.get(one.mark) ?? ''))
    }
  }

  const next = others[index + 1]
  for (const {at, mark} of open) {
    const goesOn =
      ['“', '‘', '「'].includes(mark) &&
      next?.role === passage.role &&
      next.text.trimStart().startsWith(mark)
    if (goesOn) continue
    findings.push(lone(at, mark, pairs.get(mark) ?? ''))
  }
  return findings.sort((a, b) => a.start - b.start)
}

function lone(at: number, mark: string, other: string): Finding {
  return {
    start: at,
    end: at + 1,
    reason: `Unexpected \`${mark}\` without \`${other}\`, expected both`,
    fix: `Add \`${other}\`, or take \`${mark}\` out.`
  }
}
