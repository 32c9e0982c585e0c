// Rules and frames as shapes: what a pattern looks like, in points.
//
// A rule is a rectangle; its short side is its thickness. Every pattern stays
// inside the rectangle, so no painter has to know more than fills and strokes.

import type {Frame, Rule} from '../model/page.ts'
import type {Rect} from '../unit/rect.ts'

/** Something to fill or to stroke. */
export interface Shape {
  /** Path, as in SVG: only `M`, `L`, `Q` and `Z`, absolute. */
  path: string
  /** Width of the stroke; a shape without one is filled. */
  strokePt?: number
}

/** Draw a rule. */
export function toRuleShapes(rule: Rule): Array<Shape> {
  const {pattern = 'solid'} = rule
  switch (pattern) {
    case 'solid':
      return [fill(rule)]
    case 'double':
      return [fill(slice(rule, 0, 1 / 3)), fill(slice(rule, 2 / 3, 1))]
    case 'thick-thin':
      return [fill(slice(rule, 0, 1 / 2)), fill(slice(rule, 3 / 4, 1))]
    case 'dotted':
      return cutDots(rule).map(fill)
    case 'wave':
      return [wave(rule)]
    case 'dot':
      return [dot(rule)]
  }
}

/** Draw a frame; its stroke lies inside of the rectangle. */
export function toFrameShapes(frame: Frame): Array<Shape> {
  const {pattern = 'solid', strokePt} = frame
  switch (pattern) {
    case 'solid':
      return [ring(frame, 0, strokePt)]
    case 'double':
      return [
        ring(frame, 0, strokePt / 3),
        ring(frame, (strokePt * 2) / 3, strokePt / 3)
      ]
    case 'dotted':
      return toSides(frame).flatMap((side) => cutDots(side).map(fill))
  }
}

function fill(rect: Rect): Shape {
  return {path: toPath(rect)}
}

// An outline: the outer rectangle, the inner one as a hole against its sense.
function ring(rect: Rect, insetPt: number, strokePt: number): Shape {
  const outer = inset(rect, insetPt)
  const inner = inset(rect, insetPt + strokePt)
  const right = inner.xPt + inner.widthPt
  const bottom = inner.yPt + inner.depthPt
  const hole = [
    `M${round(inner.xPt)} ${round(inner.yPt)}`,
    `L${round(inner.xPt)} ${round(bottom)}`,
    `L${round(right)} ${round(bottom)}`,
    `L${round(right)} ${round(inner.yPt)}Z`
  ]
  return {path: toPath(outer) + hole.join('')}
}

function inset(rect: Rect, byPt: number): Rect {
  return {
    xPt: rect.xPt + byPt,
    yPt: rect.yPt + byPt,
    widthPt: rect.widthPt - byPt * 2,
    depthPt: rect.depthPt - byPt * 2
  }
}

function toSides(frame: Frame): Array<Rect> {
  const {depthPt, strokePt, widthPt, xPt, yPt} = frame
  const sideDepthPt = depthPt - strokePt * 4
  return [
    {xPt, yPt, widthPt, depthPt: strokePt},
    {xPt, yPt: yPt + depthPt - strokePt, widthPt, depthPt: strokePt},
    {xPt, yPt: yPt + strokePt * 2, widthPt: strokePt, depthPt: sideDepthPt},
    {
      xPt: xPt + widthPt - strokePt,
      yPt: yPt + strokePt * 2,
      widthPt: strokePt,
      depthPt: sideDepthPt
    }
  ]
}

// A part of the rule's thickness, as ratios.
function slice(rect: Rect, from: number, to: number): Rect {
  const {depthPt, widthPt, xPt, yPt} = rect
  return isUpright(rect)
    ? {...rect, xPt: xPt + widthPt * from, widthPt: widthPt * (to - from)}
    : {...rect, yPt: yPt + depthPt * from, depthPt: depthPt * (to - from)}
}

// Square dots as wide as the rule is thick, with as much white between; the
// first and the last stand at the ends.
function cutDots(rect: Rect): Array<Rect> {
  const thickPt = Math.min(rect.widthPt, rect.depthPt)
  const lengthPt = Math.max(rect.widthPt, rect.depthPt)
  const gapCount = Math.max(1, Math.round((lengthPt / thickPt - 1) / 2))
  const stepPt = (lengthPt - thickPt) / gapCount

  return Array.from({length: gapCount + 1}, (_, index) => ({
    xPt: rect.xPt + (isUpright(rect) ? 0 : stepPt * index),
    yPt: rect.yPt + (isUpright(rect) ? stepPt * index : 0),
    widthPt: thickPt,
    depthPt: thickPt
  }))
}

// A round dot: eight arcs, each a curve whose control point is where its
// tangents meet. It leaves the circle by less than a hundredth of its radius.
function dot(rect: Rect): Shape {
  const diagonal = Math.SQRT1_2
  const tangent = Math.SQRT2 - 1
  const at = (x: number, y: number): string =>
    `${round(rect.xPt + (rect.widthPt * (1 + x)) / 2)} ${round(rect.yPt + (rect.depthPt * (1 + y)) / 2)}`
  const quarters = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1]
  ] as const
  const arcs = quarters.map(
    ([x, y]) =>
      `Q${at(x - y * tangent, y + x * tangent)} ${at((x - y) * diagonal, (y + x) * diagonal)}` +
      `Q${at(x * tangent - y, y * tangent + x)} ${at(-y, x)}`
  )
  return {path: `M${at(1, 0)}${arcs.join('')}Z`}
}

// Half waves, each twice as long as the rule is thick. A quadratic curve
// reaches half the height of its control point.
function wave(rect: Rect): Shape {
  const thickPt = Math.min(rect.widthPt, rect.depthPt)
  const lengthPt = Math.max(rect.widthPt, rect.depthPt)
  const strokePt = thickPt / 4
  const halfCount = Math.max(1, Math.round(lengthPt / (thickPt * 2)))
  const stepPt = lengthPt / halfCount
  const swingPt = thickPt - strokePt
  const at = (alongPt: number, acrossPt: number) =>
    isUpright(rect)
      ? `${round(rect.xPt + acrossPt)} ${round(rect.yPt + alongPt)}`
      : `${round(rect.xPt + alongPt)} ${round(rect.yPt + acrossPt)}`
  const halves = Array.from({length: halfCount}, (_, index) => {
    const side = index % 2 === 0 ? -1 : 1
    const control = at(stepPt * (index + 0.5), thickPt / 2 + side * swingPt)
    return `Q${control} ${at(stepPt * (index + 1), thickPt / 2)}`
  })
  return {path: `M${at(0, thickPt / 2)}${halves.join('')}`, strokePt}
}

function toPath(rect: Rect): string {
  const right = round(rect.xPt + rect.widthPt)
  const bottom = round(rect.yPt + rect.depthPt)
  const left = round(rect.xPt)
  const top = round(rect.yPt)
  return `M${left} ${top}L${right} ${top}L${right} ${bottom}L${left} ${bottom}Z`
}

function isUpright(rect: Rect): boolean {
  return rect.depthPt > rect.widthPt
}

function round(pt: number): number {
  return Math.round(pt * 10_000) / 10_000
}
