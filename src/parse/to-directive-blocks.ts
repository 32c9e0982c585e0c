// Blocks people name: `:::pullquote` and `:::box{title="…"}`. Others are set
// back to what was written.

import type {
  BlockContent,
  DefinitionContent,
  List,
  Paragraph,
  Table
} from 'mdast'
import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import {plainText} from '../model/plain-text.ts'
import type {BodyContent, Box, PullQuote} from '../model/story.ts'
import type {RulePage} from '../note/rule-page.ts'
import {noteCopy, sourceOf, type Copy} from './copy.ts'
import type {ToNested} from './to-list.ts'
import {toParagraphs} from './to-paragraphs.ts'
import {toTextParagraph} from './to-text-paragraph.ts'
import {toPhrasing, unclosedDirective} from './to-phrasing.ts'

/** Rule: block directives are ones we know. */
export const unknownDirective: RulePage = {
  id: 'unknown-directive',
  level: 'warning',
  what: 'A line begins like a directive (`::name`, `:::name`) that is not known; it is set as text.',
  why: 'A misspelt directive does nothing but print its name.',
  fix: 'Use `:::box` or `:::pullquote`; put a `\\` before colons that are copy.'
}

/** Turn a block directive into blocks. */
export function toDirectiveBlocks(
  node: ContainerDirective | LeafDirective,
  copy: Copy,
  toNested: ToNested
): Array<BodyContent> {
  const isContainer = node.type === 'containerDirective'
  const isKnown = node.name === 'box' || node.name === 'pullquote'
  if (isContainer && isKnown) {
    if (!isClosed(node, copy)) noteUnclosed(node, copy)
    const children = toNested(withoutLabel(node), copy)
    return node.name === 'box'
      ? toBox(node, children, copy)
      : toPullQuote(node, children)
  }

  noteCopy(
    copy,
    unknownDirective,
    `Unexpected directive \`${isContainer ? ':::' : '::'}${node.name}\`, expected \`:::box\` or \`:::pullquote\`; it is set as text`,
    {
      node,
      actual: node.name,
      expected: [':::box', ':::pullquote'],
      fix: unknownDirective.fix
    }
  )
  const source = sourceOf(copy, node)
  if (!isContainer) return toTextParagraph(source, node)

  const [opening = ''] = source.split('\n', 1)
  const closing = isClosed(node, copy) ? lastLine(source) : ''
  return [
    ...toTextParagraph(opening, node),
    ...toNested(withoutLabel(node), copy),
    ...toTextParagraph(closing, node)
  ]
}

function toBox(
  node: ContainerDirective,
  blocks: ReadonlyArray<BodyContent>,
  copy: Copy
): Array<BodyContent> {
  const title = node.attributes?.['title'] ?? findLabel(node, copy)
  const box: Box = {
    type: 'box',
    children: blocks.flatMap((block): Array<List | Paragraph | Table> => {
      if (block.type === 'list' || block.type === 'table') return [block]
      return block.type === 'footnoteDefinition' ? [] : toParagraphs([block])
    })
  }
  if (title) box.title = title
  if (node.attributes?.['writing'] === 'vertical') box.writing = 'vertical'
  if (node.position) box.position = node.position
  return [box, ...blocks.filter(({type}) => type === 'footnoteDefinition')]
}

function toPullQuote(
  node: ContainerDirective,
  blocks: ReadonlyArray<BodyContent>
): Array<BodyContent> {
  const children = toParagraphs(blocks)
  const quote: PullQuote = {type: 'pullQuote', children}
  if (node.position) quote.position = node.position
  return children.length > 0 ? [quote] : []
}

// `:::box[Title]` has its label as first paragraph.
function findLabel(node: ContainerDirective, copy: Copy): string | undefined {
  const [first] = node.children
  return first?.type === 'paragraph' && first.data?.directiveLabel
    ? toPhrasing(first.children, copy).map(plainText).join('')
    : undefined
}

function withoutLabel(
  node: ContainerDirective
): ReadonlyArray<BlockContent | DefinitionContent> {
  const [first, ...others] = node.children
  return first?.type === 'paragraph' && first.data?.directiveLabel
    ? others
    : node.children
}

function isClosed(
  node: ContainerDirective | LeafDirective,
  copy: Copy
): boolean {
  const source = sourceOf(copy, node)
  return source.includes('\n') && /^[ \t>]*:{3,}[ \t]*$/.test(lastLine(source))
}

function lastLine(source: string): string {
  return source.slice(source.lastIndexOf('\n') + 1)
}

function noteUnclosed(node: ContainerDirective, copy: Copy): void {
  noteCopy(
    copy,
    unclosedDirective,
    `Unexpected \`:::${node.name}\` without end, expected a line \`:::\` after it`,
    {node, fix: 'Add a line `:::` where it ends.'}
  )
}
