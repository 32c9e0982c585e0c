// Rule: Chinese is punctuated with Chinese marks (GB/T 15834-2011, 5).
//
// Marks inside numbers, addresses and English stay as they are: a mark is ours
// when a hanzi stands before it, or after it and no Latin before.

import type {CopyRule} from './copy-rule.ts'
import type {Finding, Passage} from './passage.ts'

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。'
}
const hanzi = /\p{Script=Han}/u
const chinese = /[\p{Script=Han}，。；：？！、）》”’]/u
const address = /(?:https?:\/\/|www\.)[\w./?=&%#:-]+|[\w.-]+@[\w.-]+/g

/** The rule. */
export const halfWidthMark: CopyRule = {
  id: 'half-width-mark',
  level: 'warning',
  lang: 'zh',
  errorCount: 1,
  what: 'A mark of half the width stands in Chinese: `,` for `，`.',
  why: 'It is another mark: too narrow, too low, and not squeezed or kept from line ends as Chinese marks are.',
  fix: 'Write the Chinese mark the note names.',
  find
}

function find({text}: Passage): Array<Finding> {
  const findings: Array<Finding> = []
  const addresses = [...text.matchAll(address)]
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? ''
    const better = toBetter(mark, text, at)
    if (better === undefined || !isOurs(mark, text, at)) continue
    const isInAddress = addresses.some(
      ({0: found, index}) => at >= index && at < index + found.length
    )
    if (isInAddress) continue
    // A pair is one mistake.
    if (mark === ')' && findings.at(-1)?.end === at + 1) continue
    const pair = mark === '(' ? findPair(text, at) : undefined
    if (pair !== undefined) {
      const inside = text.slice(at, pair + 1)
      findings.push({
        start: at,
        end: pair + 1,
        reason: `Unexpected \`${inside}\` in Chinese, expected \`（…）\``,
        fix: `Write \`（${inside.slice(1, -1)}）\`.`
      })
      continue
    }
    findings.push({
      start: at,
      end: at + 1,
      reason: `Unexpected \`${mark}\` in Chinese, expected \`${better}\``,
      fix: `Write \`${better}\`.`
    })
  }
  return findings
}

function findPair(text: string, at: number): number | undefined {
  const end = text.indexOf(')', at)
  const isShort = end > at && end - at < 40
  return isShort && !text.slice(at + 1, end).includes('(') ? end : undefined
}

function toBetter(mark: string, text: string, at: number): string | undefined {
  if (mark !== '"' && mark !== "'") return fullWidth[mark]
  const before = text.slice(0, at).split(mark).length - 1
  const isOpening = before % 2 === 0
  if (mark === '"') return isOpening ? '“' : '”'
  return isOpening ? '‘' : '’'
}

function isOurs(mark: string, text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  if (mark === '(') return hanzi.test(after) || chinese.test(before)
  if (mark === ')') return chinese.test(before)
  if (mark === '"' || mark === "'") {
    return chinese.test(before) || hanzi.test(after)
  }
  // Dots in a row are an ellipsis: another rule's.
  if (mark === '.' && (before === '.' || after === '.')) return false
  if (chinese.test(before)) return !(mark === '.' && /\d/.test(after))
  if (mark === '.') return false
  // After a number or a Latin word the hanzi that follows decides.
  return hanzi.test(after) && /[\dA-Za-z%％]/.test(before)
}
