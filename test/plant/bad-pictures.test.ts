// Pictures that must be refused, each with what it is and what to do.

import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {inspectPicture} from '../../src/plant/pictures.ts'

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** A PNG whose head promises more pixels than there are. */
async function promise(widthPx: number, depthPx: number): Promise<Uint8Array> {
  const image = sharp({
    create: {width: 1, height: 1, channels: 3, background: '#fff'}
  })
  const png = new Uint8Array(await image.png().toBuffer())
  const view = new DataView(png.buffer)
  view.setUint32(16, widthPx)
  view.setUint32(20, depthPx)
  view.setUint32(29, crc(png.subarray(12, 29)))
  return png
}

// PNG, annex D.
function crc(bytes: Uint8Array): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) {
      value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
    }
  }
  return ~value >>> 0
}

describe('inspectPicture', () => {
  test('should refuse 200 megapixels by their size, decoding none', async () => {
    const before = process.memoryUsage().rss
    await expect(inspectPicture(await promise(20_000, 10_000))).rejects.toThrow(
      '20000 × 10000 pixels, more than 120 million'
    )
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })

  test('should refuse HEIC and say what to do', async () => {
    const heic = toBytes('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')
    await expect(inspectPicture(heic)).rejects.toThrow('save it as JPEG')
  })

  test('should refuse WebP that moves', async () => {
    const [red, blue] = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({create: {width: 4, height: 4, channels: 3, background}})
          .png()
          .toBuffer()
      )
    )
    if (!red || !blue) throw new Error('No frames')
    const frames = sharp([red, blue], {join: {animated: true}})
    const moving = await frames.webp({delay: [100, 100]}).toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(2)
    await expect(inspectPicture(moving)).rejects.toThrow('2 pictures in turn')
  })

  test('should refuse SVG, whatever is in it', async () => {
    const svg = toBytes(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><image href="http://a.test/b.png"/></svg>'
    )
    await expect(inspectPicture(svg)).rejects.toThrow('format svg')
  })

  test('should refuse what is cut short, and what is none', async () => {
    const whole = await sharp({
      create: {width: 64, height: 64, channels: 3, background: '#808'}
    })
      .png()
      .toBuffer()
    await expect(
      inspectPicture(new Uint8Array(whole.subarray(0, whole.length - 40)))
    ).rejects.toThrow(/./)
    await expect(inspectPicture(toBytes('not a picture'))).rejects.toThrow(/./)
  })
})
