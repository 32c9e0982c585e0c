// The default profile, patch by patch through littlecms (`transicc`), and made
// again from its numbers.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {makeNewsprintProfile} from '../../../src/render/press/profile/make-newsprint-profile.ts'
import {
  aims,
  halfToneGain,
  type Lab
} from '../../../src/render/press/profile/newsprint-aims.ts'
import {toLight} from '../../../src/render/press/profile/lab.ts'
import {projectFolder} from '../../end-to-end/press.ts'
import {hasProgram} from '../../end-to-end/has-program.ts'

const file = path.join(projectFolder, 'templates/newsprint.icc')

/** Print a patch; the colour is absolute, of paper and ink. */
function print(inks: ReadonlyArray<number>): Lab {
  const text = execFileSync('transicc', ['-t3', '-n', `-i${file}`, '-o*Lab'], {
    input: `${inks.join(' ')}\n`,
    encoding: 'utf8'
  })
  const numbers = text
    .trim()
    .split('\n')
    .at(-1)
    ?.trim()
    .split(/\s+/)
    .map(Number)
  const [l = Number.NaN, a = Number.NaN, b = Number.NaN] = numbers ?? []
  return [l, a, b]
}

test('should make the same profile again', {timeout: 120_000}, async () => {
  const made = Buffer.from(makeNewsprintProfile())

  expect(made.equals(await fs.readFile(file))).toBe(true)
})

describe.skipIf(!hasProgram('transicc'))('patches (need transicc)', () => {
  test.for([
    ['paper', [0, 0, 0, 0]],
    ['cyan', [100, 0, 0, 0]],
    ['magenta', [0, 100, 0, 0]],
    ['yellow', [0, 0, 100, 0]],
    ['black', [0, 0, 0, 100]],
    ['magentaYellow', [0, 100, 100, 0]],
    ['cyanYellow', [100, 0, 100, 0]],
    ['cyanMagenta', [100, 100, 0, 0]],
    ['cyanMagentaYellow', [100, 100, 100, 0]],
    ['all', [100, 100, 100, 100]]
  ] as const)('should print %s as ISO 12647-3 aims', ([name, inks]) => {
    const [l, a, b] = print(inks)
    const aim = aims[name]

    // Black through which nothing is seen has a hue of its own.
    const mostOff = name === 'all' ? 2 : 0.5
    expect(Math.hypot(l - aim[0], a - aim[1], b - aim[2])).toBeLessThan(mostOff)
  })

  // Light that an ink takes: red of cyan, green of magenta, blue of yellow.
  test.for([
    ['cyan', 0, 0],
    ['magenta', 1, 1],
    ['yellow', 2, 2],
    ['black', 3, 1]
  ] as const)('should make dots of %s grow as the standard has it', (row) => {
    const [, ink, axis] = row
    const [paper = 0, half = 0, solid = 0] = [0, 50, 100].map((tone) => {
      const inks = [0, 0, 0, 0].map((_, index) => (index === ink ? tone : 0))
      return toLight(print(inks))[axis]
    })
    const covered = (paper - half) / (paper - solid)

    expect(covered).toBeCloseTo(0.5 + halfToneGain, 2)
  })

  test('should print greys that are grey, from light to dark', () => {
    const greys = [200, 160, 120, 80].map((byte) => {
      const inks = execFileSync(
        'transicc',
        ['-t0', '-n', '-i*sRGB', `-o${file}`],
        {input: `${byte}\n${byte}\n${byte}\n`, encoding: 'utf8'}
      )
      return print(
        inks.trim().split('\n').at(-1)?.trim().split(/\s+/).map(Number) ?? []
      )
    })
    // Beside the paper, which is a little yellow.
    for (const [, a, b] of greys) {
      expect(Math.hypot(a, b - 2)).toBeLessThan(4)
    }
    const lights = greys.map(([l]) => l)
    expect(lights).toEqual([...lights].sort((one, other) => other - one))
  })
})
