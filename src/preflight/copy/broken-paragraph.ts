// Rule: a paragraph ends where a sentence does.
//
// Copy that was copied out of columns is cut at their ends.

import type {Node} from 'unist'
import type {CopyRule} from './copy-rule.ts'
import type {Finding, Passage} from './passage.ts'
import {isChinese} from './words.ts'

// Shorter lines are addresses, signatures, verses.
const leastLength = 18
const end = /[。！？…：；”’）》」』—.!?)\]〕】]\s*$/u
// Addresses and numbers end as they end.
const address = /(?:[\w-]+\.[a-z]{2,}(?:\/\S*)?|\d[\d -]{5,})$/
const englishEnd = /[.!?:;…”’")\]—–-]\s*$/u

/** The rule. */
export const brokenParagraph: CopyRule = {
  id: 'broken-paragraph',
  level: 'warning',
  errorCount: 1,
  what: 'A paragraph stops in the middle of a sentence.',
  why: 'It was cut by the end of a column or a page it was copied from, or its end was lost.',
  fix: 'Join it to the next paragraph, or write its end; if the source stops there, set `status: truncated`.',
  find
}

function find(
  passage: Passage,
  others: ReadonlyArray<Passage>,
  index: number
): Array<Finding> {
  const {lang, role, text} = passage
  if (role !== 'paragraph' || text.length < leastLength) return []
  if (isVerse(passage.node)) return []
  const trimmed = text.trimEnd()
  const isZh = isChinese(lang)
  if ((isZh ? end : englishEnd).test(trimmed)) return []
  if (address.test(trimmed)) return []
  // What leads to a list, a table or a picture goes on there.
  const next = others.slice(index + 1).find((one) => one.role !== 'footnote')
  if (next && next.role !== 'paragraph' && next.role !== 'crosshead') return []
  if (!isZh && next && !/^[a-z]/.test(next.text)) return []
  const last = [...trimmed].slice(-6).join('')
  return [
    {
      start: trimmed.length - 1,
      end: trimmed.length,
      reason: `Unexpected end of a paragraph after \`${last}\`, expected the end of a sentence`,
      fix:
        next?.role === 'paragraph'
          ? 'Join it to the next paragraph, or write its end.'
          : 'Write its end; if the source stops there, set `status: truncated`.'
    }
  ]
}

/** Verses, addresses and signatures: their lines end where the writer says. */
function isVerse(node: Node): boolean {
  const children = 'children' in node ? node.children : []
  return (
    Array.isArray(children) &&
    children.some((child: Node) => child.type === 'break')
  )
}
