// Blocks to structure elements: what each kind of copy is to somebody who
// listens to it.

import type {
  Block,
  Line,
  LinkTarget,
  Mark,
  PaintedPicture
} from '../../model/page.ts'
import {readText} from '../read-text.ts'
import {
  isElement,
  type StructureElement,
  type StructureKind
} from './structure.ts'
import {toSafeHref} from './to-safe-href.ts'

/** Where blocks stand. */
export interface Place {
  pageIndex: number
  /** Language of what is around. */
  lang: string
  /** Rank of a story's headline: `2` on a page that has a heading, else `1`. */
  headlineRank: 1 | 2
  /** Whether headlines here only repeat one: they are no headings. */
  isSign?: boolean
  /** Parts of stories that are in the issue, by `toPartId`. */
  partIds: ReadonlySet<string>
  /** Where all of it leads. */
  target?: LinkTarget
  /** What stands before it in the story, to be gone on with after a jump. */
  before?: ReadonlyArray<StructureElement>
}

type Node = Block | Mark

/**
 * Make elements of blocks and marks; rules, tints, frames and ornaments are
 * decoration and get none.
 */
export function toElements(
  nodes: ReadonlyArray<Node>,
  place: Place
): Array<StructureElement> {
  const elements: Array<StructureElement> = []
  let loose: StructureElement = {kind: 'P', children: []}
  // A crosshead stands one rank under the headline, where there is one.
  const hasHeadline =
    place.before !== undefined ||
    nodes.some((node) => node.type === 'block' && node.role === 'headline')
  const inside = hasHeadline ? place : {...place, hasNoHeadline: true}

  for (const node of nodes) {
    if (node.type === 'line') {
      addRuns(loose, node, place)
      continue
    }
    closeLoose()
    if (node.type === 'picture') {
      elements.push(toPicture(node, undefined, place))
    } else if (node.type === 'block') {
      addBlock(elements, node, inside)
    }
  }
  closeLoose()
  return elements

  function closeLoose(): void {
    if (loose.children.length > 0) elements.push(loose)
    loose = {kind: 'P', children: []}
  }
}

/** Where blocks of one level stand. */
interface BlockPlace extends Place {
  hasNoHeadline?: boolean
}

// Ids of the blocks that elements came from: a paragraph parted by a jump is
// one paragraph.
const origins = new WeakMap<StructureElement, string>()

function addBlock(
  elements: Array<StructureElement>,
  block: Block,
  place: BlockPlace
): void {
  const made = toBlock(block, place)
  const last = elements.at(-1) ?? place.before?.at(-1)
  const origin = `${block.role} ${block.id}`
  for (const element of made) {
    const isSame = last !== undefined && origins.get(last) === origin
    if (isSame && last.kind === element.kind) {
      last.children.push(...element.children)
      continue
    }
    origins.set(element, origin)
    elements.push(element)
  }
}

function toBlock(block: Block, outside: BlockPlace): Array<StructureElement> {
  const target = outside.target ?? findTarget(block.target, outside)
  const lang = block.lang ?? outside.lang
  const {before: _, ...around} = outside
  const place: BlockPlace = {...around, lang, ...(target ? {target} : {})}
  const made = toKind(block, place)
  if (lang !== outside.lang) for (const element of made) element.lang ??= lang
  return made
}

function toKind(block: Block, place: BlockPlace): Array<StructureElement> {
  const {role} = block
  switch (role) {
    case 'headline':
      return place.isSign
        ? [toText('P', block, place)]
        : [toText(place.headlineRank === 1 ? 'H1' : 'H2', block, place)]
    case 'crosshead': {
      const rank = place.headlineRank + (place.hasNoHeadline ? 0 : 1)
      return [
        toText(rank === 3 ? 'H3' : rank === 2 ? 'H2' : 'H1', block, place)
      ]
    }
    case 'list':
      return [toGroup('L', block, place)]
    case 'listItem': {
      const body: StructureElement = {
        kind: 'LBody',
        children: toElements(block.children, place)
      }
      return [{kind: 'LI', children: [body]}]
    }
    case 'table':
      return [toTable(block, place)]
    case 'figure':
      return toFigure(block, place)
    case 'caption':
      return [toGroup('Caption', block, place)]
    case 'footnote':
      return [{...toText('Note', block, place), id: `note-${block.id}`}]
    case 'blockquote':
    case 'pullQuote':
      return [toGroup('BlockQuote', block, place)]
    case 'box':
      return [toGroup('Sect', block, place)]
    case 'byline':
    case 'credit':
    case 'deck':
    case 'jumpLine':
    case 'kicker':
    case 'label':
    case 'paragraph':
    case 'statusMark':
    case 'summary':
      return block.children.some((child) => child.type === 'block')
        ? toElements(block.children, place)
        : [toText('P', block, place)]
    case 'tableCell':
    case 'tableHeaderCell':
    case 'tableRow':
      throw new TypeError(`Unexpected \`${role}\` outside a table`)
  }
}

