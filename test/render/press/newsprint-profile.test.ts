// The default profile at work, through littlecms (in sharp). Its patches are
// looked at one by one in newsprint-profile.slow.test.ts.

import path from 'node:path'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {writeCmykTiff} from '../../../src/plant/write-cmyk-tiff.ts'
import {mostInk} from '../../../src/render/press/profile/newsprint-aims.ts'
import fs from 'node:fs/promises'
import {projectFolder} from '../../end-to-end/press.ts'

const file = path.join(projectFolder, 'templates/newsprint.icc')

/** Separate colours, four bytes each. */
async function separate(values: ReadonlyArray<number>): Promise<Uint8Array> {
  const raw = {width: values.length / 3, height: 1, channels: 3 as const}
  return sharp(Uint8Array.from(values), {raw})
    .withIccProfile(file, {attach: false})
    .raw()
    .toBuffer()
}

describe('templates/newsprint.icc', () => {
  test('should never ask for more ink than the limit', async () => {
    const values: Array<number> = []
    for (let r = 0; r < 256; r += 15) {
      for (let g = 0; g < 256; g += 15) {
        for (let b = 0; b < 256; b += 15) values.push(r, g, b)
      }
    }
    const inks = await separate(values)
    let most = 0
    for (let at = 0; at < inks.length; at += 4) {
      const sum = inks.subarray(at, at + 4).reduce((a, one) => a + one, 0)
      most = Math.max(most, sum)
    }

    expect(inks).toHaveLength((values.length / 3) * 4)
    expect(most / 255).toBeLessThanOrEqual(mostInk)
    expect(most / 255).toBeGreaterThan(mostInk - 0.2)
    // White stays paper.
    expect([...inks.subarray(-4)]).toEqual([0, 0, 0, 0])
  })

  test('should give colours back as they were, as far as paper can', async () => {
    const values = [
      [64, 64, 64],
      [128, 128, 128],
      [192, 192, 192],
      [190, 150, 120],
      [120, 150, 180],
      [130, 160, 110]
    ].flat()
    const widthPx = values.length / 3
    const inks = {widthPx, depthPx: 1, value: await separate(values)}
    const tiff = writeCmykTiff(inks, await fs.readFile(file))
    const back = await sharp(tiff).toColourspace('srgb').raw().toBuffer()

    const away = [...back].map((value, index) => value - (values[index] ?? 0))
    expect(Math.max(...away.map(Math.abs))).toBeLessThan(14)
  })
})
