// A page as a sketch: bars for lines, dark ones for headlines, boxes for
// pictures, all at their places. Small enough that a dozen of them fit a report, and
// true: they are drawn from the composed page.

import type {Block, ComposedPage, Line, Mark} from '../model/page.ts'
import type {Rect} from '../unit/rect.ts'
import {toHtml, type HtmlElement} from './write-html.ts'

/** Type of this size and more is drawn dark. */
const headlineSizePt = 14

/** Draw the sketch of a page. */
export function toPageSketch(page: ComposedPage, label: string): HtmlElement {
  const shapes: Array<HtmlElement> = []
  for (const child of page.children) visit(child.children)
  return toHtml('div', {class: 'sketch'}, [
    toHtml(
      'svg',
      {
        viewBox: `0 0 ${round(page.widthPt)} ${round(page.depthPt)}`,
        role: 'img',
        'aria-label': label
      },
      shapes
    )
  ])

  function visit(nodes: ReadonlyArray<Block | Mark>): void {
    for (const node of nodes) {
      if (node.type === 'block') visit(node.children)
      if (node.type === 'line') shapes.push(...toLine(node))
      if (node.type === 'tint') shapes.push(toBox(node, '#e9e9e4'))
      if (node.type === 'picture') shapes.push(toBox(node, '#7d93a8'))
      if (node.type === 'frame') {
        const place = toPlace(node)
        shapes.push(toHtml('rect', {...place, fill: 'none', stroke: '#999'}))
      }
    }
  }
}

function toLine(line: Line): Array<HtmlElement> {
  const [first] = line.children
  if (!first) return []
  const fill = first.sizePt < headlineSizePt ? '#bbb' : '#222'
  const {ascentPt, descentPt, widthPt, xPt, yPt} = line
  if (line.writing === 'vertical') {
    const rect = {xPt, yPt, widthPt: ascentPt + descentPt, depthPt: widthPt}
    return [toBox(rect, fill)]
  }
  const startPt = first.glyphs[0]?.xPt ?? xPt
  const depthPt = first.sizePt * 0.7
  return [
    toBox(
      {
        xPt: startPt,
        yPt: yPt - depthPt,
        widthPt: endOf(line) - startPt,
        depthPt
      },
      fill
    )
  ]
}

/** Right end of the last glyph. */
function endOf(line: Line): number {
  const glyph = line.children.at(-1)?.glyphs.at(-1)
  return glyph ? glyph.xPt + glyph.advancePt : line.xPt
}

function toBox(rect: Rect, fill: string): HtmlElement {
  return toHtml('rect', {...toPlace(rect), fill})
}

function toPlace(rect: Rect): Record<string, number> {
  return {
    x: round(rect.xPt),
    y: round(rect.yPt),
    width: round(Math.max(0, rect.widthPt)),
    height: round(Math.max(0, rect.depthPt))
  }
}

function round(value: number): number {
  return Math.round(value)
}
