// A page's picture in the report.

import type {RasterOptions} from '../model/plant.ts'

/** How it is drawn, or made of a larger one. */
export const reportPicture: RasterOptions = {
  widthPx: 900,
  format: 'jpeg',
  quality: 80
}
