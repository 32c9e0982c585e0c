// Basic shapes of SVG (SVG 2, chapter 10) as path data.

import type {SvgNode} from './parse-svg.ts'

/** Path data of a shape; `undefined` when the element is none. */
export function toPathData(node: SvgNode): string | undefined {
  const read = (name: string, otherwise = 0): number => {
    const value = Number.parseFloat(node.attributes.get(name) ?? '')
    return Number.isNaN(value) ? otherwise : value
  }
  switch (node.name) {
    case 'path':
      return node.attributes.get('d') ?? ''
    case 'rect': {
      const [x, y, width, depth] = [
        read('x'),
        read('y'),
        read('width'),
        read('height')
      ]
      const rx = Math.min(width / 2, read('rx', read('ry')))
      const ry = Math.min(depth / 2, read('ry', read('rx')))
      if (width <= 0 || depth <= 0) return ''
      if (rx <= 0 || ry <= 0) return `M${x} ${y}h${width}v${depth}h${-width}z`
      const corner = `a${rx} ${ry} 0 0 1 `
      return `M${x + rx} ${y}h${width - 2 * rx}${corner}${rx} ${ry}v${depth - 2 * ry}${corner}${-rx} ${ry}h${2 * rx - width}${corner}${-rx} ${-ry}v${2 * ry - depth}${corner}${rx} ${-ry}z`
    }
    case 'circle':
      return toEllipse(read('cx'), read('cy'), read('r'), read('r'))
    case 'ellipse':
      return toEllipse(
        read('cx'),
        read('cy'),
        read('rx', read('ry')),
        read('ry', read('rx'))
      )
    case 'line':
      return `M${read('x1')} ${read('y1')}L${read('x2')} ${read('y2')}`
    case 'polyline':
      return `M${node.attributes.get('points') ?? ''}`
    case 'polygon':
      return `M${node.attributes.get('points') ?? ''}z`
    default:
      return undefined
  }
}

function toEllipse(x: number, y: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return ''
  return `M${x + rx} ${y}a${rx} ${ry} 0 0 1 ${-2 * rx} 0a${rx} ${ry} 0 0 1 ${2 * rx} 0z`
}
