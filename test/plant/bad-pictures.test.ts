// Pictures that must be refused, each with what it is and what to do.

import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {inspectPicture} from '../../src/plant/pictures.ts'
import {writeBlackPng} from '../made/write-black-png.ts'

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

describe('inspectPicture', () => {
  test('should refuse 200 megapixels by their size, decoding none', async () => {
    const value = writeBlackPng(20_000, 10_000)
    const before = process.memoryUsage().rss
    await expect(inspectPicture(value)).rejects.toThrow(
      '20000 × 10000 pixels, more than 120 million'
    )
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })

  test('should refuse HEIC and say what to do', async () => {
    const heic = toBytes('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')
    await expect(inspectPicture(heic)).rejects.toMatchObject({
      message: expect.stringContaining('HEIC'),
      fix: expect.stringContaining('Save it as JPEG')
    })
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
    await expect(inspectPicture(moving)).rejects.toThrow(
      '2 pictures in one file'
    )
  })

  test('should refuse SVG, whatever is in it', async () => {
    const svg = toBytes(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><image href="http://a.test/b.png"/></svg>'
    )
    await expect(inspectPicture(svg)).rejects.toThrow('SVG, a drawing')
  })

  test.for([
    ['JPEG', {format: 'jpeg'}],
    ['progressive JPEG', {format: 'jpeg', progressive: true}],
    ['PNG', {format: 'png'}],
    ['interlaced PNG', {format: 'png', progressive: true}],
    ['WebP', {format: 'webp'}],
    ['WebP without loss', {format: 'webp', lossless: true}]
  ] as const)('should refuse a %s that is cut short', async ([, options]) => {
    const {format, ...settings} = options
    const [width, height] = [300, 200]
    const pixels = Uint8Array.from(
      {length: width * height * 3},
      (_, index) => (index * index * 7 + (index >> 5)) % 251
    )
    const image = sharp(pixels, {raw: {width, height, channels: 3}})
    const whole = await image.toFormat(format, settings).toBuffer()

    expect(await inspectPicture(new Uint8Array(whole))).toMatchObject({
      widthPx: width,
      depthPx: height
    })
    for (const ratio of [0.3, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * ratio))
      await expect(
        inspectPicture(new Uint8Array(cut)),
        `${ratio}`
      ).rejects.toThrow(/./)
    }
  })

  test('should refuse what is none', async () => {
    await expect(inspectPicture(toBytes('not a picture'))).rejects.toThrow(/./)
  })

  test('should take a JPEG with a torn middle, and say that it is doubtful', async () => {
    const noise = sharp({
      create: {
        width: 640,
        height: 480,
        channels: 3,
        background: '#000',
        noise: {type: 'gaussian', mean: 120, sigma: 40}
      }
    })
    const whole = new Uint8Array(await noise.jpeg().toBuffer())
    expect(await inspectPicture(whole)).not.toHaveProperty('doubt')
    for (let at = 700; at < whole.length - 2; at += 97) {
      whole[at] = (whole[at] ?? 0) ^ 0xff
    }
    expect(await inspectPicture(whole)).toMatchObject({
      widthPx: 640,
      doubt: expect.stringContaining('Corrupt JPEG data')
    })
  })
})
