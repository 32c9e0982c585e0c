// The plates of a CMYK picture, as they are: no profile has a say.

import type {Sharp} from 'sharp'
import type {InkPixels} from './write-cmyk-tiff.ts'

/** Read the plates of a picture of inks. */
export async function readPlates(image: Sharp): Promise<InkPixels> {
  const {data, info} = await image
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true})
  return {widthPx: info.width, depthPx: info.height, value: data}
}
