// Pictures: looked at, turned upright, cropped and recoded with sharp.
// Whatever can't be decoded to its last pixel is refused.

import sharp, {type Sharp} from 'sharp'
import type {InspectedPicture, PictureOptions} from '../model/plant.ts'

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
  const image = open(value)
  const metadata = await image.metadata()
  const mediaType = mediaTypes[metadata.format ?? '']
  if (!mediaType) {
    throw new Error(`format ${metadata.format ?? 'unknown'}`)
  }
  // The header may be whole and the rest not.
  await open(value).stats()
  const {height, width} = metadata.autoOrient
  return {widthPx: width, depthPx: height, mediaType}
}

/** Make a cropped, smaller or recoded copy. */
export async function convertPicture(
  value: Uint8Array,
  options: PictureOptions
): Promise<Uint8Array> {
  const {crop, format, quality, widthPx} = options
  let image = open(value).autoOrient()
  if (crop) {
    const {autoOrient} = await open(value).metadata()
    const left = Math.round(crop.xRatio * autoOrient.width)
    const top = Math.round(crop.yRatio * autoOrient.height)
    image = image.extract({
      left,
      top,
      width: Math.max(
        1,
        Math.min(
          autoOrient.width - left,
          Math.round(crop.widthRatio * autoOrient.width)
        )
      ),
      height: Math.max(
        1,
        Math.min(
          autoOrient.height - top,
          Math.round(crop.depthRatio * autoOrient.height)
        )
      )
    })
  }
  image = image
    .resize({width: Math.max(1, Math.round(widthPx)), withoutEnlargement: true})
    .toColourspace('srgb')
  const settings = quality === undefined ? {} : {quality}
  const coded =
    format === 'jpeg'
      ? image
          .flatten({background: '#ffffff'})
          .jpeg({...settings, mozjpeg: false})
      : format === 'webp'
        ? image.webp(settings)
        : image.png()
  return new Uint8Array(await coded.toBuffer())
}

function open(value: Uint8Array): Sharp {
  return sharp(value, {failOn: 'error', limitInputPixels: mostPixels})
}