function toGroup(
  kind: StructureKind,
  block: Block,
  place: Place
): StructureElement {
  return {kind, children: toElements(block.children, place)}
}

/** Lines straight in the element; blocks in it are gone through. */
function toText(
  kind: StructureKind,
  block: Block,
  place: Place
): StructureElement {
  const element: StructureElement = {kind, children: []}
  for (const child of block.children) {
    if (child.type === 'line') addRuns(element, child, place)
    else if (child.type === 'block') {
      element.children.push(...toText('Span', child, place).children)
    }
  }
  return element
}

/** A picture and its cutline: two things, so that both are read. */
function toFigure(block: Block, place: Place): Array<StructureElement> {
  const caption = block.children.find(
    (child) => child.type === 'block' && child.role === 'caption'
  )
  const alt = block.alt || (caption ? readText([caption]) : '')
  const children = block.children.flatMap((child): Array<StructureElement> => {
    if (child.type === 'picture') return [toPicture(child, alt, place)]
    return toElements([child], place)
  })
  return children.length > 0 ? [{kind: 'Sect', children}] : []
}

function toPicture(
  picture: PaintedPicture,
  alt: string | undefined,
  place: Place
): StructureElement {
  const {pageIndex} = place
  if (!alt) {
    throw new TypeError(
      `Unexpected picture \`${picture.src}\` without a description, expected its \`alt\` or a cutline`
    )
  }
  return {kind: 'Figure', alt, children: [{pageIndex, mark: picture}]}
}

function toTable(table: Block, place: Place): StructureElement {
  const headerIds: Array<string> = []
  const rows = table.children.filter((child) => child.type === 'block')
  const children = rows.map((row): StructureElement => {
    const cells = row.children.filter((child) => child.type === 'block')
    return {
      kind: 'TR',
      children: cells.map((cell, index) => toCell(cell, index))
    }
  })
  return {kind: 'Table', children}

  function toCell(cell: Block, index: number): StructureElement {
    if (cell.role === 'tableHeaderCell') {
      const id = `cell-${cell.id}`
      headerIds[index] = id
      return {...toText('TH', cell, place), id}
    }
    const headerId = headerIds[index]
    return {
      ...toText('TD', cell, place),
      ...(headerId ? {headerIds: [headerId]} : {})
    }
  }
}

/** A link that leads nowhere, or nowhere safe, is plain text. */
function findTarget(
  target: LinkTarget | undefined,
  place: Place
): LinkTarget | undefined {
  const leads =
    target?.type === 'part'
      ? place.partIds.has(toPartId(target.slug, target.part))
      : target && toSafeHref(target.url) !== undefined
  return leads ? target : undefined
}

/** Name a part of a story. */
export function toPartId(slug: string, part: string): string {
  return `${slug} ${part}`
}

/** Add the runs of a line, with elements around what needs one. */
function addRuns(parent: StructureElement, line: Line, place: Place): void {
  for (const run of line.children) {
    if (run.glyphs.length === 0) continue
    const lang = run.lang ?? place.lang
    const target = place.target ?? findTarget(run.link, place)
    let element = parent
    if (target) element = enter(element, {kind: 'Link', target, children: []})
    else if (run.mark === 'noteRef') {
      element = enter(element, {kind: 'Reference', children: []})
    }
    if (lang !== place.lang) {
      element = enter(element, {kind: 'Span', lang, children: []})
    }
    element.children.push({pageIndex: place.pageIndex, mark: run, line})
  }
}

/** Go on with the last element, if it is alike, or begin one. */
function enter(
  parent: StructureElement,
  made: StructureElement
): StructureElement {
  const last = parent.children.at(-1)
  const isAlike =
    last !== undefined &&
    isElement(last) &&
    last.kind === made.kind &&
    last.lang === made.lang &&
    isSameTarget(last.target, made.target)
  if (isAlike) return last
  parent.children.push(made)
  return made
}

function isSameTarget(
  a: LinkTarget | undefined,
  b: LinkTarget | undefined
): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
