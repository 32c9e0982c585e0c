// Affine transforms as PDF and SVG have them: x' = ax + cy + e, y' = bx + dy + f.

/** A transform. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The transform that changes nothing. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Do `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f
  ]
}

/** Read a `transform` attribute. */
export function parseTransform(text: string | undefined): Matrix {
  let matrix = identity
  for (const [, name = '', rest = ''] of (text ?? '').matchAll(
    /(\w+)\s*\(([^)]*)\)/g
  )) {
    const numbers = rest.match(/[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi) ?? []
    matrix = multiply(matrix, toMatrix(name, numbers.map(Number)))
  }
  return matrix
}

function toMatrix(name: string, numbers: ReadonlyArray<number>): Matrix {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = numbers
  const angle = (a * Math.PI) / 180
  switch (name) {
    case 'matrix':
      return [a, b ?? 0, c ?? 0, d, e, f]
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0]
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0]
    case 'rotate': {
      const turn: Matrix = [
        Math.cos(angle),
        Math.sin(angle),
        -Math.sin(angle),
        Math.cos(angle),
        0,
        0
      ]
      const [x, y] = [b ?? 0, c ?? 0]
      return multiply(multiply([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y])
    }
    case 'skewX':
      return [1, 0, Math.tan(angle), 1, 0, 0]
    case 'skewY':
      return [1, Math.tan(angle), 0, 1, 0, 0]
    default:
      return identity
  }
}
