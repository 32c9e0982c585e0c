// The files a sheet shows: pictures cropped and cut down to size, and ornaments.
//
// Paper is asked for no more detail than a screen can show of it, so the whole
// issue stays small enough to send.

import type {ComposedPage, Ornament, PaintedPicture} from '../model/page.ts'
import type {Plant, SheetResource} from '../model/plant.ts'
import {cleanSvg} from './clean-svg.ts'
import {findMarks} from './find-marks.ts'
import {toOrnamentPath, toPicturePath} from './sheet-mark.ts'

/** Where the files come from. */
export interface FileSources {
  /** Bytes of each picture, by `src`. */
  pictureFiles: ReadonlyMap<string, Uint8Array>
  /** Files of each template's folder, by template name, then path. */
  templateFiles: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>
  /** Name of each page's template, by page number. */
  templates: ReadonlyMap<number, string>
}

/** Pixels of a picture for each inch on paper, at most. */
const resolutionPpi = 220

/** Gather what the pages show, by its path on the sheet. */
export async function gatherFiles(
  pages: ReadonlyArray<ComposedPage>,
  sources: FileSources,
  plant: Plant
): Promise<Map<string, SheetResource>> {
  const files = new Map<string, SheetResource>()
  const pictures = new Map<string, PaintedPicture>()

  for (const page of pages) {
    const template = sources.templates.get(page.pageNumber) ?? ''
    for (const mark of findMarks(page.children)) {
      if (mark.type === 'picture') {
        pictures.set(toPicturePath(mark), mark)
      } else if (mark.type === 'ornament') {
        const path = toOrnamentPath(mark, template)
        files.set(path, readOrnament(mark, template, sources))
      }
    }
  }

  // All at once: the machine has its own queue for pictures.
  const converted = await Promise.all(
    [...pictures].map(async ([path, picture]) => {
      const file = await convert(picture, sources, plant)
      return [path, file] as const
    })
  )
  for (const [path, file] of converted) files.set(path, file)
  return files
}

async function convert(
  picture: PaintedPicture,
  sources: FileSources,
  plant: Plant
): Promise<SheetResource> {
  const {crop, src, widthPt} = picture
  const widthPx = Math.ceil((widthPt / 72) * resolutionPpi)
  const file = sources.pictureFiles.get(src)
  if (!file) {
    throw new TypeError(`Unexpected picture \`${src}\`, expected a file`)
  }

  const value = await plant.convertPicture(file, {
    crop,
    widthPx,
    format: 'jpeg',
    quality: 85
  })
  return {mediaType: 'image/jpeg', value}
}

function readOrnament(
  ornament: Ornament,
  template: string,
  sources: FileSources
): SheetResource {
  const file = sources.templateFiles.get(template)?.get(ornament.src)
  if (!file) {
    throw new TypeError(
      `Unexpected ornament \`${ornament.src}\`, expected a file of template \`${template}\``
    )
  }

  const svg = cleanSvg(new TextDecoder().decode(file))
  return {mediaType: 'image/svg+xml', value: new TextEncoder().encode(svg)}
}
