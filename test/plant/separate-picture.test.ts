// Pictures to inks: what comes in is made here, byte by byte, by sharp.

import {inflateSync} from 'node:zlib'
import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import type {SeparationOptions} from '../../src/model/plant.ts'
import {convertPicture, inspectPicture} from '../../src/plant/pictures.ts'
import {separatePicture} from '../../src/plant/separate-picture.ts'
import {writeCmykTiff} from '../../src/plant/write-cmyk-tiff.ts'
import {projectFolder} from '../end-to-end/press.ts'

const options: SeparationOptions = {
  widthPx: 64,
  lineArtWidthPx: 128,
  profilePath: path.join(projectFolder, 'templates/newsprint.icc'),
  inkLimitPercent: 240
}

function paint(color: string, side = 64) {
  return sharp({
    create: {width: side, height: side, channels: 3, background: color}
  })
}

/** Tones of the middle of a picture, in per cent of C, M, Y, K. */
async function readInks(value: Uint8Array): Promise<Array<number>> {
  const {data, info} = await sharp(value)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({resolveWithObject: true})
  const at = (Math.floor(info.height / 2) * info.width + info.width / 2) * 4
  return [...data.subarray(at, at + 4)].map((tone) => Math.round(tone / 2.55))
}

async function separate(value: Uint8Array, changes = {}) {
  return separatePicture(value, {...options, ...changes})
}

