// The layout of an issue as plain data: where every story, leg, line and picture
// is, for whoever wants to make something of it (`layout.json`).
//
// Lengths are millimetres from the top left of the trim, rounded to a
// micrometre. Keys always come in the order they are written here.

import type {
  Block,
  ComposedModule,
  ComposedPage,
  Furniture,
  LinkTarget,
  Mark
} from '../model/page.ts'
import type {StoryPart} from '../model/issue.ts'
import {ptToMm} from '../unit/length.ts'
import {boundRects, type Point, type Rect} from '../unit/rect.ts'
import {findLines, findMarks} from './find-marks.ts'
import {readLine} from './read-text.ts'

/** Where everything is. */
export interface Layout {
  /** Raised when fields change their meaning. */
  version: 1
  pages: Array<LayoutPage>
}

/** One page. */
export interface LayoutPage {
  pageNumber: number
  /** Number of its right half, where it is a double-page spread. */
  facingPageNumber?: number
  section?: string
  widthMm: number
  depthMm: number
  typeArea: LayoutRect
  grid: {
    columnCount: number
    lineCount: number
    measureMm: number
    gutterMm: number
    leadingMm: number
  }
  furniture: Array<{name: string; lines: Array<LayoutLine>}>
  /** In reading order. */
  modules: Array<LayoutModule>
}

/** A rectangle, in millimetres. */
export interface LayoutRect {
  x: number
  y: number
  width: number
  depth: number
}

/** One story's place on a page. */
export interface LayoutModule {
  story: string
  kind: string
  part: StoryPart
  lang: string
  /** The other page of a jump. */
  jumpPageNumber?: number
  area: LayoutRect
  /** Corners of the outline, each x and y. */
  zone: Array<[number, number]>
  legs: Array<LayoutRect & {lineCount: number}>
  /** In reading order; blocks in blocks come after the one they are in. */
  blocks: Array<LayoutBlock>
  pictures: Array<LayoutRect & {src: string}>
  facts: ComposedModule['facts']
}

/** A block and its own lines. */
export interface LayoutBlock {
  id: string
  role: string
  /** Around its lines and those of the blocks in it. */
  area?: LayoutRect
  target?: LinkTarget
  lines: Array<LayoutLine>
}

/** A line of type. */
export interface LayoutLine extends LayoutRect {
  /** Baseline; in vertical lines, where the line begins. */
  baseline: number
  text: string
  /**
   * Where each UTF-16 unit of the text begins, and where the last one ends:
   * from the left of the line, or its top if it is vertical.
   */
  edges: Array<number>
  /** Whether it runs from top to bottom; absent when it doesn't. */
  isVertical?: true
  /** What stands in the copy between it and the next line of its block. */
  join: '' | ' '
}

/** Describe where everything is on some pages. */
export function toLayout(pages: ReadonlyArray<ComposedPage>): Layout {
  return {version: 1, pages: pages.map(toLayoutPage)}
}

/** Describe where everything is on a page. */
export function toLayoutPage(page: ComposedPage): LayoutPage {
  const {grid} = page
  return {
    pageNumber: page.pageNumber,
    ...(page.facingPageNumber === undefined
      ? {}
      : {facingPageNumber: page.facingPageNumber}),
    ...(page.section === undefined ? {} : {section: page.section}),
    widthMm: toMm(page.widthPt),
    depthMm: toMm(page.depthPt),
    typeArea: toRect(page.typeArea),
    grid: {
      columnCount: grid.columnCount,
      lineCount: grid.lineCount,
      measureMm: toMm(grid.measurePt),
      gutterMm: toMm(grid.gutterPt),
      leadingMm: toMm(grid.leadingPt)
    },
    furniture: page.children
      .filter((child) => child.type === 'furniture')
      .map(toFurniture),
    modules: page.children
      .filter((child) => child.type === 'module')
      .map(toModule)
  }
}

function toFurniture(furniture: Furniture): LayoutPage['furniture'][number] {
  const {children, name} = furniture
  return {name, lines: toLines(findLines(children))}
}

function toModule(module: ComposedModule): LayoutModule {
  const {children, facts, jumpPageNumber, kind, lang, part, slug} = module
  return {
    story: slug,
    kind,
    part,
    lang,
    ...(jumpPageNumber === undefined ? {} : {jumpPageNumber}),
    area: toRect(module.area),
    zone: module.zone.map(toPair),
    legs: module.legs.map((leg) => ({
      ...toRect(leg),
      lineCount: leg.lineCount
    })),
    blocks: toBlocks(children),
    pictures: findMarks(children)
      .filter((mark) => mark.type === 'picture')
      .map((picture) => ({...toRect(picture), src: picture.src})),
    facts: {...facts}
  }
}

function toBlocks(nodes: ReadonlyArray<Block | Mark>): Array<LayoutBlock> {
  return nodes.flatMap((node) => {
    if (node.type !== 'block') return []
    const area = boundRects(findLines([node]).map(toLineRect))
    const block: LayoutBlock = {
      id: node.id,
      role: node.role,
      ...(area === undefined ? {} : {area: toRect(area)}),
      ...(node.target === undefined ? {} : {target: {...node.target}}),
      lines: toLines(node.children)
    }
    return [block, ...toBlocks(node.children)]
  })
}

function toLines(nodes: ReadonlyArray<Block | Mark>): Array<LayoutLine> {
  return nodes
    .filter((node) => node.type === 'line')
    .map((line) => ({
      ...toRect(toLineRect(line)),
      baseline: toMm(line.yPt),
      text: readLine(line),
      edges: toEdges(line),
      ...(line.writing === 'vertical' ? {isVertical: true as const} : {}),
      join: line.join === ' ' ? ' ' : ''
    }))
}

// A glyph of several characters is shared out evenly among them.
function toEdges(line: LineMark): Array<number> {
  const isVertical = line.writing === 'vertical'
  const originPt = isVertical ? line.yPt : line.xPt
  const edges: Array<number> = []
  let endPt = 0
  for (const {advancePt, text, xPt, yPt = 0} of line.children.flatMap(
    (run) => run.glyphs
  )) {
    const startPt = (isVertical ? yPt : xPt) - originPt
    endPt = startPt + advancePt
    for (let index = 0; index < text.length; index++) {
      edges.push(toMm(startPt + (advancePt * index) / text.length))
    }
  }
  // A hyphen that was added is no part of the text.
  const {length} = readLine(line)
  return [...edges, toMm(endPt)].slice(0, length + 1)
}

type LineMark = Extract<Mark, {type: 'line'}>

function toLineRect(line: LineMark): Rect {
  const {ascentPt, descentPt, widthPt, xPt, yPt} = line
  const acrossPt = ascentPt + descentPt
  return line.writing === 'vertical'
    ? {xPt: xPt - descentPt, yPt, widthPt: acrossPt, depthPt: widthPt}
    : {xPt, yPt: yPt - ascentPt, widthPt, depthPt: acrossPt}
}

function toRect(rect: Rect): LayoutRect {
  return {
    x: toMm(rect.xPt),
    y: toMm(rect.yPt),
    width: toMm(rect.widthPt),
    depth: toMm(rect.depthPt)
  }
}

function toPair(point: Point): [number, number] {
  return [toMm(point.xPt), toMm(point.yPt)]
}

function toMm(pt: number): number {
  return Math.round(ptToMm(pt) * 1000) / 1000 + 0
}
