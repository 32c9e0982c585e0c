// Colours through littlecms (`transicc`): what pictures ought to come out as.

import {execFileSync} from 'node:child_process'

/** Convert colours from one profile to another, as lists of numbers. */
export function convertColors(
  colors: ReadonlyArray<ReadonlyArray<number>>,
  from: string,
  to: string,
  intent: 'absolute' | 'perceptual' | 'relative' = 'perceptual'
): Array<Array<number>> {
  const code = {perceptual: 0, relative: 1, absolute: 3}[intent]
  const said = execFileSync(
    'transicc',
    [`-t${code}`, '-n', `-i${from}`, `-o${to}`],
    {
      input: colors.map((color) => color.join('\n')).join('\n'),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore']
    }
  )
  return said
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
}

/** How far two colours of L*a*b* are apart (CIE 1976). */
export function toDifference(
  a: ReadonlyArray<number>,
  b: ReadonlyArray<number>
): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))
}
