// Blocks of a story to hast. The switch is exhaustive: a new node type makes the
// compiler name the place.

import {h} from 'hastscript'
import type {Element, ElementContent} from 'hast'
import type {BlockContent, DefinitionContent, List, ListItem} from 'mdast'
import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import {toArticleFigure} from './article-figure.ts'
import {toPhrasing} from './article-phrasing.ts'
import type {ArticleState} from './article-state.ts'
import {toArticleTable} from './article-table.ts'

// Directives nobody knew keep their text.
type Block =
  BlockContent | ContainerDirective | DefinitionContent | LeafDirective

/** Make blocks. */
export function toFlow(
  node: Block,
  state: ArticleState
): Array<ElementContent> {
  switch (node.type) {
    case 'paragraph':
      return [h('p', toPhrasing(node.children, state))]
    case 'crosshead':
      return [h(state.crossheadName, toPhrasing(node.children, state))]
    case 'figure':
      return [toArticleFigure(node, state)]
    case 'list':
      return [toList(node, state)]
    case 'table':
      return toArticleTable(node, state)
    case 'blockquote':
      return [h('blockquote', toFlows(node.children, state))]
    case 'pullQuote':
      return [
        h(
          'aside.pull-quote',
          {role: 'doc-pullquote'},
          toFlows(node.children, state)
        )
      ]
    case 'box':
      return [
        h('aside.box', {role: 'note', ariaLabel: node.title}, [
          node.title ? h('p.box-title', node.title) : undefined,
          ...toFlows(node.children, state)
        ])
      ]
    case 'heading':
      // Inside lists and quotes: a heading there would break the outline.
      return [h('p', h('strong', toPhrasing(node.children, state)))]
    case 'code':
      return [h('pre', h('code', node.value))]
    case 'thematicBreak':
      return [h('hr')]
    case 'containerDirective':
      return toFlows(node.children, state)
    case 'leafDirective':
      return [h('p', toPhrasing(node.children, state))]
    case 'definition':
    case 'footnoteDefinition':
    case 'html':
      return []
  }
}

function toFlows(
  nodes: ReadonlyArray<Block>,
  state: ArticleState
): Array<ElementContent> {
  return nodes.flatMap((node) => toFlow(node, state))
}

// Items of one paragraph each stand without `p`.
function toList(node: List, state: ArticleState): Element {
  const items = node.children.map((item) => toItem(item, node, state))
  if (!node.ordered) return h('ul', items)
  const start = node.start ?? 1
  return h('ol', start === 1 ? {} : {start}, items)
}

function toItem(node: ListItem, list: List, state: ArticleState): Element {
  const isLoose = list.spread === true || node.spread === true
  const content = node.children.flatMap((child): Array<ElementContent> => {
    const isTight = child.type === 'paragraph' && !isLoose
    return isTight ? toPhrasing(child.children, state) : toFlow(child, state)
  })
  const box = node.checked === true ? '[x] ' : '[ ] '
  const hasBox = typeof node.checked === 'boolean'
  return h('li', [hasBox ? box : undefined, ...content])
}
