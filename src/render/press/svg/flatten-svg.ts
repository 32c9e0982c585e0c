// An SVG as a row of shapes with their transforms and paints, in painting order.
// What it asks for and we don't draw is listed, never passed over.

import {identity, multiply, parseTransform, type Matrix} from './matrix.ts'
import {parsePath, type Segment} from './path-data.ts'
import {parseSvg, type SvgNode} from './parse-svg.ts'
import {readColor} from './read-color.ts'
import {readGradient, type Gradient} from './read-gradient.ts'
import {toPathData} from './shape-path.ts'

/** What a shape is filled or stroked with. */
export type Paint = Gradient | {type: 'color'; rgb: string}

/** A shape to paint. */
export interface SvgShape {
  segments: ReadonlyArray<Segment>
  /** From the shape's places to the drawing's. */
  matrix: Matrix
  fill?: Paint
  isEvenOdd: boolean
  fillOpacity: number
  stroke?: Paint
  strokeOpacity: number
  strokeWidth: number
  cap: 0 | 1 | 2
  join: 0 | 1 | 2
  miterLimit: number
  dashes: ReadonlyArray<number>
  dashOffset: number
}

/** A drawing. */
export interface FlatSvg {
  viewBox: {x: number; y: number; width: number; depth: number}
  /** Whether it may be stretched: `preserveAspectRatio="none"`. */
  stretches: boolean
  shapes: ReadonlyArray<SvgShape>
  /** What can't be drawn as shapes, for people: `text`, `filter`. */
  unsupported: ReadonlyArray<string>
}

interface State {
  attributes: ReadonlyMap<string, string>
  matrix: Matrix
  opacity: number
  /** How many `use` we are in. */
  depth: number
}

/** What is handed down from an element to what is in it. */
const inherited = new Set([
  'color',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-opacity',
  'stroke-width',
  'visibility'
])

const groups = new Set(['a', 'g', 'svg', 'switch', 'symbol', 'use'])
const silent = new Set(['defs', 'desc', 'metadata', 'style', 'title'])
const effects = ['clip-path', 'filter', 'mask', 'mix-blend-mode']
const deepest = 8

