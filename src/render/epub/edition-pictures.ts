// Pictures of an EPUB: photos and pages, recoded to what e-readers take.
//
// JPEG and PNG only, at most 4 megapixels and 1600 pixels wide. Recoding also
// leaves behind whatever else a picture file carries.

import type {Plant} from '../../model/plant.ts'
import type {Job} from '../renderer.ts'
import type {Edition} from './edition.ts'

/** A picture in the EPUB. */
export interface EditionPicture {
  id: string
  /** Path in the EPUB, from the documents. */
  href: string
  mediaType: string
  widthPx: number
  depthPx: number
  value: Uint8Array
}

/** All of them. */
export interface EditionPictures {
  /** Photos, by `src`. */
  photos: ReadonlyMap<string, EditionPicture>
  /** Printed pages, by page number. */
  pages: ReadonlyMap<number, EditionPicture>
}

const maxWidthPx = 1600
const maxPixelCount = 4_000_000

/** Make the pictures. */
export async function makeEditionPictures(
  edition: Edition,
  job: Job,
  plant: Plant
): Promise<EditionPictures> {
  const photos = new Map<string, EditionPicture>()
  for (const src of listSources(edition)) {
    const value = job.pictureFiles.get(src)
    const facts = job.pictures.get(src)
    if (!value || !facts) continue
    const id = `photo-${String(photos.size + 1).padStart(2, '0')}`
    // PNG may be see-through, and holds drawings better.
    const format = facts.mediaType === 'image/png' ? 'png' : 'jpeg'
    const {depthPx, widthPx} = facts
    const options = {format, id, quality: 82, depthPx, widthPx} as const
    photos.set(src, await convert(value, options, plant))
  }

  const pages = new Map<number, EditionPicture>()
  for (const {id, page} of edition.pages) {
    const raster = job.pageImages.get(page.pageNumber)
    if (!raster) continue
    const {depthPx, value, widthPx} = raster
    const format = 'jpeg'
    const options = {format, id: `${id}-print`, quality: 72, depthPx, widthPx}
    pages.set(
      page.pageNumber,
      await convert(value, {...options, format}, plant)
    )
  }
  return {photos, pages}
}

// Each once, as they are met.
function listSources(edition: Edition): ReadonlySet<string> {
  const sources = new Set<string>()
  for (const {story} of edition.articles) {
    const body = story.children.find((child) => child.type === 'body')
    for (const node of body?.children ?? []) {
      if (node.type !== 'figure' || node.isMissing || !node.src) continue
      sources.add(node.src)
    }
  }
  return sources
}

interface ConvertOptions {
  id: string
  format: 'jpeg' | 'png'
  quality: number
  widthPx: number
  depthPx: number
}

async function convert(
  value: Uint8Array,
  options: ConvertOptions,
  plant: Plant
): Promise<EditionPicture> {
  const {format, id, quality} = options
  const ratio = options.widthPx / options.depthPx
  const roomPx = Math.floor(Math.sqrt(maxPixelCount * ratio))
  const converted = await plant.convertPicture(value, {
    widthPx: Math.max(1, Math.min(maxWidthPx, roomPx, options.widthPx)),
    format,
    quality
  })
  const {depthPx, widthPx} = await plant.inspectPicture(converted)
  const extension = format === 'png' ? 'png' : 'jpg'
  return {
    id,
    href: `image/${id}.${extension}`,
    mediaType: `image/${format}`,
    widthPx,
    depthPx,
    value: converted
  }
}
