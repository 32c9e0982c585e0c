// Path data of SVG (SVG 2, chapter 9) as the four operators that PDF has: move,
// line, cubic curve, close. Quadratic curves and arcs become cubic ones.

/** A piece of a path, absolute. */
export type Segment =
  | {type: 'close'}
  | {
      type: 'curve'
      points: readonly [number, number, number, number, number, number]
    }
  | {type: 'line'; x: number; y: number}
  | {type: 'move'; x: number; y: number}

const argumentCounts: Readonly<Record<string, number>> = {
  a: 7,
  c: 6,
  h: 1,
  l: 2,
  m: 2,
  q: 4,
  s: 4,
  t: 2,
  v: 1,
  z: 0
}

/** Parse path data; what can't be read ends it, as in browsers. */
export function parsePath(data: string): Array<Segment> {
  const segments: Array<Segment> = []
  let x = 0
  let y = 0
  let startX = 0
  let startY = 0
  // Handles that the smooth curves mirror.
  let cubic: [number, number] | undefined
  let quadratic: [number, number] | undefined

  for (const {letter, numbers} of readCommands(data)) {
    const isRelative = letter === letter.toLowerCase()
    const [dx, dy] = isRelative ? [x, y] : [0, 0]
    const at = (index: number): number =>
      (numbers[index] ?? 0) + (index % 2 === 0 ? dx : dy)
    const before = {cubic, quadratic}
    cubic = undefined
    quadratic = undefined
    switch (letter.toLowerCase()) {
      case 'm':
        ;[x, y] = [at(0), at(1)]
        ;[startX, startY] = [x, y]
        segments.push({type: 'move', x, y})
        break
      case 'l':
        lineTo(at(0), at(1))
        break
      case 'h':
        lineTo(at(0), y)
        break
      case 'v':
        lineTo(x, (numbers[0] ?? 0) + dy)
        break
      case 'c':
        curveTo([at(0), at(1)], [at(2), at(3)], at(4), at(5))
        break
      case 's':
        curveTo(mirror(before.cubic), [at(0), at(1)], at(2), at(3))
        break
      case 'q':
        quadraticTo([at(0), at(1)], at(2), at(3))
        break
      case 't':
        quadraticTo(mirror(before.quadratic), at(0), at(1))
        break
      case 'a':
        arcTo(numbers, (numbers[5] ?? 0) + dx, (numbers[6] ?? 0) + dy)
        break
      default:
        segments.push({type: 'close'})
        ;[x, y] = [startX, startY]
    }
  }
  return segments

  function mirror(handle: [number, number] | undefined): [number, number] {
    return handle ? [2 * x - handle[0], 2 * y - handle[1]] : [x, y]
  }

  function lineTo(toX: number, toY: number): void {
    ;[x, y] = [toX, toY]
    segments.push({type: 'line', x, y})
  }

  function curveTo(
    first: [number, number],
    second: [number, number],
    toX: number,
    toY: number
  ): void {
    segments.push({type: 'curve', points: [...first, ...second, toX, toY]})
    cubic = second
    ;[x, y] = [toX, toY]
  }

  function quadraticTo(handle: [number, number], toX: number, toY: number) {
    const first: [number, number] = [
      x + ((handle[0] - x) * 2) / 3,
      y + ((handle[1] - y) * 2) / 3
    ]
    const second: [number, number] = [
      toX + ((handle[0] - toX) * 2) / 3,
      toY + ((handle[1] - toY) * 2) / 3
    ]
    curveTo(first, second, toX, toY)
    cubic = undefined
    quadratic = handle
  }

  function arcTo(arc: ReadonlyArray<number>, toX: number, toY: number): void {
    for (const points of toCurves(x, y, arc, toX, toY)) {
      segments.push({type: 'curve', points})
    }
    ;[x, y] = [toX, toY]
  }
}

function readCommands(
  data: string
): Array<{letter: string; numbers: Array<number>}> {
  const commands: Array<{letter: string; numbers: Array<number>}> = []
  for (const [, letter = '', rest = ''] of data.matchAll(
    /([a-z])([^a-df-z]*)/gi
  )) {
    const count = argumentCounts[letter.toLowerCase()]
    if (count === undefined) break
    const numbers = readNumbers(rest, letter.toLowerCase() === 'a')
    if (count === 0) {
      commands.push({letter, numbers: []})
      continue
    }
    let name = letter
    for (let at = 0; at + count <= numbers.length; at += count) {
      commands.push({letter: name, numbers: numbers.slice(at, at + count)})
      // Pairs after those of a move are lines.
      if (name === 'm') name = 'l'
      if (name === 'M') name = 'L'
    }
  }
  return commands
}

// The flags of arcs are one digit each, and may stand without white space.
function readNumbers(text: string, isArc: boolean): Array<number> {
  const numbers: Array<number> = []
  let rest = text
  for (;;) {
    rest = rest.replace(/^[\s,]+/, '')
    const isFlag = isArc && [3, 4].includes(numbers.length % 7)
    const found = (
      isFlag ? /^[01]/ : /^[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/i
    ).exec(rest)?.[0]
    if (found === undefined) return numbers
    numbers.push(Number(found))
    rest = rest.slice(found.length)
  }
}

// SVG 2, B.2.4: from end points to a centre; then a curve for every quarter.
function toCurves(
  fromX: number,
  fromY: number,
  arc: ReadonlyArray<number>,
  toX: number,
  toY: number
): Array<[number, number, number, number, number, number]> {
  const [radiusX = 0, radiusY = 0, degrees = 0, isLarge, isPositive] = arc
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [halfX, halfY] = [(fromX - toX) / 2, (fromY - toY) / 2]
  const x1 = cos * halfX + sin * halfY
  const y1 = cos * halfY - sin * halfX
  let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)]
  if (rx === 0 || ry === 0 || (halfX === 0 && halfY === 0)) {
    return [[fromX, fromY, toX, toY, toX, toY]]
  }
  const excess = (x1 / rx) ** 2 + (y1 / ry) ** 2
  if (excess > 1) [rx, ry] = [rx * Math.sqrt(excess), ry * Math.sqrt(excess)]

  const spread = (rx * y1) ** 2 + (ry * x1) ** 2
  const side = isLarge === isPositive ? -1 : 1
  const factor =
    side * Math.sqrt(Math.max(0, ((rx * ry) ** 2 - spread) / spread))
  const [cx1, cy1] = [(factor * rx * y1) / ry, (-factor * ry * x1) / rx]
  const centreX = cos * cx1 - sin * cy1 + (fromX + toX) / 2
  const centreY = sin * cx1 + cos * cy1 + (fromY + toY) / 2
  const start = Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
  const end = Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx)
  let sweep = end - start
  if (isPositive && sweep < 0) sweep += 2 * Math.PI
  if (!isPositive && sweep > 0) sweep -= 2 * Math.PI

  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  const handle = (4 / 3) * Math.tan(step / 4)
  const place = (ux: number, uy: number): [number, number] => [
    centreX + cos * rx * ux - sin * ry * uy,
    centreY + sin * rx * ux + cos * ry * uy
  ]
  return Array.from({length: count}, (_, index) => {
    const from = start + index * step
    const to = from + step
    const [c1, s1, c2, s2] = [
      Math.cos(from),
      Math.sin(from),
      Math.cos(to),
      Math.sin(to)
    ]
    const last: [number, number] =
      index === count - 1 ? [toX, toY] : place(c2, s2)
    return [
      ...place(c1 - handle * s1, s1 + handle * c1),
      ...place(c2 + handle * s2, s2 - handle * c2),
      ...last
    ]
  })
}
