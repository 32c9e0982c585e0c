// A page measured for the archive: its text in blocks, lines, words and
// characters, each with the box it was printed in.
//
// Everything comes from the composed page, so a box can't disagree with the
// print. Lengths are whole micrometres from the top left of the trim: boxes
// nest exactly, and no two machines round them differently.

import type {
  Block,
  ComposedModule,
  ComposedPage,
  Furniture,
  Line,
  Mark
} from '../../model/page.ts'
import {boundBoxes, clipBox, toBox, toUm, type Box} from './box.ts'
import {measureBlock} from './measure-block.ts'

/** A measured page. */
export interface MeasuredPage {
  pageNumber: number
  /** Number of its right half, where it is a double-page spread. */
  facingPageNumber?: number
  section?: string
  lang: string
  widthUm: number
  depthUm: number
  /** Where type may stand. */
  typeArea: Box
  /** Stories in reading order, then furniture. */
  regions: Array<Region>
}

/** A story's place on the page, or a piece of furniture. */
export interface Region {
  /** `A5_1`, also in METS. */
  id: string
  kind: 'article' | 'artifact' | 'header'
  /** Slug of the story, or the furniture's name. */
  name: string
  module?: ComposedModule
  box: Box
  /** Outline: corners. */
  zone?: Array<{xUm: number; yUm: number}>
  blocks: Array<TextBlock>
  pictures: Array<Picture>
}

/** Lines of one block in one leg. */
export interface TextBlock {
  /** `B5_17`. */
  id: string
  /** Name of the copy it sets. */
  copyId: string
  role: string
  lang?: string
  box: Box
  lines: Array<TextLine>
  /** The block that goes on with the same copy on this page. */
  nextId?: string
}

/** A line of type. */
export interface TextLine {
  id: string
  box: Box
  /** Ends of the baseline. */
  baseline: readonly [number, number, number, number]
  isVertical: boolean
  /** Small type over the line: not part of the running text. */
  isRuby: boolean
  words: Array<Word>
  /** Hyphen added at the end of the line. */
  hyphen?: Character
}

/** A word, or the part of it that stands on one line. */
export interface Word {
  id: string
  text: string
  box: Box
  characters: Array<Character>
  face: string
  sizePt: number
  lang?: string
  /** Set by the press and not in the copy: the number of a note. */
  isAdded: boolean
  /** The space after it. */
  space?: Box
  /** The word it is a part of, where it is parted by the line's end. */
  whole?: {text: string; part: 1 | 2}
}

/** One character. */
export interface Character {
  text: string
  box: Box
}

/** A printed picture. */
export interface Picture {
  id: string
  box: Box
  src: string
}

/** Measure a page. */
export function measurePage(page: ComposedPage): MeasuredPage {
  let articleCount = 0
  let furnitureCount = 0
  const number = page.pageNumber
  const counter = {count: 0}
  const regions: Array<Region> = []
  for (const child of page.children) {
    const isArticle = child.type === 'module'
    const id = isArticle
      ? `A${number}_${++articleCount}`
      : `F${number}_${++furnitureCount}`
    const region = measureRegion(child, id, page, counter)
    if (region) regions.push(region)
  }
  return {
    pageNumber: number,
    ...(page.facingPageNumber === undefined
      ? {}
      : {facingPageNumber: page.facingPageNumber}),
    ...(page.section === undefined ? {} : {section: page.section}),
    lang: page.lang,
    widthUm: toUm(page.widthPt),
    depthUm: toUm(page.depthPt),
    typeArea: clipBox(toBox(page.typeArea), toPageBox(page)),
    regions: [
      ...regions.filter(({kind}) => kind === 'article'),
      ...regions.filter(({kind}) => kind !== 'article')
    ]
  }
}

function measureRegion(
  node: ComposedModule | Furniture,
  id: string,
  page: ComposedPage,
  counter: {count: number}
): Region | undefined {
  const blocks = measureBlocks(node, page, counter)
  const pictures = listPictures(node.children).map((mark) => ({
    id: `I${page.pageNumber}_${++counter.count}`,
    box: clipBox(toBox(mark), toPageBox(page)),
    src: mark.src
  }))
  const isArticle = node.type === 'module'
  const area = isArticle ? [clipBox(toBox(node.area), toPageBox(page))] : []
  const box = boundBoxes([
    ...area,
    ...blocks.map((block) => block.box),
    ...pictures.map((picture) => picture.box)
  ])
  if (!box) return undefined
  if (!isArticle) {
    return {id, kind: node.role, name: node.name, box, blocks, pictures}
  }
  return {
    id,
    kind: 'article',
    name: node.slug,
    module: node,
    box,
    zone: node.zone.map(({xPt, yPt}) => ({
      xUm: Math.min(toUm(page.widthPt), Math.max(0, toUm(xPt))),
      yUm: Math.min(toUm(page.depthPt), Math.max(0, toUm(yPt)))
    })),
    blocks,
    pictures
  }
}

function measureBlocks(
  node: ComposedModule | Furniture,
  page: ComposedPage,
  counter: {count: number}
): Array<TextBlock> {
  const legs = node.type === 'module' ? node.legs : []
  const blocks: Array<TextBlock> = []
  for (const {block, lines} of listTexts(node)) {
    const parts = measureBlock({
      block,
      lines,
      legs,
      page,
      nextId: (letter) => `${letter}${page.pageNumber}_${++counter.count}`
    })
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1]
      blocks.push(next ? {...part, nextId: next.id} : part)
    }
  }
  return blocks
}

/** Lines that stand in one block, in reading order. */
export interface BlockLines {
  block: Pick<Block, 'id' | 'lang' | 'role'>
  lines: Array<Line>
}

/** List blocks with their own lines; loose lines make a block of their own. */
function listTexts(node: ComposedModule | Furniture): Array<BlockLines> {
  const found: Array<BlockLines> = []
  const name = node.type === 'module' ? `${node.slug}/loose` : node.name
  visit(node.children, {id: name, role: 'paragraph'})
  return found

  function visit(
    children: ReadonlyArray<Block | Mark>,
    block: BlockLines['block']
  ): void {
    let open: BlockLines | undefined
    for (const child of children) {
      if (child.type === 'block') {
        visit(child.children, child)
        open = undefined
      }
      if (child.type !== 'line') continue
      if (!open) {
        open = {block, lines: []}
        found.push(open)
      }
      open.lines.push(child)
    }
  }
}

function listPictures(
  nodes: ReadonlyArray<Block | Mark>
): Array<Extract<Mark, {type: 'picture'}>> {
  return nodes.flatMap((node) => {
    if (node.type === 'block') return listPictures(node.children)
    return node.type === 'picture' ? [node] : []
  })
}

function toPageBox(page: ComposedPage): Box {
  return toBox({
    xPt: 0,
    yPt: 0,
    widthPt: page.widthPt,
    depthPt: page.depthPt
  })
}
