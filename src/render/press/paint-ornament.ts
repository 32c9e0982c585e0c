// Ornaments to operators: vectors stay vectors, and every colour is a token's.
//
// An ornament is drawn in screen colours, as its designer sees them; each must
// be the `rgb` of a colour of the template, whose inks then print it. Opacity
// needs transparency, that of stops a soft mask. Where the standard has none,
// tones are mixed with what lies under the ornament: paper, or one even tint.

import type {Ornament} from '../../model/page.ts'
import type {Cmyk, Ink} from './ink-table.ts'
import {setOverprint} from './paint-shapes.ts'
import {toX, toY, write, type PressPage} from './press-page.ts'
import type {FlatSvg, Paint, SvgShape} from './svg/flatten-svg.ts'
import {multiply, type Matrix} from './svg/matrix.ts'
import type {Segment} from './svg/path-data.ts'
import type {Gradient} from './svg/read-gradient.ts'

/** What an ornament needs of the page's file. */
export interface OrnamentResources {
  /** Keep a shading; the answer is its name. */
  addShading(shading: Shading): string
  /** Keep an opacity; the answer is its name. */
  addOpacity(fill: number, stroke: number): string
  /** Keep a gradient of opacity, 0–1, as a soft mask; the answer is its name. */
  addSoftMask(shading: Shading): string
}

/** A gradient in ink. */
export interface Shading {
  type: 'axial' | 'radial'
  numbers: ReadonlyArray<number>
  /** Tones at places of it, 0–1: four of process inks, or one of the spot ink. */
  stops: ReadonlyArray<{offset: number; tones: ReadonlyArray<number>}>
  /** Whether it is in grey, for a mask (default: `false`). */
  isGrey?: boolean
  /** The spot ink it is printed in (default: none). */
  spot?: {name: string; alternate: Cmyk}
}

/** Colours of a drawing that no token has. */
export function findUnmappedColors(
  svg: FlatSvg,
  context: PressPage
): Array<string> {
  const colors = new Set<string>()
  for (const {fill, stroke} of svg.shapes) {
    for (const paint of [fill, stroke]) {
      for (const rgb of listColors(paint)) colors.add(rgb)
    }
  }
  return [...colors].filter((rgb) => !context.inks.findRgb(rgb)).sort()
}

/**
 * Paint an ornament as vectors; answers with the most ink it lays down, and
 * whether its opacity could not be kept.
 */
