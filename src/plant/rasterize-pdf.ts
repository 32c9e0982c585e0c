// Pages of a PDF as pictures, by PDFium.

import {PDFiumLibrary} from '@hyzyla/pdfium'
import sharp from 'sharp'
import type {RasterOptions, RasterPage} from '../model/plant.ts'

/** Turn every page of a PDF into a picture. */
export async function rasterizePdf(
  pdf: Uint8Array,
  options: RasterOptions
): Promise<Array<RasterPage>> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const pages: Array<RasterPage> = []
    for (const page of document.pages()) {
      // Both sides by ourselves: by `scale`, the library cuts the page to whole
      // points first, and pictures get other proportions than their pages.
      const {originalHeight, originalWidth} = page.getOriginalSize()
      const {data, height, width} = await page.render({
        scale: 1,
        width: options.widthPx,
        height: Math.round((options.widthPx * originalHeight) / originalWidth),
        render: 'bitmap'
      })
      const value = await encode(data, width, height, options)
      pages.push({widthPx: width, depthPx: height, value})
    }
    document.destroy()
    return pages
  } finally {
    library.destroy()
  }
}

async function encode(
  data: Uint8Array,
  width: number,
  height: number,
  {format, quality}: RasterOptions
): Promise<Uint8Array> {
  const image = sharp(data, {raw: {width, height, channels: 4}}).flatten({
    background: '#ffffff'
  })
  const settings = quality === undefined ? {} : {quality}
  const coded =
    format === 'jpeg'
      ? image.jpeg({...settings, chromaSubsampling: '4:4:4'})
      : format === 'webp'
        ? image.webp(settings)
        : image.png()
  return new Uint8Array(await coded.toBuffer())
}
