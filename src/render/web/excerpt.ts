// The first words of a story, as issues show them under the headline of a page's
// lead: what its summary says, or how its copy begins.

import {plainText} from '../../model/plain-text.ts'
import type {Story} from '../../model/story.ts'

const chineseCount = 96
const otherCount = 220

/** Give the first words; they end with a sentence, or are marked as cut. */
export function toExcerpt({children, lang}: Story): string {
  const summary = children.find(({type}) => type === 'summary')
  const body = children.find((child) => child.type === 'body')
  const paragraphs = (body?.children ?? []).filter(
    ({type}) => type === 'paragraph'
  )
  const [first] = summary ? [summary] : paragraphs
  const text = first ? plainText(first).replaceAll(/\s+/g, ' ').trim() : ''
  const isChinese = lang.startsWith('zh')
  const most = isChinese ? chineseCount : otherCount
  if (text.length <= most) return text

  const start = text.slice(0, most)
  const sentences = /^.*[。！？.!?][”’」』"']?(?=\s|\p{L}|$)/su.exec(start)?.[0]
  if (sentences && sentences.length > most / 2) return sentences.trim()
  // Neither a word nor a mark is cut in two.
  const words = isChinese ? start : start.replace(/\s+\S*$/, '')
  return `${words.replace(/[\s\p{P}\ud800-\udbff]+$/u, '')}${isChinese ? '……' : '…'}`
}
