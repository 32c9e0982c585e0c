// Pictures in the sizes screens ask for: a page from a thumbnail to three times
// a phone's width, a photo as WebP with a JPEG for those who can't read that.

import type {PictureTable} from '../../model/picture.ts'
import type {Plant, RasterPage} from '../../model/plant.ts'
import type {OutputFile} from '../renderer.ts'
import {findFigures} from './find-figures.ts'
import {toPageZones, type PageZone} from './page-zones.ts'
import type {IssuePlan} from './issue-plan.ts'

/** A picture in one size. */
export interface SizedPicture {
  /** Path from the folder of the site. */
  path: string
  widthPx: number
  depthPx: number
}

/** A picture of the copy. */
export interface SizedPhoto {
  /** As WebP, smallest first; never empty. */
  sizes: ReadonlyArray<SizedPicture>
  /** As JPEG. */
  fallback: SizedPicture
}

/** A story cut out of the printed page. */
export interface Clipping extends SizedPicture {
  pageNumber: number
}

/** Every picture of an issue. */
export interface IssuePictures {
  /** Pages by number, smallest first; the first is the thumbnail. */
  pages: ReadonlyMap<number, ReadonlyArray<SizedPicture>>
  /** Photos by the folder of their story, then by their `src`. */
  photos: ReadonlyMap<string, ReadonlyMap<string, SizedPhoto>>
  /** Stories as printed by their folder, in the order of their parts. */
  clippings: ReadonlyMap<string, ReadonlyArray<Clipping>>
  /** Cards to share a story with, by its folder: its clipping on a ground. */
  cards: ReadonlyMap<string, SizedPicture>
  /** The first page as JPEG. */
  cover?: SizedPicture
}

/** The pictures of an issue and their files. */
export interface SizedPictures extends IssuePictures {
  files: ReadonlyArray<OutputFile>
}

/** Where pictures come from. */
export interface PictureSources {
  pageImages: ReadonlyMap<number, RasterPage>
  pictures: PictureTable
  pictureFiles: ReadonlyMap<string, Uint8Array>
}

/** What links in messages are shown with; the size is what readers expect. */
const card = {
  widthPx: 1200,
  depthPx: 630,
  marginPx: 40,
  color: '#8f8778'
} as const
const clippingWidthPx = 1600
const coverWidthPx = 800
// 1200 is a phone's width at three times the pixels; the last is for zoom.
const pageWidthsPx = [320, 800, 1200, 1474, 2948] as const
const photoWidthsPx = [640, 1280] as const
const quality = 80
/** Of pages seen as a whole: two thirds of the bytes, and read as well. */
const overviewQuality = 70

/** Make the pictures of a site. */
export async function makeSizedPictures(
  plan: IssuePlan,
  sources: PictureSources,
  plant: Plant
): Promise<SizedPictures> {
  const files: Array<OutputFile> = []
  const pages = new Map<number, Array<SizedPicture>>()
  const photos = new Map<string, Map<string, SizedPhoto>>()

  for (const {folder, page} of plan.pages) {
    const image = sources.pageImages.get(page.pageNumber)
    if (!image) continue
    const sizes = pageWidthsPx.map((widthPx) =>
      toSize(`${folder}/page`, image, widthPx, 'webp')
    )
    const made = dropEqual(sizes)
    for (const size of made) {
      const isOverview = size.widthPx < (made.at(-1)?.widthPx ?? 0)
      files.push(
        await convert(image.value, size, 'webp', plant, {
          ...(isOverview && {quality: overviewQuality})
        })
      )
    }
    pages.set(page.pageNumber, made)
  }

  for (const {folder, story} of plan.stories) {
    const ofStory = new Map<string, SizedPhoto>()
    for (const {src} of findFigures(story)) {
      const facts = src === undefined ? undefined : sources.pictures.get(src)
      const file = src === undefined ? undefined : sources.pictureFiles.get(src)
      if (src === undefined || !facts || !file || ofStory.has(src)) continue
      const base = `${folder}/photo-${ofStory.size + 1}`
      const sizes = dropEqual(
        photoWidthsPx.map((widthPx) => toSize(base, facts, widthPx, 'webp'))
      )
      const fallback = toSize(base, facts, photoWidthsPx[1], 'jpg')
      for (const size of sizes) {
        files.push(await convert(file, size, 'webp', plant))
      }
      files.push(await convert(file, fallback, 'jpeg', plant))
      ofStory.set(src, {sizes, fallback})
    }
    photos.set(folder, ofStory)
  }

  const clippings = new Map<string, Array<Clipping>>()
  const cards = new Map<string, SizedPicture>()
  for (const {folder, page, story} of plan.stories) {
    const made = await makeClippings(
      plan,
      {folder, slug: story.slug},
      {
        sources,
        plant
      }
    )
    if (made.clippings.length > 0) clippings.set(folder, made.clippings)
    if (made.card && !page.isNumberUnknown) cards.set(folder, made.card)
    files.push(...made.files)
  }
  const front = plan.pages[0]?.page.pageNumber ?? 0
  const frontImage = sources.pageImages.get(front)
  if (!frontImage) return {pages, photos, clippings, cards, files}
  const cover = {
    ...toSize('cover', frontImage, coverWidthPx, 'jpg'),
    path: 'cover.jpg'
  }
  files.push(await convert(frontImage.value, cover, 'jpeg', plant))
  return {pages, photos, clippings, cards, cover, files}
}

