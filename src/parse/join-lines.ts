// Join the lines of a paragraph: without a space in Chinese, with one
// elsewhere. Line ends in a manuscript say nothing unless they are hard breaks.

import type {PhrasingContent} from 'mdast'
import {plainText} from '../model/plain-text.ts'
import {firstCharacter, lastCharacter} from './edge-character.ts'
import {joinsTight} from './is-cjk.ts'

/** Join the lines within a row of siblings. */
export function joinLines(
  nodes: ReadonlyArray<PhrasingContent>
): Array<PhrasingContent> {
  return nodes.map((node, index) => {
    if (node.type !== 'text' || !node.value.includes('\n')) return node
    const left = nodes[index - 1]
    const right = nodes[index + 1]
    const before = left ? lastCharacter(plainText(left)) : ''
    const after = right ? firstCharacter(plainText(right)) : ''
    return {...node, value: joinText(node.value, before, after)}
  })
}

/** Join the lines of plain text, between the characters around it. */
export function joinText(value: string, before = '', after = ''): string {
  const lines = value.split('\n').map((line, index, all) => {
    const start = index === 0 ? line : line.trimStart()
    return index === all.length - 1 ? start : start.trimEnd()
  })
  const parts: Array<string> = []

  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      const left = lastCharacter(lines[index - 1] ?? '') || before
      const right = firstCharacter(line) || after
      if (!joinsTight(left, right)) parts.push(' ')
    }
    parts.push(line)
  }

  return parts.join('')
}
