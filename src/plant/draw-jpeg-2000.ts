// A page of a PDF as JPEG 2000: drawn by PDFium, coded by OpenJPEG, which runs
// as WebAssembly and is loaded when it is first used.
//
// Coded as the National Digital Newspaper Program has it: tiles of 1024 pixels,
// 9/7 wavelet, six decompositions, 25 layers, resolution first (RLCP), an eighth
// of the size. The codec makes no tiles: each is coded by itself, which takes
// little memory, and stitched. It can't leave out the coder's passes (bypass).

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {OpenJpeg} from '@cornerstonejs/codec-openjpeg/wasmjs'
import type {DrawJpeg2000} from '../model/jpeg-2000.ts'
import {stitchTiles, tileSidePx} from './stitch-tiles.ts'
import {wrapJp2} from './wrap-jp2.ts'

/**
 * What a page takes as it is, over what it takes when read up to a layer: from a
 * five-hundredth to an eighth, in even steps of quality.
 */
const compressionRatios = [
  512, 431, 362, 320, 256, 215, 181, 160, 128, 107, 91, 80, 64, 53.3, 45.7,
  38.1, 32, 26.7, 22.9, 20, 16, 13.3, 11.4, 9.5, 8
]
const mostDecompositions = 6

/** Pixels to code, channel beside channel. */
interface Raster {
  widthPx: number
  depthPx: number
  channelCount: number
}

/** The codec, and what it had to say. */
interface Codec {
  open: OpenJpeg
  said: Array<string>
}

let started: Promise<Codec> | undefined

/** Draw the only page of a PDF. */
export const drawJpeg2000: DrawJpeg2000 = async (
  pdf,
  {resolutionPpi, widthPx}
) => {
  const {openRasterizer} = await import('./rasterize-pdf.ts')
  const [page] = await openRasterizer().rasterize(pdf, {
    widthPx,
    format: 'png',
    pageCount: 1
  })
  if (!page) throw new TypeError('Unexpected PDF without a page, expected one')
  const {default: sharp} = await import('sharp')
  const pixels = await sharp(page.value).removeAlpha().raw().toBuffer()
  const facts = {widthPx: page.widthPx, depthPx: page.depthPx, resolutionPpi}
  const grey = toGrey(pixels)
  const channelCount = grey ? 1 : 3
  const stream = await encode(grey ?? pixels, {...facts, channelCount})
  return {
    widthPx: page.widthPx,
    depthPx: page.depthPx,
    value: wrapJp2(stream, {...facts, channelCount})
  }
}

/** Keep one channel of pixels without colour; `undefined` where one has. */
function toGrey(pixels: Uint8Array): Uint8Array | undefined {
  const grey = new Uint8Array(pixels.length / 3)
  for (let at = 0; at < pixels.length; at += 3) {
    const red = pixels[at] ?? 0
    if (red !== pixels[at + 1] || red !== pixels[at + 2]) return undefined
    grey[at / 3] = red
  }
  return grey
}

async function encode(pixels: Uint8Array, facts: Raster): Promise<Uint8Array> {
  const codec = await (started ??= start())
  const {channelCount, depthPx, widthPx} = facts
  const tiles: Array<Uint8Array> = []
  for (let top = 0; top < depthPx; top += tileSidePx) {
    for (let left = 0; left < widthPx; left += tileSidePx) {
      const tile = {
        channelCount,
        widthPx: Math.min(tileSidePx, widthPx - left),
        depthPx: Math.min(tileSidePx, depthPx - top)
      }
      const rowLength = tile.widthPx * channelCount
      const part = new Uint8Array(rowLength * tile.depthPx)
      for (let row = 0; row < tile.depthPx; row++) {
        const at = ((top + row) * widthPx + left) * channelCount
        part.set(pixels.subarray(at, at + rowLength), row * rowLength)
      }
      tiles.push(encodeTile(part, tile, codec))
    }
  }
  return stitchTiles({widthPx, depthPx, tiles})
}

function encodeTile(
  pixels: Uint8Array,
  facts: Raster,
  {open, said}: Codec
): Uint8Array {
  said.length = 0
  const encoder = new open.J2KEncoder()
  try {
    encoder
      .getDecodedBuffer({
        width: facts.widthPx,
        height: facts.depthPx,
        bitsPerSample: 8,
        componentCount: facts.channelCount,
        isSigned: false,
        isUsingColorTransform: facts.channelCount > 1
      })
      .set(pixels)
    encoder.setQuality(false, compressionRatios.length)
    for (const [layer, ratio] of compressionRatios.entries()) {
      encoder.setCompressionRatio(layer, ratio)
    }
    const leastSidePx = Math.min(facts.widthPx, facts.depthPx)
    encoder.setDecompositions(
      Math.min(mostDecompositions, Math.floor(Math.log2(leastSidePx)))
    )
    encoder.setProgressionOrder(1)
    encoder.encode()
    const stream = encoder.getEncodedBuffer().slice()
    // The codec does not say that it failed; the end of its stream does.
    const isWhole = stream.at(-2) === 0xff && stream.at(-1) === 0xd9
    if (!isWhole) throw new Error(said.join(' ') || 'no end of the stream')
    return stream
  } catch (error) {
    throw new Error(
      `A part of a page, ${facts.widthPx} × ${facts.depthPx} pixels, could not be coded as JPEG 2000`,
      {cause: error}
    )
  } finally {
    encoder.delete()
  }
}

async function start(): Promise<Codec> {
  const {resolve} = createRequire(import.meta.url)
  const {default: startOpenJpeg} =
    await import('@cornerstonejs/codec-openjpeg/wasmjs')
  const said: Array<string> = []
  const open = await startOpenJpeg({
    wasmBinary: await fs.readFile(
      resolve('@cornerstonejs/codec-openjpeg/wasm')
    ),
    print: (line) => said.push(line),
    printErr: (line) => said.push(line)
  })
  return {open, said}
}