interface MadeClippings {
  clippings: Array<Clipping>
  card?: SizedPicture
  files: Array<OutputFile>
}

async function makeClippings(
  {pages}: IssuePlan,
  {folder, slug}: {folder: string; slug: string},
  {plant, sources}: {plant: Plant; sources: PictureSources}
): Promise<MadeClippings> {
  const made: MadeClippings = {clippings: [], files: []}
  for (const part of ['whole', 'start', 'rest'] as const) {
    for (const {layout, page} of pages) {
      const image = sources.pageImages.get(page.pageNumber)
      const zone = (layout ? toPageZones(layout) : []).find(
        (candidate) => candidate.slug === slug && candidate.part === part
      )
      if (!image || !zone || zone.points.length < 3) continue
      const {points} = zone
      const size = measureClipping(points, image)
      const path = `${folder}/clipping-p${page.pageNumber}.jpg`
      const isFirst = made.clippings.length === 0
      made.clippings.push({pageNumber: page.pageNumber, path, ...size})
      const value = await plant.convertPicture(image.value, {
        outline: points,
        widthPx: size.widthPx,
        format: 'jpeg',
        quality
      })
      made.files.push({path: `web/${path}`, value})
      if (!isFirst) continue
      const {depthPx, widthPx} = card
      made.card = {path: `${folder}/card.jpg`, widthPx, depthPx}
      made.files.push({
        path: `web/${made.card.path}`,
        value: await plant.convertPicture(value, {
          widthPx,
          card,
          format: 'jpeg',
          quality
        })
      })
    }
  }
  return made
}

function measureClipping(
  points: PageZone['points'],
  image: RasterPage
): {widthPx: number; depthPx: number} {
  const xs = points.map(({xRatio}) => xRatio)
  const ys = points.map(({yRatio}) => yRatio)
  const widthPx = Math.round(
    (Math.max(...xs) - Math.min(...xs)) * image.widthPx
  )
  const depthPx = (Math.max(...ys) - Math.min(...ys)) * image.depthPx
  const shownPx = Math.max(1, Math.min(clippingWidthPx, widthPx))
  return {
    widthPx: shownPx,
    depthPx: Math.max(1, Math.round((depthPx * shownPx) / Math.max(1, widthPx)))
  }
}

// Never larger than the picture is.
function toSize(
  base: string,
  picture: {widthPx: number; depthPx: number},
  widthPx: number,
  extension: 'jpg' | 'webp'
): SizedPicture {
  const width = Math.min(widthPx, picture.widthPx)
  return {
    path: `${base}-${width}.${extension}`,
    widthPx: width,
    depthPx: Math.max(
      1,
      Math.round((picture.depthPx * width) / picture.widthPx)
    )
  }
}

function dropEqual(sizes: ReadonlyArray<SizedPicture>): Array<SizedPicture> {
  return sizes.filter(
    ({path}, index) => sizes.findIndex((size) => size.path === path) === index
  )
}

async function convert(
  value: Uint8Array,
  {path, widthPx}: SizedPicture,
  format: 'jpeg' | 'webp',
  plant: Plant,
  more: {quality?: number} = {}
): Promise<OutputFile> {
  const options = {widthPx, format, quality, ...more}
  return {
    path: `web/${path}`,
    value: await plant.convertPicture(value, options)
  }
}