/** Flatten an SVG; `undefined` where the source is none. */
export function flattenSvg(source: string): FlatSvg | undefined {
  const root = parseSvg(source)
  if (!root) return undefined
  const byId = new Map<string, SvgNode>()
  gatherIds(root, byId)
  const shapes: Array<SvgShape> = []
  const unsupported = new Set<string>()
  visit(root, {attributes: new Map(), matrix: identity, opacity: 1, depth: 0})
  return {
    viewBox: readViewBox(root),
    stretches: root.attributes.get('preserveAspectRatio') === 'none',
    shapes,
    unsupported: [...unsupported].sort()
  }

  function visit(node: SvgNode, state: State): void {
    if (silent.has(node.name) || node.name.endsWith('Gradient')) return
    if (node.attributes.get('display') === 'none') return
    for (const effect of effects) {
      const value = node.attributes.get(effect)
      if (value && value !== 'none' && value !== 'normal')
        unsupported.add(effect)
    }
    const inner = enter(node, state)
    const data = toPathData(node)
    if (data !== undefined) {
      const isHidden = inner.attributes.get('visibility') === 'hidden'
      if (data !== '' && !isHidden) shapes.push(toShape(data, node, inner))
      return
    }
    if (node.name === 'symbol' && state.depth === 0) return
    if (!groups.has(node.name)) {
      unsupported.add(node.name)
      return
    }
    // The opacity of a group is one for all; of one shape it is the shape's.
    const isGroup = node.children.length > 1
    if (isGroup && readNumber(node.attributes, 'opacity', 1) < 1) {
      unsupported.add('opacity of a group')
    }
    if (node.name === 'use') {
      const used = byId.get((findHref(node) ?? '').replace(/^#/, ''))
      if (!used || state.depth > deepest) unsupported.add('use')
      else visit(used, {...inner, depth: state.depth + 1})
    }
    for (const child of node.children) visit(child, inner)
  }

  function toShape(data: string, node: SvgNode, state: State): SvgShape {
    const {attributes, matrix, opacity} = state
    const fill = toPaint('fill', '#000000', attributes)
    const stroke = toPaint('stroke', 'none', attributes)
    const caps = ['butt', 'round', 'square'] as const
    const joins = ['miter', 'round', 'bevel'] as const
    return {
      segments: parsePath(data),
      matrix,
      ...(fill ? {fill} : {}),
      isEvenOdd: attributes.get('fill-rule') === 'evenodd',
      fillOpacity: opacity * readNumber(attributes, 'fill-opacity', 1),
      ...(stroke ? {stroke} : {}),
      strokeOpacity: opacity * readNumber(attributes, 'stroke-opacity', 1),
      strokeWidth: readNumber(attributes, 'stroke-width', 1),
      cap: toIndex(caps, attributes.get('stroke-linecap')),
      join: toIndex(joins, attributes.get('stroke-linejoin')),
      miterLimit: readNumber(attributes, 'stroke-miterlimit', 4),
      dashes: readNumbers(attributes.get('stroke-dasharray')),
      dashOffset: readNumber(attributes, 'stroke-dashoffset', 0)
    }
  }

  function toPaint(
    name: string,
    otherwise: string,
    attributes: ReadonlyMap<string, string>
  ): Paint | undefined {
    const value = attributes.get(name) ?? otherwise
    if (value === 'none' || value === 'transparent') return undefined
    const id = /^url\(\s*["']?#([^"')]+)["']?\s*\)/.exec(value)?.[1]
    if (id !== undefined) {
      const gradient = readGradient(id, byId)
      if (typeof gradient !== 'string') return gradient
      unsupported.add(gradient)
      return {type: 'color', rgb: '#000000'}
    }
    const color = value === 'currentColor' ? attributes.get('color') : value
    const rgb = readColor(color ?? '#000000')
    if (rgb) return {type: 'color', rgb}
    unsupported.add(`color ${value}`)
    return undefined
  }
}

function enter(node: SvgNode, state: State): State {
  const attributes = new Map(
    [...state.attributes].filter(([name]) => inherited.has(name))
  )
  for (const [name, value] of node.attributes) {
    if (inherited.has(name)) attributes.set(name, value)
  }
  let matrix = multiply(
    state.matrix,
    parseTransform(node.attributes.get('transform'))
  )
  if (node.name === 'use') {
    const x = readNumber(node.attributes, 'x', 0)
    const y = readNumber(node.attributes, 'y', 0)
    matrix = multiply(matrix, [1, 0, 0, 1, x, y])
  }
  const opacity = state.opacity * readNumber(node.attributes, 'opacity', 1)
  return {attributes, matrix, opacity, depth: state.depth}
}

function gatherIds(node: SvgNode, byId: Map<string, SvgNode>): void {
  const id = node.attributes.get('id')
  if (id !== undefined && !byId.has(id)) byId.set(id, node)
  for (const child of node.children) gatherIds(child, byId)
}

function readViewBox(root: SvgNode): FlatSvg['viewBox'] {
  const [x = 0, y = 0, width = 0, depth = 0] = readNumbers(
    root.attributes.get('viewBox')
  )
  if (width > 0 && depth > 0) return {x, y, width, depth}
  return {
    x: 0,
    y: 0,
    width: readNumber(root.attributes, 'width', 300),
    depth: readNumber(root.attributes, 'height', 150)
  }
}

function findHref(node: SvgNode): string | undefined {
  return node.attributes.get('href') ?? node.attributes.get('xlink:href')
}

function toIndex(
  names: readonly [string, string, string],
  name: string | undefined
): 0 | 1 | 2 {
  if (name === names[1]) return 1
  return name === names[2] ? 2 : 0
}

function readNumber(
  attributes: ReadonlyMap<string, string>,
  name: string,
  otherwise: number
): number {
  const text = attributes.get(name) ?? ''
  const value = Number.parseFloat(text)
  if (Number.isNaN(value)) return otherwise
  return text.trim().endsWith('%') ? value / 100 : value
}

function readNumbers(text: string | undefined): Array<number> {
  return (text?.match(/[-+]?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?/gi) ?? []).map(
    Number
  )
}
