// Pictures: looked at, turned upright, cropped and recoded with sharp.
// Whatever can't be decoded to its last pixel is refused.

import sharp, {type Metadata, type Sharp} from 'sharp'
import type {InspectedPicture, PictureOptions} from '../model/plant.ts'
import {RefusedPicture} from '../model/refused-picture.ts'
import {nameForeign} from './name-foreign.ts'
import {readPlates} from './read-plates.ts'
import {writeCmykTiff} from './write-cmyk-tiff.ts'

/** Pixels at most; a larger picture is refused before it is decoded. */
const mostPixels = 120_000_000

const mediaTypes: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  tiff: 'image/tiff'
}

// Same bytes on every machine, whatever its cores.
sharp.concurrency(1)
sharp.cache(false)

/** Read a picture's size and kind. */
export async function inspectPicture(
  value: Uint8Array
): Promise<InspectedPicture> {
  const foreign = nameForeign(value)
  if (foreign) throw new RefusedPicture(foreign.name, foreign.fix)
  const metadata = await readHead(value)
  const {format, height, pages = 1, width} = metadata
  if (width * height > mostPixels) {
    throw new RefusedPicture(
      `${width} × ${height} pixels, more than ${mostPixels / 1e6} million`,
      'Make it smaller: a whole page at 300 pixels an inch has some 30 million.'
    )
  }
  const mediaType = mediaTypes[format]
  if (!mediaType) {
    throw new RefusedPicture(`format ${format}`, 'Save it as JPEG or PNG.')
  }
  if (pages > 1) {
    throw new RefusedPicture(
      `${pages} pictures in one file, and paper shows one`,
      'Save the one you mean as JPEG.'
    )
  }
  const doubt = await findDoubt(value)
  const {autoOrient} = metadata
  return {
    widthPx: autoOrient.width,
    depthPx: autoOrient.height,
    mediaType,
    ...(metadata.space === 'cmyk' && !metadata.icc
      ? {isUntaggedCmyk: true}
      : {}),
    ...(doubt === undefined ? {} : {doubt})
  }
}

// A header may promise more pixels than any machine can hold: it is read
// without a limit, so that the size can be told, and nothing is decoded.
async function readHead(value: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(value, {limitInputPixels: false}).metadata()
  } catch (error) {
    const reason = toReason(error)
    throw new RefusedPicture(
      /unsupported image format/.test(reason)
        ? 'no picture format that we know'
        : `a damaged file: ${reason}`,
      'Export the picture again as JPEG.'
    )
  }
}

// The header may be whole and the rest not; and a decoder may get to the end
// with something to say about the way.
async function findDoubt(value: Uint8Array): Promise<string | undefined> {
  const doubt = await readAll(openPicture(value, 'warning')).then(
    () => undefined,
    toReason
  )
  if (doubt === undefined) return undefined
  try {
    await readAll(openPicture(value))
    return doubt
  } catch (error) {
    throw new RefusedPicture(
      `a file that is damaged or breaks off: ${toReason(error)}`,
      'Copy the file again from its source; what is there is not all of it.'
    )
  }
}

// All of a file is read to make a very small picture of it, and decoders do
// that in a tenth of the time that its statistics take.
async function readAll(image: Sharp): Promise<void> {
  await image.resize({width: 8}).raw().toBuffer()
}

function toReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => line.trim())
  return [...new Set(lines)]
    .filter((line) => line !== '')
    .slice(0, 2)
    .join(', ')
}

/** Make a cropped, smaller or recoded copy. */
export async function convertPicture(
  file: Uint8Array,
  options: PictureOptions
): Promise<Uint8Array> {
  const {card, inkProfile, outline, widthPx} = options
  const value = inkProfile ? await nameInks(file, inkProfile) : file
  let image = openPicture(value).autoOrient()
  if (outline) image = await cutOut(value, outline)
  else if (options.crop) image = await crop(value, options.crop)

  image = image
    .resize({width: Math.max(1, Math.round(widthPx)), withoutEnlargement: true})
    .toColourspace('srgb')
  if (card) image = await layOn(image, card)
  return new Uint8Array(await encode(image, options).toBuffer())
}

// sharp takes inks that don't say for which press for those of a profile of its
// own; what is to be printed on ours is shown as ours prints it.
async function nameInks(
  value: Uint8Array,
  profile: Uint8Array
): Promise<Uint8Array> {
  const {icc, space} = await openPicture(value).metadata()
  if (space !== 'cmyk' || icc) return value
  const plates = await readPlates(openPicture(value).autoOrient())
  return writeCmykTiff(plates, profile)
}

type Ratios = NonNullable<PictureOptions['crop']>

