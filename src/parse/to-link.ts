// Links: printed as text, live on screen, and only to where links may lead.

import type {Link, PhrasingContent, Text} from 'mdast'
import type {RulePage} from '../note/rule-page.ts'
import {noteCopy, type Copy} from './copy.ts'

/** Rule: links lead to the web or to a mailbox. */
export const linkDropped: RulePage = {
  id: 'link-dropped',
  level: 'warning',
  what: 'A link leads somewhere that is neither `http`, `https` nor `mailto`.',
  why: 'Other addresses can run code on a reader’s device, or lead nowhere outside the newsroom.',
  fix: 'Link to an `https://` address, or drop the link; the words are printed without it.'
}

/** Turn a link into copy; a bad one into the words it is on. */
export function toLink(node: Link, copy: Copy): Array<PhrasingContent> {
  if (!isSafe(node.url)) {
    noteCopy(
      copy,
      linkDropped,
      `Unexpected link to \`${node.url.slice(0, 80)}\`, expected \`https:\`, \`http:\` or \`mailto:\``,
      {node, actual: node.url.slice(0, 200), fix: linkDropped.fix}
    )
    return node.children
  }
  return cutLiteral(node)
}

function isSafe(url: string): boolean {
  try {
    const {protocol} = new URL(url)
    return ['http:', 'https:', 'mailto:'].includes(protocol)
  } catch {
    return false
  }
}

// A bare address ends where Chinese begins: `https://a.example，欢迎`.
function cutLiteral(node: Link): Array<PhrasingContent> {
  const [only, ...others] = node.children
  if (only?.type !== 'text' || others.length > 0) return [node]
  const index = only.value.search(/[^\u0021-\u007e]/)
  if (index < 1 || !node.url.endsWith(only.value)) return [node]

  const cut = only.value.length - index
  const rest: Text = {type: 'text', value: only.value.slice(index)}
  if (node.position) rest.position = node.position
  const url = node.url.slice(0, -cut)
  const text: Text = {...only, value: only.value.slice(0, index)}
  return isSafe(url) ? [{...node, url, children: [text]}, rest] : [only]
}
