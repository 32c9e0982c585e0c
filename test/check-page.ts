// What must hold of every composed page, and of its print: one check for all
// tests that make pages. Each fault is a sentence; no fault is no sentence.

import type {
  Block,
  ComposedModule,
  ComposedPage,
  Line
} from '../src/model/page.ts'
import {plainText} from '../src/model/plain-text.ts'
import type {Story} from '../src/model/story.ts'
import {findLines} from '../src/render/find-marks.ts'
import type {Point, Rect} from '../src/unit/rect.ts'
import {comparePainted, type Print} from './render/screen/compare-painted.ts'

/** What to check besides the pages. */
export interface PageCheckOptions {
  /** Stories whose copy has to be there, whole. */
  stories?: ReadonlyArray<Story>
  /** Whether modules fill the type area (default: `true`). */
  isFull?: boolean
}

/** Find what is wrong with composed pages. */
export function checkPages(
  pages: ReadonlyArray<ComposedPage>,
  {isFull = true, stories = []}: PageCheckOptions = {}
): Array<string> {
  return [
    ...pages.flatMap((page) => checkLattice(page, isFull)),
    ...pages.flatMap(checkLines),
    ...stories.flatMap((story) => checkCopy(story, pages))
  ]
}

/** Find what is wrong with a print: lines that are not where they were set. */
export async function checkPrint(print: Print): Promise<Array<string>> {
  const {count, wrong} = await comparePainted(print)
  const lineCount = print.pages.flatMap((page) =>
    findLines(page.children)
  ).length
  return count < lineCount
    ? [...wrong, `only ${count} glyphs compared on ${lineCount} lines`]
    : wrong
}

// Every cell of the lattice belongs to one story: stories don't overlap, don't
// leave the type area, and together with the gutters are all of it.
function checkLattice(page: ComposedPage, isFull: boolean): Array<string> {
  const {grid, pageNumber, typeArea} = page
  const modules = listModules(page)
  const faults: Array<string> = []
  const tolerancePt = 0.01

  for (const module of modules) {
    for (const {xPt, yPt} of module.zone) {
      const isInside =
        xPt > typeArea.xPt - tolerancePt &&
        yPt > typeArea.yPt - tolerancePt &&
        xPt < typeArea.xPt + typeArea.widthPt + tolerancePt &&
        yPt < typeArea.yPt + typeArea.depthPt + tolerancePt
      if (!isInside) {
        faults.push(`${module.slug} leaves the type area of page ${pageNumber}`)
      }
    }
  }
  for (let column = 0; column < grid.columnCount; column++) {
    for (let line = 0; line < grid.lineCount; line++) {
      const cell = {
        xPt:
          typeArea.xPt +
          column * (grid.measurePt + grid.gutterPt) +
          grid.measurePt / 2,
        yPt: typeArea.yPt + (line + 0.5) * grid.leadingPt
      }
      const owners = modules
        .filter((module) => isIn(cell, module.zone))
        .map(({slug}) => slug)
      const place = `column ${column + 1}, line ${line + 1} of page ${pageNumber}`
      if (owners.length > 1) faults.push(`${owners.join(' over ')} at ${place}`)
      if (isFull && owners.length === 0) faults.push(`nothing at ${place}`)
    }
  }
  return faults
}

// Lines stand in their story's zone, and not on each other.
function checkLines(page: ComposedPage): Array<string> {
  const faults: Array<string> = []
  for (const module of listModules(page)) {
    const boxes = findLines(module.children)
      .filter((line) => !isOver(line))
      .map((line) => ({line, box: toInk(line)}))
    for (const [index, {box, line}] of boxes.entries()) {
      const middle = {
        xPt: box.xPt + box.widthPt / 2,
        yPt: box.yPt + box.depthPt / 2
      }
      if (!isIn(middle, module.zone)) {
        faults.push(`\`${readLine(line)}\` is outside of ${module.slug}`)
      }
      for (const other of boxes.slice(index + 1)) {
        if (!overlap(box, other.box)) continue
        faults.push(
          `\`${readLine(line)}\` on \`${readLine(other.line)}\` in ${module.slug}`
        )
      }
    }
  }
  return faults
}

