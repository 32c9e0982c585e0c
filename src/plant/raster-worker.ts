// A thread that draws pages of a PDF, by PDFium, one after the other: a large
// one takes as much memory as all the rest.

import {parentPort} from 'node:worker_threads'
import {PDFiumLibrary} from '@hyzyla/pdfium'
import sharp from 'sharp'
import type {RasterOptions, RasterPage} from '../model/plant.ts'
import type {RasterMessage, RasterTask} from './rasterize-pdf.ts'

// Same bytes on every machine, whatever its cores.
sharp.concurrency(1)
sharp.cache(false)

const library = await PDFiumLibrary.init()
parentPort?.once('message', (task: RasterTask) => {
  // What is thrown ends the thread, and whoever waits for it is told.
  void drawPages(task)
})

async function drawPages({next, options, pdf}: RasterTask): Promise<void> {
  const document = await library.loadDocument(pdf)
  const pageCount = document.getPageCount()
  for (;;) {
    const index = Atomics.add(next, 0, 1)
    if (index >= pageCount) break
    const page = document.getPage(index)
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
    post({type: 'page', index, page: {widthPx: width, depthPx: height, value}})
  }
  document.destroy()
  library.destroy()
  post({type: 'end', pageCount})
}

function post(message: RasterMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have none.
  parentPort?.postMessage(message)
}

async function encode(
  data: Uint8Array,
  width: number,
  height: number,
  {format, quality}: RasterOptions
): Promise<RasterPage['value']> {
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
