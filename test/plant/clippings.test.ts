import sharp from 'sharp'
import {expect, test} from 'vitest'
import {convertPicture} from '../../src/plant/pictures.ts'

// Left half red, right half blue.
const page = await sharp({
  create: {width: 200, height: 100, channels: 3, background: '#ff0000'}
})
  .composite([
    {
      input: {
        create: {width: 100, height: 100, channels: 3, background: '#0000ff'}
      },
      left: 100,
      top: 0
    }
  ])
  .png()
  .toBuffer()

test('should cut a story out along its outline', async () => {
  // An L: all of the left, the lower half of the right.
  const value = await convertPicture(new Uint8Array(page), {
    outline: [
      {xRatio: 0.25, yRatio: 0},
      {xRatio: 0.5, yRatio: 0},
      {xRatio: 0.5, yRatio: 0.5},
      {xRatio: 0.75, yRatio: 0.5},
      {xRatio: 0.75, yRatio: 1},
      {xRatio: 0.25, yRatio: 1}
    ],
    widthPx: 400,
    format: 'png'
  })
  const {data, info} = await sharp(value)
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const at = (x: number, y: number) => {
    const start = (y * info.width + x) * 3
    return [...data.subarray(start, start + 3)]
  }

  expect(info).toMatchObject({width: 100, height: 100})
  expect(at(10, 10)).toEqual([255, 0, 0])
  expect(at(90, 10)).toEqual([255, 255, 255])
  expect(at(90, 90)).toEqual([0, 0, 255])
})

test('should lay a picture on a card and cut what hangs over', async () => {
  const value = await convertPicture(new Uint8Array(page), {
    widthPx: 200,
    card: {widthPx: 120, depthPx: 50, marginPx: 10, color: '#00ff00'},
    format: 'png'
  })
  const {data, info} = await sharp(value)
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const at = (x: number, y: number) => {
    const start = (y * info.width + x) * 3
    return [...data.subarray(start, start + 3)]
  }

  expect(info).toMatchObject({width: 120, height: 50})
  expect(at(5, 5)).toEqual([0, 255, 0])
  expect(at(20, 49)).toEqual([255, 0, 0])
  expect(at(100, 15)).toEqual([0, 0, 255])
  expect(at(115, 49)).toEqual([0, 255, 0])
})
