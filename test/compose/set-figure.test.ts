import {describe, expect, test} from 'vitest'
import {cutToFill} from '../../src/compose/set-figure.ts'

const middle = {xRatio: 0.5, yRatio: 0.5}

describe('cutToFill', () => {
  test.for([
    // Width over depth, place; crop, what is painted.
    [2, [200, 100], [1, 1], [200, 100]],
    [2, [180, 100], [0.9, 1], [180, 100]],
    [2, [200, 80], [1, 0.8], [200, 80]],
    // More than a fifth is not cut: white stays at the foot, or at both sides.
    [2, [200, 200], [0.8, 1], [200, 125]],
    [2, [200, 40], [1, 0.8], [100, 40]]
  ] as const)('should cut %d to %j', ([aspectRatio, size, crop, painted]) => {
    const [widthPt, depthPt] = size
    const rect = {xPt: 10, yPt: 20, widthPt, depthPt}
    const cut = cutToFill(aspectRatio, rect, middle, 0.2)

    expect([cut.crop.widthRatio, cut.crop.depthRatio]).toEqual(crop)
    expect(cut.place.widthPt).toBeCloseTo(painted[0])
    expect(cut.place.depthPt).toBeCloseTo(painted[1])
    expect(cut.place.yPt).toBe(20)
    expect(cut.place.xPt + cut.place.widthPt / 2).toBeCloseTo(10 + widthPt / 2)
  })

  test('should keep what the picture is about', () => {
    const rect = {xPt: 0, yPt: 0, widthPt: 80, depthPt: 100}
    const {crop} = cutToFill(1, rect, {xRatio: 0.9, yRatio: 0.5}, 0.2)

    expect(crop).toEqual({
      xRatio: expect.closeTo(0.2),
      yRatio: 0,
      widthRatio: 0.8,
      depthRatio: 1
    })
  })
})
