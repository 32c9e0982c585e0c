// Gradients of SVG (SVG 2, 14.2) as numbers; one may take from another.

import {parseTransform, type Matrix} from './matrix.ts'
import type {SvgNode} from './parse-svg.ts'
import {readColor} from './read-color.ts'

/** A gradient. */
export interface Gradient {
  type: 'linear' | 'radial'
  /** x1 y1 x2 y2; or fx fy fr cx cy r. */
  numbers: ReadonlyArray<number>
  /** Whether the numbers are ratios of the shape's own box. */
  isBoxed: boolean
  matrix: Matrix
  stops: ReadonlyArray<GradientStop>
}

/** A colour at a place. */
export interface GradientStop {
  offset: number
  rgb: string
  opacity: number
}

/** Read a gradient; a string says what it is that we can't paint. */
export function readGradient(
  id: string,
  byId: ReadonlyMap<string, SvgNode>
): Gradient | string {
  const chain: Array<SvgNode> = []
  for (
    let node = byId.get(id);
    node && !chain.includes(node);
    node = byId.get(findHref(node))
  ) {
    chain.push(node)
  }
  const [first] = chain
  if (!first?.name.endsWith('Gradient')) return first?.name ?? `#${id}`
  const find = (name: string): string | undefined =>
    chain.find((node) => node.attributes.has(name))?.attributes.get(name)
  const spread = find('spreadMethod')
  if (spread && spread !== 'pad') return `spreadMethod ${spread}`

  const stops = readStops(
    chain.find((node) => node.children.some(({name}) => name === 'stop'))
  )
  if (stops.length === 0) return 'gradient without stops'
  const read = (name: string, otherwise: number): number =>
    readRatio(find(name), otherwise)
  const isLinear = first.name === 'linearGradient'
  const [cx, cy, r] = [read('cx', 0.5), read('cy', 0.5), read('r', 0.5)]
  return {
    type: isLinear ? 'linear' : 'radial',
    numbers: isLinear
      ? [read('x1', 0), read('y1', 0), read('x2', 1), read('y2', 0)]
      : [read('fx', cx), read('fy', cy), read('fr', 0), cx, cy, r],
    isBoxed: find('gradientUnits') !== 'userSpaceOnUse',
    matrix: parseTransform(find('gradientTransform')),
    stops
  }
}

function readStops(node: SvgNode | undefined): Array<GradientStop> {
  const stops: Array<GradientStop> = []
  for (const {attributes, name} of node?.children ?? []) {
    if (name !== 'stop') continue
    const least = stops.at(-1)?.offset ?? 0
    const offset = readRatio(attributes.get('offset'), 0)
    stops.push({
      offset: Math.min(1, Math.max(least, offset)),
      rgb: readColor(attributes.get('stop-color') ?? 'black') ?? '#000000',
      opacity: readRatio(attributes.get('stop-opacity'), 1)
    })
  }
  return stops
}

function findHref(node: SvgNode): string {
  const href = node.attributes.get('href') ?? node.attributes.get('xlink:href')
  return (href ?? '').replace(/^#/, '')
}

function readRatio(text: string | undefined, otherwise: number): number {
  const value = Number.parseFloat(text ?? '')
  if (Number.isNaN(value)) return otherwise
  return text?.trim().endsWith('%') ? value / 100 : value
}
