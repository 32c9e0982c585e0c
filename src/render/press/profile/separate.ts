// Separation: which inks print a colour.
//
// There are more inks than dimensions of colour, so black is free: a curve says
// how much of it a colour of some darkness and chroma should have (grey
// component replacement: black ink is cheaper, drier and steadier than three
// colours). Then the four dots that come nearest are found by damped least
// squares (Levenberg 1944), in which a wrong hue costs more than wrong
// lightness, and that more than wrong chroma, and in which too much ink costs. Every
// dot costs a little: under solid black, more of it changes next to nothing.

import {mostInk, type Inks, type Lab} from './newsprint-aims.ts'
import {printDots, shrinkDot} from './newsprint-press.ts'

/** A separation. */
export interface Separation {
  /** Tones of the plates: 0–1. */
  tones: Inks
  /** How far the print is from what was asked: ΔE*ab. */
  error: number
}

/** Darkest that is printed within the ink limit, relative to the paper. */
export const darkest: Lab = printDots([0.78, 0.7, 0.68, 1])

const weights = {
  lightness: 1,
  chroma: 0.6,
  hue: 1.3,
  black: 16,
  dot: 1,
  ink: 60
}
const roundCount = 40

// Interpolated between two nodes, sums stay below that of the larger.
const inkLimit = mostInk - 0.03

/** Find the inks for a colour relative to the paper. */
export function separate(target: Lab, start: Inks): Separation {
  const goal = toBlackGoal(target)
  let dots = start
  let cost = sumSquares(toErrors(dots, target, goal))
  let damping = 1

  for (let round = 0; round < roundCount; round++) {
    const step = toStep(dots, target, goal, damping)
    const next = move(dots, step)
    const nextCost = sumSquares(toErrors(next, target, goal))
    if (nextCost < cost) {
      const isDone = cost - nextCost < 1e-6
      dots = next
      cost = nextCost
      damping = Math.max(1e-4, damping / 4)
      if (isDone) break
    } else {
      damping *= 5
      if (damping > 1e9) break
    }
  }

  const tones = limitInk(dots)
  const [l, a, b] = printDots(dots)
  const error = Math.hypot(l - target[0], a - target[1], b - target[2])
  return {tones, error}
}

// Seen dot of black: none in light colours, all of it in the darkest; little
// in colours of high chroma, which it would dirty.
function toBlackGoal([lightness, a, b]: Lab): number {
  const darkness = (100 - lightness) / (100 - darkest[0])
  const ramp = Math.min(1, Math.max(0, (darkness - 0.2) / 0.8))
  const purity = Math.min(1, Math.hypot(a, b) / 45)
  return ramp ** 1.4 * (1 - 0.9 * purity)
}

function toErrors(dots: Inks, target: Lab, goal: number): Array<number> {
  const [lightness, a, b] = printDots(dots)
  const [dl, da, db] = [lightness - target[0], a - target[1], b - target[2]]
  const chroma = Math.hypot(target[1], target[2])
  const [cos, sin] =
    chroma < 1e-6 ? [1, 0] : [target[1] / chroma, target[2] / chroma]
  // Of greys there is no hue: every direction costs the same.
  const saturation = Math.min(1, chroma / 10)
  const hue = weights.hue
  const radial = hue + (weights.chroma - hue) * saturation
  const over = Math.max(0, sumInk(dots) - inkLimit)
  return [
    dl * weights.lightness,
    (da * cos + db * sin) * radial,
    (db * cos - da * sin) * hue,
    (dots[3] - goal) * weights.black,
    over * weights.ink,
    dots[0] * weights.dot,
    dots[1] * weights.dot,
    dots[2] * weights.dot
  ]
}

function toStep(
  dots: Inks,
  target: Lab,
  goal: number,
  damping: number
): Array<number> {
  const delta = 1e-4
  const errors = toErrors(dots, target, goal)
  const slopes = dots.map((dot, index) => {
    const sign = dot > 0.5 ? -1 : 1
    const moved = toErrors(
      replace(dots, index, dot + sign * delta),
      target,
      goal
    )
    return moved.map(
      (value, row) => (value - (errors[row] ?? 0)) / (sign * delta)
    )
  })

  const matrix = slopes.map((left, row) =>
    slopes.map(
      (right, column) =>
        dotProduct(left, right) + (row === column ? damping : 0)
    )
  )
  return solve(
    matrix,
    slopes.map((slope) => -dotProduct(slope, errors))
  )
}

/** Solve a small set of linear equations by elimination. */
function solve(
  matrix: ReadonlyArray<ReadonlyArray<number>>,
  right: ReadonlyArray<number>
): Array<number> {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  const {length} = rows
  for (let pivot = 0; pivot < length; pivot++) {
    const pivotRow = rows[pivot] ?? []
    for (let index = 0; index < length; index++) {
      const row = rows[index] ?? []
      if (index === pivot) continue
      const factor = (row[pivot] ?? 0) / (pivotRow[pivot] ?? 1)
      for (let column = pivot; column <= length; column++) {
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0)
      }
    }
  }
  return rows.map((row, index) => (row[length] ?? 0) / (row[index] ?? 1))
}

function move(dots: Inks, step: ReadonlyArray<number>): Inks {
  const [c, m, y, k] = dots
  return [
    clamp(c + (step[0] ?? 0)),
    clamp(m + (step[1] ?? 0)),
    clamp(y + (step[2] ?? 0)),
    clamp(k + (step[3] ?? 0))
  ]
}

function replace(dots: Inks, index: number, value: number): Inks {
  const [c, m, y, k] = dots
  return [
    index === 0 ? value : c,
    index === 1 ? value : m,
    index === 2 ? value : y,
    index === 3 ? value : k
  ]
}

// What is still too much is taken from the colours, in proportion.
function limitInk(dots: Inks): Inks {
  const [c, m, y, k] = [
    shrinkDot(dots[0]),
    shrinkDot(dots[1]),
    shrinkDot(dots[2]),
    shrinkDot(dots[3])
  ]
  const sum = c + m + y + k
  const ratio = sum > inkLimit ? (inkLimit - k) / (sum - k) : 1
  return [c * ratio, m * ratio, y * ratio, k]
}

function sumInk(dots: Inks): number {
  return (
    shrinkDot(dots[0]) +
    shrinkDot(dots[1]) +
    shrinkDot(dots[2]) +
    shrinkDot(dots[3])
  )
}

function sumSquares(values: ReadonlyArray<number>): number {
  return dotProduct(values, values)
}

function dotProduct(
  left: ReadonlyArray<number>,
  right: ReadonlyArray<number>
): number {
  let sum = 0
  for (const [index, value] of left.entries()) {
    sum += value * (right[index] ?? 0)
  }
  return sum
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
