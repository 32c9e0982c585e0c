// CIELAB (CIE 15:2004, 8.2.1) over light that is relative to its white.

import type {Lab} from './newsprint-aims.ts'

/** Light, relative to white: X, Y and Z of white are 1. */
export type Light = readonly [number, number, number]

/** Turn light into what is seen. */
export function toLab([x, y, z]: Light): Lab {
  const [fx, fy, fz] = [cube(x), cube(y), cube(z)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

/** Turn what is seen into light. */
export function toLight([lightness, a, b]: Lab): Light {
  const y = (lightness + 16) / 116
  return [uncube(y + a / 500), uncube(y), uncube(y - b / 200)]
}

function cube(value: number): number {
  return value > 216 / 24389
    ? Math.cbrt(value)
    : ((24389 / 27) * value + 16) / 116
}

function uncube(value: number): number {
  return value ** 3 > 216 / 24389
    ? value ** 3
    : (116 * value - 16) / (24389 / 27)
}