export function paintOrnament(
  svg: FlatSvg,
  mark: Ornament,
  resources: OrnamentResources,
  context: PressPage,
  ground: Readonly<Cmyk> | undefined
): {mostInkPercent: number; mostColorPercent: number; isFlattened: boolean} {
  const {operators} = context
  const ink = {mostInkPercent: 0, mostColorPercent: 0}
  const isX4 = context.press.standard === 'x-4'
  // Where there is transparency, no tone is mixed here.
  const isOnOne =
    !isX4 && ground !== undefined && !hasClearOverOther(svg.shapes)
  const under: Readonly<Cmyk> = isOnOne ? ground : [0, 0, 0, 0]
  let isFlattened = false
  setOverprint(false, context)
  operators.push('q', `${write6(toFit(svg, mark, context))} cm`)
  for (const shape of svg.shapes) paintShape(shape)
  operators.push('Q')
  return {...ink, isFlattened}

  function paintShape(shape: SvgShape): void {
    const {fill, fillOpacity, matrix, segments, stroke, strokeOpacity} = shape
    const isClear = fillOpacity < 1 || strokeOpacity < 1
    const blends = isClear && isX4
    operators.push('q', `${write6(matrix)} cm`)
    if (blends) {
      operators.push(`/${resources.addOpacity(fillOpacity, strokeOpacity)} gs`)
    }
    const path = toPath(segments)
    const fade = (opacity: number): number => (blends ? 1 : opacity)

    if (fill?.type === 'color') {
      const found = toFaded(fill.rgb, fade(fillOpacity))
      operators.push(found.fill, path, shape.isEvenOdd ? 'f*' : 'f')
    } else if (fill) {
      const clip = shape.isEvenOdd ? 'W* n' : 'W n'
      operators.push('q', path, clip)
      paintGradient(fill, segments, fade(fillOpacity))
      operators.push('Q')
    }
    if (stroke?.type === 'color') {
      const found = toFaded(stroke.rgb, fade(strokeOpacity))
      operators.push(found.stroke, ...toPen(shape), path, 'S')
    }
    operators.push('Q')
  }

  function paintGradient(
    gradient: Gradient,
    segments: ReadonlyArray<Segment>,
    opacity: number
  ): void {
    const shading: Shading = {
      type: gradient.type === 'linear' ? 'axial' : 'radial',
      numbers: gradient.numbers,
      ...toStops(gradient, opacity)
    }
    const box = gradient.isBoxed ? toBox(segments) : undefined
    const matrix = box ? multiply(box, gradient.matrix) : gradient.matrix
    operators.push(`${write6(matrix)} cm`)
    if (isX4 && hasClearStop(gradient)) {
      const mask: Shading = {
        type: shading.type,
        numbers: shading.numbers,
        isGrey: true,
        stops: gradient.stops.map(({offset, opacity: own}) => ({
          offset,
          tones: [own]
        }))
      }
      operators.push(`/${resources.addSoftMask(mask)} gs`)
    }
    operators.push(`/${resources.addShading(shading)} sh`)
  }

  // From a spot ink to paper, or to less of it, is all on its plate; where it
  // meets another ink, its alternate is printed.
  function toStops(
    gradient: Gradient,
    opacity: number
  ): Pick<Shading, 'spot' | 'stops'> {
    const inks = gradient.stops.map(({offset, opacity: own, rgb}) => ({
      offset,
      ratio: isX4 ? 1 : own * opacity,
      found: toFaded(rgb, 1)
    }))
    const first = inks.find(({found}) => found.spot !== undefined)?.found
    const isOfOne = inks.every(
      ({found}) => found.spot === first?.spot || isPaper(found)
    )
    const isClear = inks.some(({ratio}) => ratio < 1)
    if (isClear) checkFlat(first?.spot !== undefined)
    if (first?.spot === undefined || !isOfOne) {
      const stops = inks.map(({found, offset, ratio}) => ({
        offset,
        tones: found.cmyk.map(
          (percent, plate) =>
            (percent * ratio + (under[plate] ?? 0) * (1 - ratio)) / 100
        )
      }))
      return {stops}
    }
    const stops = inks.map(({found, offset, ratio}) => ({
      offset,
      tones: [isPaper(found) ? 0 : ratio]
    }))
    return {stops, spot: {name: first.spot, alternate: first.cmyk}}
  }

  function toFaded(rgb: string, opacity: number): Ink {
    const found = context.inks.findRgb(rgb)
    if (!found)
      throw new TypeError(`Unexpected color \`${rgb}\`, expected a token’s`)
    const [c, m, y, k] = found.cmyk
    ink.mostInkPercent = Math.max(ink.mostInkPercent, c + m + y + k)
    ink.mostColorPercent = Math.max(ink.mostColorPercent, c + m + y)
    if (opacity === 1) return found
    checkFlat(found.spot !== undefined)
    return context.inks.fade(found, opacity, under)
  }

  // A spot ink and inks under it are plates that one colour can't name.
  function checkFlat(isSpot: boolean): void {
    const isBare = under.every((percent) => percent === 0)
    if (!isOnOne || (isSpot && !isBare)) isFlattened = true
  }
}

/** Whether a shape that is clear lies on one that was drawn before. */
function hasClearOverOther(shapes: ReadonlyArray<SvgShape>): boolean {
  if (!shapes.some(hasOpacity)) return false
  const placed = shapes.map((shape) => ({
    bounds: toBounds(shape),
    isClear: hasOpacity(shape)
  }))
  return placed.some(({bounds: [left, top, right, bottom], isClear}, index) => {
    if (!isClear) return false
    return placed.slice(0, index).some(({bounds: [x, y, xEnd, yEnd]}) => {
      return x < right && left < xEnd && y < bottom && top < yEnd
    })
  })
}