// What stands in the copy stands on paper, once and in order.
function checkCopy(
  story: Story,
  pages: ReadonlyArray<ComposedPage>
): Array<string> {
  const modules = pages
    .flatMap(listModules)
    .filter(({slug}) => slug === story.slug)
  if (modules.length === 0) return [`${story.slug} is on no page`]
  const faults: Array<string> = []

  for (const part of story.children) {
    if (part.type !== 'body') {
      compare(part.type, plainText(part), [part.type])
      continue
    }
    for (const [index, block] of part.children.entries()) {
      // A box has a title, a figure a credit; the press adds both.
      if (block.type === 'figure' || block.type === 'box') continue
      compare(`body/${index}`, plainText(block), [`body/${index}`])
    }
  }
  return faults

  function compare(
    name: string,
    copy: string,
    ids: ReadonlyArray<string>
  ): void {
    const painted = modules
      .flatMap((module) => listBlocks(module))
      .filter(({id}) =>
        ids.some((one) => {
          const own = `${story.slug}/${one}`
          const isDeck = one === 'deck' && id.startsWith(`${own}/`)
          return id === own || isDeck
        })
      )
      .flatMap((block) => findLines([block]))
      .filter((line) => !isOver(line))
      .map((line) => readLine(line) + line.join.replace('-', ''))
      .join('')
    const wanted = squeeze(copy)
    // Signs of lists and notes, and second decks, are on paper besides.
    if (!isWithin(wanted, squeeze(painted))) {
      faults.push(
        `${story.slug}/${name}: \`${wanted.slice(0, 40)}\` is not whole`
      )
    }
  }
}

/** Tell whether all characters of a text stand in another, in their order. */
function isWithin(text: string, other: string): boolean {
  let at = 0
  for (const character of other) {
    if (text.startsWith(character, at)) at += character.length
  }
  return at === text.length
}

function listModules(page: ComposedPage): Array<ComposedModule> {
  return page.children.filter((child) => child.type === 'module')
}

function listBlocks(node: Block | ComposedModule): Array<Block> {
  return node.children.flatMap((child) =>
    child.type === 'block'
      ? child.id.includes('/body/') && child.role !== 'box'
        ? [child]
        : [child, ...listBlocks(child)]
      : []
  )
}

/** Ruby stands over other lines. */
function isOver(line: Line): boolean {
  return line.children.every(({mark}) => mark === 'ruby')
}

function readLine(line: Line): string {
  return line.children
    .filter(({mark}) => mark !== 'noteRef')
    .flatMap((run) => run.glyphs)
    .map((glyph) => glyph.text)
    .join('')
}

function squeeze(text: string): string {
  return text.replaceAll(/[\s\u00AD]/g, '')
}

/** Where a line has ink, a little less than its hanzi's squares. */
function toInk(line: Line): Rect {
  const glyphs = line.children.flatMap((run) => run.glyphs)
  const first = glyphs.at(0)
  const last = glyphs.findLast(({text}) => text !== ' ')
  const slackPt = (line.ascentPt + line.descentPt) * 0.06
  if (line.writing === 'vertical') {
    const topPt = first?.yPt ?? line.yPt
    const footPt = (last?.yPt ?? topPt) + (last?.advancePt ?? 0)
    return {
      xPt: line.xPt - line.descentPt + slackPt,
      yPt: topPt + slackPt,
      widthPt: line.ascentPt + line.descentPt - 2 * slackPt,
      depthPt: Math.max(0, footPt - topPt - 2 * slackPt)
    }
  }
  const leftPt = first?.xPt ?? line.xPt
  const rightPt = (last?.xPt ?? leftPt) + (last?.advancePt ?? 0)
  return {
    xPt: leftPt,
    yPt: line.yPt - line.ascentPt + slackPt,
    widthPt: Math.max(0, rightPt - leftPt - 1),
    depthPt: line.ascentPt + line.descentPt - 2 * slackPt
  }
}

function overlap(a: Rect, b: Rect): boolean {
  return (
    a.xPt < b.xPt + b.widthPt &&
    b.xPt < a.xPt + a.widthPt &&
    a.yPt < b.yPt + b.depthPt &&
    b.yPt < a.yPt + a.depthPt
  )
}

/** Tell whether a point is in a polygon, by counting the edges left of it. */
export function isIn(point: Point, polygon: ReadonlyArray<Point>): boolean {
  let isInside = false
  for (const [index, a] of polygon.entries()) {
    const b = polygon[(index + 1) % polygon.length] ?? a
    if (a.yPt > point.yPt === b.yPt > point.yPt) continue
    const atPt =
      a.xPt + ((point.yPt - a.yPt) / (b.yPt - a.yPt)) * (b.xPt - a.xPt)
    if (point.xPt < atPt) isInside = !isInside
  }
  return isInside
}
