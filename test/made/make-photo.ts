// Made-up photos: a sky, hills and a sun, all from a few throws of the dice.

import sharp from 'sharp'
import type {Dice} from './open-dice.ts'

/** Shapes of made-up photos: width over depth. */
export const photoShapes = [1.5, 1.33, 1.78, 1, 0.75, 2.2] as const

/** Make a photo of so many pixels, as JPEG. */
export async function makePhoto(
  dice: Dice,
  widthPx: number,
  aspectRatio: number
): Promise<Uint8Array> {
  const depthPx = Math.round(widthPx / aspectRatio)
  const hue = dice.between(0, 359)
  const sunX = dice.between(10, 90)
  const hills: Array<string> = []
  for (let layer = 0; layer < 4; layer++) {
    const base = 45 + layer * 13
    const points = [`0,100`]
    for (let x = 0; x <= 100; x += 10) {
      points.push(`${x},${base + dice.between(-9, 9)}`)
    }
    points.push('100,100')
    const light = 62 - layer * 14
    hills.push(
      `<polygon points="${points.join(' ')}" fill="hsl(${(hue + 40) % 360} 30% ${light}%)"/>`
    )
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${depthPx}" viewBox="0 0 100 100" preserveAspectRatio="none">
    <defs><linearGradient id="sky" x2="0" y2="1">
      <stop offset="0" stop-color="hsl(${hue} 45% 60%)"/>
      <stop offset="0.6" stop-color="hsl(${(hue + 25) % 360} 60% 88%)"/>
    </linearGradient></defs>
    <rect width="100" height="100" fill="url(#sky)"/>
    <ellipse cx="${sunX}" cy="${dice.between(12, 34)}" rx="${5 / aspectRatio + 1}" ry="6" fill="hsl(45 90% 85%)"/>
    ${hills.join('\n')}
  </svg>`
  return sharp(Buffer.from(svg)).jpeg({quality: 70}).toBuffer()
}
