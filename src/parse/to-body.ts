// Markdown blocks to the blocks of a body.
//
// Code, HTML and directives nobody knows become paragraphs: their words are
// copy. Pictures within text become figures after the block they are in.

import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  Paragraph,
  PhrasingContent,
  RootContent
} from 'mdast'
import type {Node} from 'unist'
import {plainText} from '../model/plain-text.ts'
import type {BodyContent, Crosshead} from '../model/story.ts'
import type {RulePage} from '../note/rule-page.ts'
import {noteCopy, type Copy} from './copy.ts'
import {withLeadIn} from './find-lead-in.ts'
import {htmlDropped, stripHtml} from './strip-html.ts'
import {toDirectiveBlocks} from './to-directive-blocks.ts'
import {toList, toTable} from './to-list.ts'
import {toTextParagraph} from './to-text-paragraph.ts'
import {toPhrasing, unshield} from './to-phrasing.ts'

/** Rule: copy has no code. */
export const codeInCopy: RulePage = {
  id: 'code-in-copy',
  level: 'warning',
  what: 'The copy has a block of code; it is set as a paragraph.',
  why: 'Newspapers set no code; three backticks or tildes are most often an accident.',
  fix: 'Take the fences (```` ``` ````) away.'
}

/** Rule: thematic breaks are left out. */
export const breakDropped: RulePage = {
  id: 'break-dropped',
  level: 'info',
  what: 'The copy has a thematic break (`---`); it is left out.',
  why: 'Stories are parted by crossheads and white, which the page decides on.',
  fix: 'Delete the line, or write a crosshead: `## …`.'
}

/** Turn Markdown blocks into the blocks of a body. */
export function toBody(
  nodes: ReadonlyArray<RootContent>,
  copy: Copy
): Array<BodyContent> {
  const result: Array<BodyContent> = []
  for (const node of nodes) {
    result.push(...toBlocks(node, copy), ...copy.lifted.splice(0))
  }
  return result
}

// One Markdown block; its figures wait in `copy.lifted`.
function toBlocks(node: RootContent, copy: Copy): Array<BodyContent> {
  switch (node.type) {
    case 'paragraph': {
      const children = withLeadIn(trim(toPhrasing(node.children, copy)))
      return children.length > 0 ? [{...node, children}] : []
    }
    case 'heading': {
      const children = trim(toPhrasing(node.children, copy))
      const {position} = node
      const crosshead: Crosshead = {type: 'crosshead', children}
      if (position) crosshead.position = position
      return children.length > 0 ? [crosshead] : []
    }
    case 'blockquote': {
      const children = toNested(node.children, copy)
      return children.length > 0 ? [{...node, children}] : []
    }
    case 'list':
      return toList(node, copy, toNested)
    case 'table':
      return toTable(node, copy)
    case 'footnoteDefinition': {
      const children = toNested(node.children, copy)
      const note: FootnoteDefinition = {...node, children}
      return [note]
    }
    case 'containerDirective':
    case 'leafDirective':
      return toDirectiveBlocks(node, copy, toNested)
    case 'code':
      return fromCode(unshield(node.value, copy), node, copy)
    case 'html':
      return fromHtml(unshield(node.value, copy), node, copy)
    case 'thematicBreak':
      noteCopy(
        copy,
        breakDropped,
        'Unexpected thematic break, expected none; it is left out',
        {node, fix: breakDropped.fix}
      )
      return []
    default:
      return []
  }
}

// Blocks within a block; headings there are paragraphs.
function toNested(
  nodes: ReadonlyArray<BlockContent | DefinitionContent>,
  copy: Copy
): Array<BodyContent> {
  return nodes
    .flatMap((node) => toBlocks(node, copy))
    .map((node): BodyContent =>
      node.type === 'crosshead' ? {...node, type: 'paragraph'} : node
    )
}

function fromCode(value: string, node: Node, copy: Copy): Array<Paragraph> {
  noteCopy(
    copy,
    codeInCopy,
    'Unexpected block of code, expected a paragraph; it is set as one',
    {node, fix: codeInCopy.fix}
  )
  const position = node.position ? {position: node.position} : {}
  const children = value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, index): Array<PhrasingContent> => {
      const text: PhrasingContent = {type: 'text', value: line, ...position}
      return index === 0 ? [text] : [{type: 'break', ...position}, text]
    })
  return children.length > 0 ? [{type: 'paragraph', children, ...position}] : []
}

function fromHtml(value: string, node: Node, copy: Copy): Array<Paragraph> {
  noteCopy(
    copy,
    htmlDropped,
    `Unexpected HTML \`${value.slice(0, 60).replace(/\s+/g, ' ')}\`, expected Markdown; its tags are left out`,
    {node, actual: value.slice(0, 200), fix: htmlDropped.fix}
  )
  return stripHtml(value)
    .split(/\n[ \t]*\n/)
    .flatMap((text) => toTextParagraph(text, node))
}

// Indents typed by hand are the template's business.
function trim(nodes: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  const result = nodes.map((node, index) => {
    if (node.type !== 'text') return node
    let {value} = node
    if (index === 0) value = value.trimStart()
    if (index === nodes.length - 1) value = value.trimEnd()
    return {...node, value}
  })
  const isEmpty = result.every(
    (node) => node.type === 'break' || (node.type === 'text' && !node.value)
  )
  return isEmpty ? [] : result.filter((node) => !isBlank(node))
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && plainText(node) === ''
}
