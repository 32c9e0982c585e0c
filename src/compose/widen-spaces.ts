// Two halves of a Chinese title on one line are parted by the width of a
// character, whether the copy marks the split or only has a space there.

import type {PhrasingContent} from 'mdast'
import {isHanLanguage} from '../model/is-han-language.ts'

/** Make spaces between hanzi as wide as a character. */
export function widenSpaces(
  nodes: ReadonlyArray<PhrasingContent>,
  lang: string
): Array<PhrasingContent> {
  if (!isHanLanguage(lang)) return [...nodes]
  return nodes.map((node) => {
    if (node.type === 'split') return {type: 'text', value: '\u3000'}
    if (node.type !== 'text') return node
    return {...node, value: node.value.replaceAll(between, '\u3000')}
  })
}

const between =
  /(?<=[\p{Script=Han}”’》」』）！？]) (?=[\p{Script=Han}“‘《「『（])/gu
