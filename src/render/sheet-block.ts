// Blocks to hast: the structure that is read, searched and listened to.
//
// Structure elements have no place and no size of their own; everything in them
// stands at absolute places. So a paragraph over several legs stays one `p`.

import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, Line, Mark} from '../model/page.ts'
import {toHref, toLine} from './sheet-line.ts'
import {toMark} from './sheet-mark.ts'
import {enterLang, type SheetPage} from './sheet-page.ts'

/** What a block has to know of where it is. */
interface BlockOptions {
  /** Rank of a story's headline: `2` on a page that has a heading, else `1`. */
  headlineRank: 1 | 2
  /** Where all of it leads. */
  href?: string | undefined
  /** What the picture shows, where a figure around it says so. */
  alt?: string | undefined
}

/** How to paint what is in a block. */
export interface ContentOptions extends BlockOptions {
  /** Whether loose lines need a paragraph around them. */
  wraps: boolean
}

/** Paint the children of a block, a module or a piece of furniture. */
export function toContent(
  children: ReadonlyArray<Block | Mark>,
  options: ContentOptions,
  context: SheetPage
): Array<ElementContent> {
  const content: Array<ElementContent> = []
  let lines: Array<ElementContent> = []

  for (const [index, child] of children.entries()) {
    if (child.type === 'line') {
      lines.push(
        ...paintLine(child, children.slice(index + 1), options, context)
      )
      continue
    }
    content.push(...closeLines(lines, options.wraps))
    lines = []
    content.push(
      ...(child.type === 'block'
        ? toBlock(child, options, context)
        : [toMark(child, options.alt, context)])
    )
  }

  return [...content, ...closeLines(lines, options.wraps)]
}

function toBlock(
  block: Block,
  options: BlockOptions,
  outside: SheetPage
): Array<ElementContent> {
  const {attribute: lang, inside: context} = enterLang(outside, block.lang)
  if (block.role === 'table') return toTable(block, lang, options, context)

  const holdsBlocks = block.children.some((child) => child.type === 'block')
  const name = toTagName(block, holdsBlocks, options)
  const inside = {
    ...options,
    alt: block.alt ?? options.alt,
    href: options.href ?? toHref(block.target, context),
    wraps: isContainer(name)
  }
  return [h(name, {lang}, toContent(block.children, inside, context))]
}

function paintLine(
  line: Line,
  rest: ReadonlyArray<Block | Mark>,
  options: ContentOptions,
  context: SheetPage
): Array<ElementContent> {
  const isLast = !rest.some((mark) => mark.type === 'line')
  return toLine(line, {isLast, href: options.href}, context)
}

function closeLines(
  lines: Array<ElementContent>,
  wraps: boolean
): Array<ElementContent> {
  return wraps && lines.length > 0 ? [h('p', lines)] : lines
}

function toTagName(
  block: Block,
  holdsBlocks: boolean,
  options: BlockOptions
): string {
  switch (block.role) {
    case 'headline':
      return `h${options.headlineRank}`
    case 'crosshead':
      return `h${options.headlineRank + 1}`
    case 'list':
      return 'ul'
    case 'listItem':
      return 'li'
    case 'table':
      return 'table'
    case 'tableRow':
      return 'tr'
    case 'tableCell':
      return 'td'
    case 'tableHeaderCell':
      return 'th'
    case 'figure':
      return 'figure'
    case 'caption':
      return 'figcaption'
    case 'blockquote':
      return 'blockquote'
    case 'box':
      return 'div'
    case 'byline':
    case 'credit':
    case 'deck':
    case 'footnote':
    case 'jumpLine':
    case 'kicker':
    case 'label':
    case 'paragraph':
    case 'pullQuote':
    case 'statusMark':
    case 'summary':
      return holdsBlocks ? 'div' : 'p'
  }
}

function isContainer(name: string): boolean {
  return ['blockquote', 'div', 'figure'].includes(name)
}

// HTML takes nothing in a table but rows and cells: rules and tints come before
// it, which is also the order they are painted in.
function toTable(
  table: Block,
  lang: string | undefined,
  options: BlockOptions,
  context: SheetPage
): Array<ElementContent> {
  const rows = table.children.filter((child) => child.type === 'block')
  const marks = [table, ...rows].flatMap((parent) =>
    parent.children.filter((child) => child.type !== 'block')
  )
  const body = rows.map((row) => {
    const cells = row.children.filter((child) => child.type === 'block')
    return h('tr', toContent(cells, {...options, wraps: false}, context))
  })
  const before = toContent(marks, {...options, wraps: true}, context)
  const element: Element = h('table', {lang}, h('tbody', body))
  return [...before, element]
}
