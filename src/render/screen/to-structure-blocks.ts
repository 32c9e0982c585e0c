// Blocks to structure elements: what each kind of copy is to somebody who
// listens to it.

import type {Block, Line, Mark, PaintedPicture} from '../../model/page.ts'
import {findWords} from '../words.ts'
import {addRuns} from './add-runs.ts'
import {readNoteNumber, toNoteKey} from './find-notes.ts'
import {findTarget, type Place} from './structure-place.ts'
import {
  findLeaves,
  isElement,
  type StructureElement,
  type StructureKind
} from './structure.ts'

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

  const lines = pairRuby(nodes)

  for (const node of nodes) {
    if (node.type === 'line') {
      const ruby = lines.get(node)
      if (ruby) addRuns(loose, node, ruby, place)
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
  return place.isInList ? elements : gatherItems(elements)

  function closeLoose(): void {
    if (loose.children.length > 0) elements.push(loose)
    loose = {kind: 'P', children: []}
  }
}

/** Lines of some nodes, each with the ruby over it. */
function pairRuby(nodes: ReadonlyArray<Node>): Map<Line, Array<Line>> {
  const pairs = new Map<Line, Array<Line>>()
  let ruby: Array<Line> | undefined
  for (const node of nodes) {
    if (node.type === 'rule') continue
    if (node.type !== 'line') ruby = undefined
    else if (ruby && isRuby(node)) ruby.push(node)
    else pairs.set(node, (ruby = []))
  }
  return pairs
}

function isRuby(line: Line): boolean {
  const {children} = line
  return children.length > 0 && children.every((run) => run.mark === 'ruby')
}

// Items that nothing holds together, in text that runs down, are a list too.
function gatherItems(
  elements: ReadonlyArray<StructureElement>
): Array<StructureElement> {
  const gathered: Array<StructureElement> = []
  for (const element of elements) {
    const last = gathered.at(-1)
    if (element.kind !== 'LI') gathered.push(element)
    else if (last?.kind === 'L' && last.isLoose) last.children.push(element)
    else gathered.push({...toList([element]), isLoose: true})
  }
  return gathered
}

function toList(items: ReadonlyArray<StructureElement>): StructureElement {
  const [label] = items.flatMap(({children}) => children.slice(0, 1))
  const [sign] = label && isElement(label) ? findLeaves(label) : []
  const isCounted =
    sign?.mark.type === 'run' && /\d/.test(sign.mark.glyphs[0]?.text ?? '')
  const numbering = isCounted ? 'Decimal' : 'Disc'
  return {kind: 'L', numbering, children: [...items]}
}

// What an item is counted with stands before its first paragraph.
function takeLabel(
  elements: ReadonlyArray<StructureElement>
): Array<StructureElement> {
  const [first] = elements
  const [label] = first?.kind === 'P' ? first.children : []
  if (!first || !label || !isElement(label) || label.kind !== 'Lbl') return []
  first.children.shift()
  return [label]
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
      return [toList(toElements(block.children, {...place, isInList: true}))]
    case 'listItem': {
      const children = toElements(block.children, {...place, isInList: false})
      const label = takeLabel(children)
      return [{kind: 'LI', children: [...label, {kind: 'LBody', children}]}]
    }
    case 'table':
      return [toTable(block, place)]
    case 'figure':
      return toFigure(block, place)
    case 'caption':
      return [toGroup('Caption', block, place)]
    case 'footnote': {
      const number = readNoteNumber(block)
      const key = toNoteKey(place.slug ?? '', number ?? 0)
      const id = `note-${number === undefined ? block.id : key}`
      return [{...toText('Note', block, place), id}]
    }
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
  const lines = pairRuby(block.children)
  for (const child of block.children) {
    if (child.type === 'line') {
      const ruby = lines.get(child)
      if (ruby) addRuns(element, child, ruby, place)
    } else if (child.type === 'block') {
      element.children.push(...toText('Span', child, place).children)
    }
  }
  return element
}

/**
 * A picture and its cutline: two things, so that both are read. One that the
 * copy says nothing about is at least said to be of its story.
 */
function toFigure(block: Block, place: Place): Array<StructureElement> {
  const {lang, title} = place
  const alt = block.alt || (title && findWords(lang).picture(title))
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
      `Unexpected picture \`${picture.src}\` without a description, expected it in a story, or with its \`alt\``
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
