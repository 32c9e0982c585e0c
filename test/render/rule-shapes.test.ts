import {describe, expect, test} from 'vitest'
import {
  toFrameShapes,
  toRuleShapes,
  type Shape
} from '../../src/render/rule-shapes.ts'

const patterns = [
  'dot',
  'dotted',
  'double',
  'solid',
  'thick-thin',
  'wave'
] as const
const across = {xPt: 10, yPt: 20, widthPt: 100, depthPt: 3}
const down = {xPt: 10, yPt: 20, widthPt: 3, depthPt: 100}

describe('rules', () => {
  test.for(
    patterns.flatMap(
      (pattern) =>
        [
          [pattern, across],
          [pattern, down]
        ] as const
    )
  )('should keep a %s rule in its rectangle', ([pattern, rect]) => {
    const shapes = toRuleShapes({
      type: 'rule',
      color: 'black',
      pattern,
      ...rect
    })
    const {bottom, left, right, top} = measure(shapes)

    expect(left).toBeCloseTo(rect.xPt, 3)
    expect(top).toBeCloseTo(rect.yPt, 3)
    expect(right).toBeCloseTo(rect.xPt + rect.widthPt, 3)
    expect(bottom).toBeCloseTo(rect.yPt + rect.depthPt, 3)
  })

  test('should draw a dot round', () => {
    const rect = {xPt: 0, yPt: 0, widthPt: 2, depthPt: 2}
    const [shape] = toRuleShapes({
      type: 'rule',
      color: 'black',
      pattern: 'dot',
      ...rect
    })
    const points = [...(shape?.path ?? '').matchAll(/[\d.]+ [\d.]+(?=[QZ])/gu)]
      .map(([pair]) => pair.split(' ').map(Number))
      .map(([x = 0, y = 0]) => Math.hypot(x - 1, y - 1))

    expect(points).toHaveLength(9)
    for (const radius of points) expect(radius).toBeCloseTo(1, 3)
  })

  test('should draw a solid rule as one rectangle', () => {
    const shapes = toRuleShapes({type: 'rule', color: 'black', ...across})
    expect(shapes).toEqual([{path: 'M10 20L110 20L110 23L10 23Z'}])
  })

  test('should end a dotted rule in dots', () => {
    const rule = {type: 'rule', color: 'black', pattern: 'dotted'} as const
    const shapes = toRuleShapes({
      ...rule,
      xPt: 0,
      yPt: 0,
      widthPt: 9,
      depthPt: 1
    })
    expect(shapes.map(({path}) => path.split('L')[0])).toEqual([
      'M0 0',
      'M2 0',
      'M4 0',
      'M6 0',
      'M8 0'
    ])
  })
})

describe('frames', () => {
  test.for(['dotted', 'double', 'solid'] as const)(
    'should keep a %s frame in its rectangle',
    (pattern) => {
      const rect = {xPt: 10, yPt: 20, widthPt: 60, depthPt: 40}
      const frame = {type: 'frame', color: 'black', strokePt: 1} as const
      const shapes = toFrameShapes({...frame, ...rect, pattern})
      expect(measure(shapes)).toEqual({
        left: 10,
        top: 20,
        right: 70,
        bottom: 60
      })
    }
  )
})

// Extent of shapes; control points of waves swing out to twice the curve.
function measure(shapes: ReadonlyArray<Shape>) {
  const xs: Array<number> = []
  const ys: Array<number> = []
  for (const {path, strokePt = 0} of shapes) {
    const points = [...path.matchAll(/([MLQ ])(-?[\d.]+) (-?[\d.]+)/g)]
    const ends = points.filter(([, command]) => command !== 'Q')
    const curves = points.filter(([, command]) => command === 'Q')
    for (const [, , x, y] of ends) {
      xs.push(Number(x))
      ys.push(Number(y))
    }
    const [, , x0, y0] = points[0] ?? []
    for (const [, , x, y] of curves) {
      const isAcross = path.split(' ')[1] === `${y0}Q${x}`
      if (isAcross || Math.abs(Number(y) - Number(y0)) < 3) {
        const middle = (Number(y) + Number(y0)) / 2
        ys.push(middle - strokePt / 2, middle + strokePt / 2)
      }
      if (Math.abs(Number(x) - Number(x0)) < 3) {
        const middle = (Number(x) + Number(x0)) / 2
        xs.push(middle - strokePt / 2, middle + strokePt / 2)
      }
    }
  }
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys)
  }
}
