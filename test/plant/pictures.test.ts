import sharp, {type Sharp} from 'sharp'
import {describe, expect, test} from 'vitest'
import {convertPicture, inspectPicture} from '../../src/plant/pictures.ts'

function make(widthPx: number, depthPx: number): Sharp {
  return sharp({
    create: {
      width: widthPx,
      height: depthPx,
      channels: 3,
      background: '#336699'
    }
  })
}

describe('inspectPicture', () => {
  test('should turn by EXIF', async () => {
    const value = await make(40, 20)
      .withMetadata({orientation: 6})
      .jpeg()
      .toBuffer()

    expect(await inspectPicture(value)).toEqual({
      widthPx: 20,
      depthPx: 40,
      mediaType: 'image/jpeg'
    })
  })

  test.for([
    ['one byte', new Uint8Array([0xff])],
    ['text', new TextEncoder().encode('no picture at all')],
    [
      'SVG',
      new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
      )
    ]
  ] as const)('should refuse %s', async ([, value]) => {
    await expect(inspectPicture(value)).rejects.toThrow()
  })

  test('should refuse a JPEG that breaks off', async () => {
    const whole = await make(300, 300).jpeg().toBuffer()

    await expect(
      inspectPicture(whole.subarray(0, whole.length / 2))
    ).rejects.toThrow()
  })
})

describe('convertPicture', () => {
  test('should crop, shrink, and give the same bytes twice', async () => {
    const value = await make(400, 200).png().toBuffer()
    const options = {
      crop: {xRatio: 0.25, yRatio: 0, widthRatio: 0.5, depthRatio: 1},
      widthPx: 100,
      format: 'jpeg',
      quality: 80
    } as const
    const first = await convertPicture(value, options)
    const second = await convertPicture(value, options)

    expect(await inspectPicture(first)).toEqual({
      widthPx: 100,
      depthPx: 100,
      mediaType: 'image/jpeg'
    })
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  test('should put transparent pictures on white', async () => {
    const value = await sharp({
      create: {
        width: 4,
        height: 4,
        channels: 4,
        background: {r: 0, g: 0, b: 0, alpha: 0}
      }
    })
      .png()
      .toBuffer()
    const jpeg = await convertPicture(value, {widthPx: 4, format: 'jpeg'})
    const {channels} = await sharp(jpeg).stats()

    expect(channels.map(({mean}) => Math.round(mean))).toEqual([255, 255, 255])
  })
})
