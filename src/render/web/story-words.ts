// The words of a story for scripts: its copy, to quote from and to compare, and
// where each line of it stands on paper (`words.json` beside its document).

import {plainText} from '../../model/plain-text.ts'
import type {BodyContent, Story} from '../../model/story.ts'
import type {LayoutPage} from '../layout-json.ts'
import {labelStory} from '../story-label.ts'
import {toZoneId, type PlannedStory} from './issue-plan.ts'

/** The words of a story. */
export interface StoryWords {
  title: string
  /** Day of the issue. */
  date: string
  section?: string
  /** Page it begins on, if anybody knows, and the way to it lit. */
  page?: number
  zone: string
  /** Blocks of copy. */
  blocks: Array<string>
  parts: Array<PrintedPart>
}

/** A part of a story on a page. */
export interface PrintedPart {
  page: number
  /** Blocks, each with its lines. */
  blocks: Array<Array<PrintedLine>>
}

/** A line: its text, place and characters, in ten-thousandths of the page. */
export interface PrintedLine {
  /** With the blank that follows it in the copy, if one does. */
  text: string
  /** Left, top, width, depth. */
  box: [number, number, number, number]
  /** Where characters begin along the line, and where the last one ends. */
  edges: Array<number>
  /** Whether it runs down. */
  down?: true
}

/** Find the words of a story. */
export function toStoryWords(
  planned: PlannedStory,
  pages: ReadonlyArray<LayoutPage>,
  date: string
): StoryWords {
  const {page, story} = planned
  return {
    title: labelStory(story),
    date,
    ...(page.section !== undefined && {section: page.section}),
    ...(!page.isNumberUnknown && {page: page.pageNumber}),
    zone: toZoneId(planned),
    blocks: toBlocks(story),
    parts: pages.flatMap((layout) => toParts(layout, story.slug))
  }
}

/** List the blocks of a story's copy as plain text, headline first. */
export function toBlocks(story: Story): Array<string> {
  const head = story.children.flatMap((child) =>
    child.type === 'body' ? [] : [plainText(child)]
  )
  const body = story.children.flatMap((child) =>
    child.type === 'body' ? child.children.flatMap(readBlock) : []
  )
  return [...head, ...body]
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

// Paragraphs of what holds several are blocks of their own.
function readBlock(block: BodyContent): Array<string> {
  switch (block.type) {
    case 'crosshead':
    case 'paragraph':
      return [plainText(block)]
    case 'figure':
      return [plainText(block), block.credit ?? '']
    case 'box':
      return [block.title ?? '', ...block.children.flatMap(readLeaves)]
    default:
      return readLeaves(block)
  }
}

function readLeaves(node: object): Array<string> {
  if (!('type' in node) || typeof node.type !== 'string') return []
  const isLeaf = node.type === 'paragraph' || node.type === 'tableCell'
  if (isLeaf) return [plainText({...node, type: node.type})]
  const children: unknown = 'children' in node ? node.children : []
  return Array.isArray(children) ? children.flatMap(readLeaves) : []
}

// What the press adds is no copy.
const added = new Set(['jumpLine', 'label', 'statusMark'])

function toParts(layout: LayoutPage, slug: string): Array<PrintedPart> {
  const {depthMm, modules, pageNumber, widthMm} = layout
  const toX = (mm: number) => Math.round((mm / widthMm) * 10_000)
  const toY = (mm: number) => Math.round((mm / depthMm) * 10_000)
  return modules
    .filter(({story}) => story === slug)
    .map(({blocks}) => ({
      page: pageNumber,
      blocks: blocks
        .filter(({lines, role}) => lines.length > 0 && !added.has(role))
        .map(({lines}) =>
          lines.map(({depth, edges, isVertical, join, text, width, x, y}) => ({
            text: text + join,
            box: [toX(x), toY(y), toX(width), toY(depth)],
            edges: edges.map(isVertical ? toY : toX),
            ...(isVertical && {down: true as const})
          }))
        )
    }))
}