async function crop(value: Uint8Array, ratios: Ratios): Promise<Sharp> {
  const {autoOrient} = await openPicture(value).metadata()
  return openPicture(value).autoOrient().extract(toPixels(ratios, autoOrient))
}

/** Turn ratios of a picture into pixels; at least one is left. */
export function toPixels(
  ratios: Ratios,
  {height, width}: {height: number; width: number}
): {left: number; top: number; width: number; height: number} {
  const left = Math.min(width - 1, Math.round(ratios.xRatio * width))
  const top = Math.min(height - 1, Math.round(ratios.yRatio * height))
  return {
    left,
    top,
    width: clamp(Math.round(ratios.widthRatio * width), width - left),
    height: clamp(Math.round(ratios.depthRatio * height), height - top)
  }
}

function clamp(value: number, most: number): number {
  return Math.max(1, Math.min(most, value))
}

// What the outline leaves out is painted over, after the cut to its bounds.
async function cutOut(
  value: Uint8Array,
  outline: NonNullable<PictureOptions['outline']>
): Promise<Sharp> {
  const {data, info} = await decode(value)
  const {height, width} = info
  const xs = outline.map(({xRatio}) => xRatio)
  const ys = outline.map(({yRatio}) => yRatio)
  const bounds = {
    xRatio: Math.min(...xs),
    yRatio: Math.min(...ys),
    widthRatio: Math.max(...xs) - Math.min(...xs),
    depthRatio: Math.max(...ys) - Math.min(...ys)
  }
  const part = toPixels(bounds, info)
  const corners = outline.map(
    ({xRatio, yRatio}) =>
      `${(xRatio * width - part.left).toFixed(2)},${(yRatio * height - part.top).toFixed(2)}`
  )
  const frame = `M0,0H${part.width}V${part.height}H0Z`
  const mask = `<svg xmlns="http://www.w3.org/2000/svg" width="${part.width}" height="${part.height}"><path fill="#fff" fill-rule="evenodd" d="${frame}M${corners.join('L')}Z"/></svg>`
  const raw = {width, height, channels: 3 as const}
  const cut = await sharp(data, {raw})
    .extract(part)
    .composite([{input: Buffer.from(mask)}])
    .removeAlpha()
    .raw()
    .toBuffer()
  return sharp(cut, {raw: {...raw, width: part.width, height: part.height}})
}

interface Decoded {
  data: Buffer
  info: {height: number; width: number}
}

// Many stories are cut out of one page: it is decoded once.
let lastDecoded: {from: Uint8Array; value: Promise<Decoded>} | undefined

function decode(value: Uint8Array): Promise<Decoded> {
  if (lastDecoded?.from !== value) {
    const image = openPicture(value)
      .autoOrient()
      .flatten({background: '#ffffff'})
    const decoded = image
      .toColourspace('srgb')
      .raw()
      .toBuffer({resolveWithObject: true})
    lastDecoded = {from: value, value: decoded}
  }
  return lastDecoded.value
}

// Pipelines of sharp do things in an order of their own: one for each step.
async function layOn(
  image: Sharp,
  {color, depthPx, marginPx, widthPx}: NonNullable<PictureOptions['card']>
): Promise<Sharp> {
  const most = {width: widthPx - 2 * marginPx, height: depthPx - marginPx}
  const narrow = await image
    .flatten({background: '#ffffff'})
    .resize({width: most.width, withoutEnlargement: true})
    .raw()
    .toBuffer({resolveWithObject: true})
  const {channels, height, width} = narrow.info
  const rowBytes = width * channels
  const shown = Math.min(height, most.height)
  const ground = sharp({
    create: {width: widthPx, height: depthPx, channels: 3, background: color}
  })
  const laid = ground.composite([
    {
      input: narrow.data.subarray(0, shown * rowBytes),
      raw: {width, height: shown, channels},
      left: Math.round((widthPx - width) / 2),
      top: marginPx
    }
  ])
  const {data, info} = await laid
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  return sharp(data, {
    raw: {width: info.width, height: info.height, channels: info.channels}
  })
}

function encode(image: Sharp, {format, quality}: PictureOptions): Sharp {
  const settings = quality === undefined ? {} : {quality}
  switch (format) {
    case 'jpeg':
      return image
        .flatten({background: '#ffffff'})
        .jpeg({...settings, mozjpeg: false})
    case 'webp':
      return image.webp(settings)
    case 'png':
      return image.png()
  }
}

/** Open a picture; what can't be decoded to its last pixel is refused. */
export function openPicture(
  value: Uint8Array,
  failOn: 'error' | 'warning' = 'error'
): Sharp {
  return sharp(value, {failOn, limitInputPixels: mostPixels})
}
