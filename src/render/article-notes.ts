// Footnotes of an article, with their way back to the text.

import {h} from 'hastscript'
import type {Element, ElementContent} from 'hast'
import type {FootnoteDefinition} from 'mdast'
import {visitParents} from 'unist-util-visit-parents'
import type {Node} from 'unist'
import type {Story} from '../model/story.ts'
import {toFlow} from './article-flow.ts'
import type {ArticleState} from './article-state.ts'

/** Make the footnotes; call it after the text, which counts its references. */
export function toArticleNotes(
  story: Story,
  state: ArticleState
): Array<Element> {
  const definitions = findDefinitions(story, state)
  if (definitions.length === 0) return []

  if (state.notes === 'aside') {
    return definitions.map((definition) => toAside(definition, state))
  }
  const items = definitions.map((definition) => toItem(definition, state))
  const label = state.words.notes
  return [
    h('section.notes', {role: 'doc-endnotes', ariaLabel: label}, h('ol', items))
  ]
}

// Once each, in the order of their numbers.
function findDefinitions(
  story: Story,
  state: ArticleState
): Array<FootnoteDefinition> {
  const found = new Map<number, FootnoteDefinition>()
  visitParents(story, (node: Node) => {
    if (!isDefinition(node)) return
    const number = state.noteNumbers.get(node.identifier) ?? 0
    if (!found.has(number)) found.set(number, node)
  })
  return [...found].sort(([a], [b]) => a - b).map(([, node]) => node)
}

function toAside(node: FootnoteDefinition, state: ArticleState): Element {
  const number = state.noteNumbers.get(node.identifier) ?? 0
  const [first, ...rest] = toContent(node, state)
  const back = toBacklink(node, String(number), state)
  // The number runs in with the first paragraph.
  const opening =
    first?.type === 'element' && first.tagName === 'p'
      ? [h('p', [back, ' ', ...first.children])]
      : [h('p', [back]), ...(first ? [first] : [])]
  return h(
    'aside.note',
    {
      id: `${state.idPrefix}note-${number}`,
      'epub:type': 'footnote',
      role: 'doc-footnote'
    },
    [...opening, ...rest]
  )
}

function toItem(node: FootnoteDefinition, state: ArticleState): Element {
  const number = state.noteNumbers.get(node.identifier) ?? 0
  const content = toContent(node, state)
  const back = toBacklink(node, '↩', state)
  const last = content.pop()
  const closing =
    last?.type === 'element' && last.tagName === 'p'
      ? [h('p', [...last.children, ' ', back])]
      : [...(last ? [last] : []), h('p', [back])]
  return h('li', {id: `${state.idPrefix}note-${number}`}, [
    ...content,
    ...closing
  ])
}

function toContent(
  node: FootnoteDefinition,
  state: ArticleState
): Array<ElementContent> {
  return node.children.flatMap((child) => toFlow(child, state))
}

function toBacklink(
  node: FootnoteDefinition,
  text: string,
  state: ArticleState
): Element {
  const number = state.noteNumbers.get(node.identifier) ?? 0
  const isCalled = state.referenceCounts.has(node.identifier)
  if (!isCalled) return h('span.note-number', text)
  return h(
    'a.note-number',
    {
      href: `#${state.idPrefix}noteref-${number}`,
      role: 'doc-backlink',
      ariaLabel: `${state.words.backToText} ${number}`,
      ...(state.notes === 'aside' ? {'epub:type': 'backlink'} : {})
    },
    text
  )
}

function isDefinition(node: Node): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition'
}