function hasOpacity(shape: SvgShape): boolean {
  const {fill, fillOpacity, stroke, strokeOpacity} = shape
  if (fillOpacity < 1 || strokeOpacity < 1) return true
  return [fill, stroke].some(hasClearStop)
}

function hasClearStop(paint: Paint | undefined): boolean {
  if (!paint || paint.type === 'color') return false
  return paint.stops.some(({opacity}) => opacity < 1)
}

/** Bounds of a shape in the drawing: left, top, right, bottom. */
function toBounds(shape: SvgShape): [number, number, number, number] {
  const {matrix, segments, stroke, strokeWidth} = shape
  const [width, , , depth, left, top] = toBox(segments)
  const [a, b, c, d, e, f] = matrix
  const half = stroke ? strokeWidth / 2 : 0
  const corners = [left - half, left + width + half].flatMap((x) =>
    [top - half, top + depth + half].map(
      (y) => [a * x + c * y + e, b * x + d * y + f] as const
    )
  )
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function isPaper({cmyk, spot}: Ink): boolean {
  return spot === undefined && cmyk.every((percent) => percent === 0)
}

// In the rectangle, in the middle and not stretched, as browsers have it.
function toFit(svg: FlatSvg, mark: Ornament, context: PressPage): Matrix {
  const {depth, width, x, y} = svg.viewBox
  const full = [mark.widthPt / width, mark.depthPt / depth] as const
  const least = Math.min(...full)
  const [scaleX, scaleY] = svg.stretches ? full : [least, least]
  const left = mark.xPt + (mark.widthPt - width * scaleX) / 2
  const top = mark.yPt + (mark.depthPt - depth * scaleY) / 2
  return [
    scaleX,
    0,
    0,
    -scaleY,
    toX(context, left - x * scaleX),
    toY(context, top - y * scaleY)
  ]
}

function listColors(paint: Paint | undefined): Array<string> {
  if (!paint) return []
  return paint.type === 'color' ? [paint.rgb] : paint.stops.map(({rgb}) => rgb)
}

function toPen(shape: SvgShape): Array<string> {
  const {cap, dashOffset, dashes, join, miterLimit, strokeWidth} = shape
  const operators = [`${write(strokeWidth)} w ${cap} J ${join} j`]
  if (join === 0) operators.push(`${write(miterLimit)} M`)
  const isDashed = dashes.some((dash) => dash > 0)
  if (isDashed) operators.push(`[${write(...dashes)}] ${write(dashOffset)} d`)
  return operators
}

function toPath(segments: ReadonlyArray<Segment>): string {
  return segments
    .map((segment) => {
      switch (segment.type) {
        case 'move':
          return `${write(segment.x, segment.y)} m`
        case 'line':
          return `${write(segment.x, segment.y)} l`
        case 'curve':
          return `${write(...segment.points)} c`
        case 'close':
          return 'h'
      }
    })
    .join(' ')
}

// The box of a path's points and handles; of drawn curves it is a little large
// at most, and a gradient over them as much longer.
function toBox(segments: ReadonlyArray<Segment>): Matrix {
  const xs: Array<number> = []
  const ys: Array<number> = []
  for (const segment of segments) {
    if (segment.type === 'close') continue
    const points =
      segment.type === 'curve' ? segment.points : [segment.x, segment.y]
    for (const [index, value] of points.entries()) {
      ;(index % 2 === 0 ? xs : ys).push(value)
    }
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [Math.max(...xs) - left, 0, 0, Math.max(...ys) - top, left, top]
}

// Scales may be small: they need more digits than places do.
function write6(matrix: Matrix): string {
  return matrix
    .map((value) => (Math.round(value * 1e6) / 1e6 + 0).toFixed(6))
    .map((text) => text.replace(/\.?0+$/, ''))
    .join(' ')
}
