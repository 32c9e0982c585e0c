// Phrases of a story to hast: what stands in a line of text. The switch is
// exhaustive: a new node type makes the compiler name the place.

import {h} from 'hastscript'
import type {Element, ElementContent} from 'hast'
import type {FootnoteReference, Link, PhrasingContent} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import type {Ruby} from '../model/story.ts'
import type {ArticleState} from './article-state.ts'

// Directives nobody knew keep their text.
type Phrase = PhrasingContent | TextDirective

/** Make the content of a line of text. */
export function toPhrasing(
  nodes: ReadonlyArray<Phrase>,
  state: ArticleState
): Array<ElementContent> {
  return nodes.flatMap((node) => toPhrase(node, state))
}

function toPhrase(node: Phrase, state: ArticleState): Array<ElementContent> {
  switch (node.type) {
    case 'text':
      return [{type: 'text', value: node.value}]
    case 'strong':
      return [h('strong', toPhrasing(node.children, state))]
    case 'emphasis':
      return [h('em', toPhrasing(node.children, state))]
    case 'dotted':
      return [h('em.dots', toPhrasing(node.children, state))]
    case 'leadIn':
      return [h('span.lead-in', toPhrasing(node.children, state))]
    case 'foreign':
      return [h('span', {lang: node.lang}, toPhrasing(node.children, state))]
    case 'name':
    case 'sic':
      return [h('span.name', toPhrasing(node.children, state))]
    case 'delete':
      return [h('del', toPhrasing(node.children, state))]
    case 'inlineCode':
      return [h('code', node.value)]
    case 'break':
      return [h('br')]
    case 'split':
      return node.value ? [{type: 'text', value: node.value}] : [h('wbr')]
    case 'ruby':
      return [toRuby(node, state)]
    case 'link':
      return toLink(node, state)
    case 'footnoteReference':
      return [toReference(node, state)]
    case 'linkReference':
    case 'textDirective':
      return toPhrasing(node.children, state)
    case 'image':
    case 'imageReference':
      // Pictures are figures; one in a line of text is named, not shown.
      return node.alt ? [{type: 'text', value: node.alt}] : []
    case 'html':
      return []
  }
}

function toRuby(node: Ruby, state: ArticleState): Element {
  const [open, close] = state.words.rubyParentheses
  return h('ruby', [
    node.value,
    h('rp', open),
    h('rt', node.annotation),
    h('rp', close)
  ])
}

// Links leave the paper; whatever else the copy links to is not in the output.
function toLink(node: Link, state: ArticleState): Array<ElementContent> {
  const content = toPhrasing(node.children, state)
  const url = URL.canParse(node.url) ? new URL(node.url) : undefined
  const isOut = /^(?:https?|mailto|tel):$/.test(url?.protocol ?? '')
  if (!url || !isOut || content.length === 0) return content
  return [h('a', {href: url.href}, content)]
}

function toReference(node: FootnoteReference, state: ArticleState): Element {
  const {idPrefix, noteNumbers, notes, referenceCounts} = state
  const number = noteNumbers.get(node.identifier) ?? 0
  const count = (referenceCounts.get(node.identifier) ?? 0) + 1
  referenceCounts.set(node.identifier, count)
  const id = `${idPrefix}noteref-${number}${count === 1 ? '' : `-${count}`}`
  return h(
    'sup',
    h(
      'a.note-reference',
      {
        id,
        href: `#${idPrefix}note-${number}`,
        role: 'doc-noteref',
        ...(notes === 'aside' ? {'epub:type': 'noteref'} : {})
      },
      String(number)
    )
  )
}
