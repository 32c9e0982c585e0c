// Pages drawn by threads: all of them, in their order, whoever draws them.

import {PDFDocument, rgb} from '@cantoo/pdf-lib'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {openRasterizer} from '../../src/plant/rasterize-pdf.ts'

const options = {widthPx: 40, format: 'png'} as const

/** Make pages of one gray each: the first is the darkest. */
async function makePdf(pageCount: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let index = 0; index < pageCount; index++) {
    const gray = index / 10
    const page = document.addPage([100.4, 150])
    const color = rgb(gray, gray, gray)
    page.drawRectangle({x: 0, y: 0, width: 101, height: 150, color})
  }
  return document.save()
}

describe('openRasterizer', () => {
  test.for([1, 7])('should draw %i pages in their order', async (pageCount) => {
    const rasterizer = openRasterizer()
    const pdf = await makePdf(pageCount)
    const first = await rasterizer.rasterize(pdf, {...options, pageCount})
    rasterizer.prepare()
    const again = await rasterizer.rasterize(pdf, options)

    const grays: Array<number> = []
    for (const {depthPx, value, widthPx} of first) {
      expect([widthPx, depthPx]).toEqual([40, 60])
      const {channels} = await sharp(value).stats()
      grays.push(Math.round((channels[0]?.mean ?? 0) / 25.5))
    }
    expect(grays).toEqual(Array.from({length: pageCount}, (_, index) => index))
    expect(again).toEqual(first)
    await rasterizer.close()
  })

  test('should say when there is nothing to draw', async () => {
    const rasterizer = openRasterizer()
    const pdf = new TextEncoder().encode('no document')
    await expect(rasterizer.rasterize(pdf, options)).rejects.toThrow(/./)
  })
})