describe('separatePicture', () => {
  test('should convert once, and stay within the ink limit', async () => {
    const red = await separate(await paint('#ff0000').png().toBuffer())
    const [c = 0, m = 0, y = 0, k = 0] = await readInks(red.value)

    expect(red.kind).toBe('colour')
    // Converted twice, pure red would come out otherwise (PRESS.md, 3).
    expect([c, m, y, k]).toEqual([
      expect.closeTo(2, -1),
      expect.closeTo(88, -1),
      expect.closeTo(86, -1),
      expect.closeTo(2, -1)
    ])
    const noise = await sharp({
      create: {
        width: 64,
        height: 64,
        channels: 3,
        background: '#000',
        noise: {type: 'gaussian', mean: 40, sigma: 60}
      }
    })
      .png()
      .toBuffer()
    const wet = await separate(noise, {inkLimitPercent: 180})
    expect(wet.kind).toBe('colour')
    expect(wet.mostInkPercent).toBeLessThanOrEqual(180)
    const stats = await sharp(wet.value).stats()
    expect(stats.channels).toHaveLength(4)
  })

  test('should give grey to black alone, dark as it was', async () => {
    const image = paint('#808080').composite([
      {input: await paint('#202020', 32).png().toBuffer(), left: 0, top: 0}
    ])
    const grey = await separate(await image.png().toBuffer())

    expect(grey).toMatchObject({kind: 'grey', encoding: 'jpeg'})
    expect(grey.mostColorPercent).toBe(0)
    expect(grey.mostInkPercent).toBeGreaterThan(75)
    const {data} = await sharp(grey.value)
      .raw()
      .toBuffer({resolveWithObject: true})
    // The press makes dots grow: half a grey needs less than half the ink.
    const corner = data.at(-1) ?? 0
    expect((255 - corner) / 2.55).toBeGreaterThan(35)
    expect((255 - corner) / 2.55).toBeLessThan(60)
  })

  test('should keep the edges of line art', async () => {
    const image = paint('#ffffff', 256).composite([
      {input: await paint('#000000', 96).png().toBuffer(), left: 8, top: 8}
    ])
    const art = await separate(await image.png().toBuffer())

    expect(art).toMatchObject({
      kind: 'lineArt',
      encoding: 'deflate',
      widthPx: 128
    })
    const tones = new Set(inflateSync(art.value))
    expect(tones.has(0)).toBe(true)
    expect(tones.has(255)).toBe(true)
  })

  test('should leave plates without a profile as they are', async () => {
    const value = new Uint8Array(64 * 64 * 4)
    for (let at = 0; at < value.length; at += 4)
      value.set([51, 102, 153, 26], at)
    const tiff = writeCmykTiff({widthPx: 64, depthPx: 64, value})
    const jpeg = await sharp(tiff)
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({quality: 95})
      .toBuffer()
    const plates = await separate(jpeg)

    expect(plates.isUntaggedCmyk).toBe(true)
    expect(await readInks(plates.value)).toEqual([20, 40, 60, 10])
  })

  test('should show plates without a profile as the press prints them', async () => {
    // In gamut, so that the way there and back ends where it began.
    const brown = await separate(await paint('#a07050').png().toBuffer())
    const inks = await readInks(brown.value)
    const value = new Uint8Array(64 * 64 * 4)
    for (let at = 0; at < value.length; at += 4) {
      value.set(
        inks.map((percent) => Math.round(percent * 2.55)),
        at
      )
    }
    const bare = writeCmykTiff({widthPx: 64, depthPx: 64, value})
    const inkProfile = new Uint8Array(await fs.readFile(options.profilePath))
    const show = async (
      file: Uint8Array,
      more: {inkProfile?: Uint8Array}
    ): Promise<Array<number>> => {
      const png = await convertPicture(file, {
        widthPx: 64,
        format: 'png',
        crop: {xRatio: 0, yRatio: 0, widthRatio: 0.5, depthRatio: 1},
        ...more
      })
      return [...(await sharp(png).raw().toBuffer()).subarray(0, 3)]
    }

    expect(await inspectPicture(bare)).toMatchObject({isUntaggedCmyk: true})
    const wanted = [0xa0, 0x70, 0x50]
    const distance = (rgb: ReadonlyArray<number>): number =>
      Math.max(...rgb.map((one, index) => Math.abs(one - (wanted[index] ?? 0))))
    expect(distance(await show(bare, {inkProfile}))).toBeLessThan(12)
    // Newsprint's magenta is duller than that of the profile sharp would take.
    for (let at = 0; at < value.length; at += 4) value.set([0, 255, 0, 0], at)
    const magenta = writeCmykTiff({widthPx: 64, depthPx: 64, value})
    expect((await show(magenta, {inkProfile}))[1]).toBeGreaterThan(50)
    expect((await show(magenta, {}))[1]).toBeLessThan(20)
    // A profile of its own comes first.
    const tagged = writeCmykTiff({widthPx: 64, depthPx: 64, value}, inkProfile)
    expect(await inspectPicture(tagged)).not.toHaveProperty('isUntaggedCmyk')
    expect((await show(tagged, {}))[1]).toBeGreaterThan(50)
  })

  test('should read plates with a profile through it', async () => {
    const tagged = await paint('#c03020')
      .withIccProfile(options.profilePath)
      .jpeg({quality: 95})
      .toBuffer()
    expect(await sharp(tagged).metadata()).toMatchObject({space: 'cmyk'})
    const read = await separate(tagged)

    expect(read.isUntaggedCmyk).toBeUndefined()
    const [c = 0, m = 0, y = 0] = await readInks(read.value)
    expect(m).toBeGreaterThan(70)
    expect(y).toBeGreaterThan(70)
    expect(c).toBeLessThan(40)
  })

  test('should see a wide gamut through its profile', async () => {
    const plain = await paint('#30a040').png().toBuffer()
    const wide = await sharp(plain).withIccProfile('p3').png().toBuffer()
    const [, , , ...rest] = await readInks((await separate(plain)).value)
    const inks = await readInks((await separate(wide)).value)

    expect(inks.slice(3)).toEqual(rest.map((tone) => expect.closeTo(tone, -1)))
  })

  test.for([
    [
      '16-bit PNG',
      () => paint('#3060c0').toColourspace('rgb16').png().toBuffer()
    ],
    [
      'progressive JPEG',
      () => paint('#3060c0').jpeg({progressive: true}).toBuffer()
    ],
    [
      'PNG with alpha',
      () => paint('#3060c0').ensureAlpha(0.5).png().toBuffer()
    ],
    ['WebP', () => paint('#3060c0').webp().toBuffer()]
  ] as const)('should take a %s', async ([, make]) => {
    const made = await separate(await make())

    expect(made).toMatchObject({kind: 'colour', widthPx: 64, depthPx: 64})
    const [c = 0, , y = 0] = await readInks(made.value)
    expect(c).toBeGreaterThan(y)
  })

  test('should turn upright what EXIF says lies on its side', async () => {
    const side = await sharp({
      create: {width: 60, height: 30, channels: 3, background: '#3060c0'}
    })
      .jpeg()
      .withMetadata({orientation: 6})
      .toBuffer()

    expect(await separate(side)).toMatchObject({
      widthPx: 30,
      depthPx: 60,
      cropWidthPx: 30
    })
  })

  test('should take a picture of one pixel', async () => {
    const dot = await separate(await paint('#3060c0', 1).png().toBuffer())

    expect(dot).toMatchObject({widthPx: 1, depthPx: 1, cropWidthPx: 1})
  })
})
