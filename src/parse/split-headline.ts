// Splits of a headline: a space between Chinese characters, or ` | `, says
// where two lines had better be parted.

import type {PhrasingContent} from 'mdast'
import type {Split} from '../model/story.ts'
import {sourceOf, type Copy} from './copy.ts'
import {firstCharacter, lastCharacter} from './edge-character.ts'
import {splitsHeadline} from './is-cjk.ts'

/** Put `split` nodes into the text of a headline. */
export function splitHeadline(
  nodes: ReadonlyArray<PhrasingContent>,
  copy: Copy
): Array<PhrasingContent> {
  return nodes.flatMap((node) =>
    node.type === 'text' ? splitText(node.value, node, copy) : [node]
  )
}

function splitText(
  value: string,
  node: PhrasingContent,
  copy: Copy
): Array<PhrasingContent> {
  const position = node.position ? {position: node.position} : {}
  const result: Array<PhrasingContent> = []
  let start = 0

  for (const match of value.matchAll(/ \| |[ \u3000]/g)) {
    const {index} = match
    const end = index + match[0].length
    const before = lastCharacter(value.slice(0, index))
    const after = firstCharacter(value.slice(end, end + 2))
    const isSplit =
      match[0].length === 3
        ? !isEscaped(value, index + 1, sourceOf(copy, node))
        : splitsHeadline(before, after)
    if (!isSplit || before === '' || after === '') continue
    const split: Split = {type: 'split', value: ' ', ...position}
    const text = value.slice(start, index)
    result.push({type: 'text', value: text, ...position}, split)
    start = end
  }

  if (start === 0) return [node]
  result.push({type: 'text', value: value.slice(start), ...position})
  return result
}

// The bar was written `\|`: it is a bar.
function isEscaped(value: string, index: number, source: string): boolean {
  const bars = [...source.matchAll(/\|/g)]
  const count = value.split('|').length - 1
  const bar = bars[value.slice(0, index).split('|').length - 1]
  if (bars.length !== count || !bar) return bars.length !== count
  return source[bar.index - 1] === '\\'
}
