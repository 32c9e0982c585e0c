// The proof desk: looks at finished pages and finished files, and says what
// must not be printed like that. It changes nothing.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../model/page.ts'
import type {PictureTable} from '../model/picture.ts'
import {checkBrokenOutput} from './output/broken-output.ts'
import {checkPageCount} from './output/page-count.ts'
import {checkPageSize, type SizedPage} from './output/page-size.ts'
import {findHeadPlace} from './page/find-head-place.ts'
import {checkButtingHeads} from './page/butting-heads.ts'
import {checkJumpLines} from './page/jump-lines.ts'
import {checkOrphanCrosshead} from './page/orphan-crosshead.ts'
import {checkUnmarkedAdvertisement} from './page/unmarked-advertisement.ts'
import {checkMissingPicturePrinted} from './page/missing-picture-printed.ts'
import {checkModuleOverlap} from './page/module-overlap.ts'
import {checkOutsideTypeArea} from './page/outside-type-area.ts'
import {checkOversetStory} from './page/overset-story.ts'
import {checkShortModule} from './page/short-module.ts'
import {checkSoftPicture} from './page/soft-picture.ts'

export {checkCopy, type RecallProof} from './copy/check-copy.ts'
export {checkFolios} from './page/folio.ts'
import {checkWideLines} from './page/wide-line.ts'
export {
  findErrorRate,
  mostPerTenThousand,
  type ErrorRate
} from './error-rate.ts'
export {
  checkDescriptions,
  descriptionCheckVersion,
  isDescription
} from './archive/check-descriptions.ts'
export type {BagFile, DescribedBag} from './archive/described-bag.ts'
export {findAll, findOne, readXml, type Xml} from './archive/read-xml.ts'
export {bagRules} from './archive/rules.ts'
export {preflightRules} from './rules.ts'

/** What was made, to be looked at. */
export interface FinishedOutputs {
  /** Files by their path in the folder. */
  outputs: ReadonlyMap<string, Uint8Array | string>
  /** Pages of the issue. */
  pageCount: number
  /** Pages the rasterizer found in the PDF. */
  pdfPageCount: number
  /** Pages as they were composed, and as the rasterizer found them. */
  sizes?: ReadonlyArray<SizedPage>
}

/** What pages are checked by. */
export interface CheckPagesOptions {
  /** Limits of the pages' templates, by page number (default: as usual). */
  limits?: ReadonlyMap<number, Readonly<Record<string, number>>>
  /** Pictures, where they are looked at, too. */
  pictures?: PictureTable
  /**
   * Pages that have been refused as having too much copy: how much of which
   * story stands over there is chance, and is not told.
   */
  refused?: ReadonlySet<number>
}

/** Check composed pages; notes go on the manuscripts, given by path. */
export function checkPages(
  pages: ReadonlyArray<ComposedPage>,
  manuscripts: ReadonlyMap<string, VFile>,
  {limits, pictures = new Map(), refused}: CheckPagesOptions = {}
): void {
  const files = new Map(
    [...manuscripts].map(([path, file]) => [toSlug(path), file])
  )

  for (const page of pages) {
    const pageLimits = limits?.get(page.pageNumber) ?? {}
    const before: Array<ComposedModule> = []
    for (const child of page.children) {
      if (child.type !== 'module') continue
      const file = files.get(child.slug)
      if (!file) {
        throw new TypeError(
          `Unexpected module \`${child.slug}\` without a manuscript, expected one`
        )
      }
      const module = placeModule(child, file)

      if (!refused?.has(page.pageNumber)) {
        checkOversetStory(module, page, file)
      }
      checkShortModule(module, page, file, pageLimits)
      for (const first of before) {
        checkModuleOverlap(first, module, page, file)
        checkButtingHeads(first, module, page, file)
      }
      checkOrphanCrosshead(module, page, file)
      checkUnmarkedAdvertisement(module, page, file)
      checkJumpLines(module, page, pages, file)
      checkOutsideTypeArea(module, page, file)
      checkWideLines(module, page, file)
      checkMissingPicturePrinted(module, page, file)
      checkSoftPicture(module, page, pictures, file)
      before.push(module)
    }
  }
}

/** Check finished files; notes go on `file`. */
export function checkOutputs(finished: FinishedOutputs, file: VFile): void {
  checkPageCount(finished.pdfPageCount, finished.pageCount, file)
  // The press has a file for each page, or was not asked for any.
  const pressed = [...finished.outputs.keys()].filter((path) =>
    path.startsWith('press/')
  )
  if (pressed.length > 0) {
    checkPageCount(pressed.length, finished.pageCount, file)
  }
  for (const page of finished.sizes ?? []) checkPageSize(page, file)
  for (const [path, value] of finished.outputs) {
    checkBrokenOutput(path, value, file)
  }
}

// A module comes of many lines of its manuscript: it is told at its headline.
function placeModule(module: ComposedModule, file: VFile): ComposedModule {
  return {...module, position: module.position ?? findHeadPlace(file)}
}

/** A story is called like its file. */
function toSlug(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '')
}
