// The proof desk: looks at finished pages and finished files, and says what
// must not be printed like that. It changes nothing.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../model/page.ts'
import {checkBrokenOutput} from './output/broken-output.ts'
import {checkPageCount} from './output/page-count.ts'
import {checkMissingPicturePrinted} from './page/missing-picture-printed.ts'
import {checkModuleOverlap} from './page/module-overlap.ts'
import {checkOutsideTypeArea} from './page/outside-type-area.ts'
import {checkOversetStory} from './page/overset-story.ts'
import {checkShortModule} from './page/short-module.ts'

export {preflightRules} from './rules.ts'

/** Files that notes go on. */
export interface ProofFiles {
  /** What the issue was read from; for notes that are about no story. */
  issue: VFile
  /** Manuscripts, by slug. */
  stories: ReadonlyMap<string, VFile>
}

/** What was made, to be looked at. */
export interface FinishedOutputs {
  /** Files by their path in the issue's folder. */
  outputs: ReadonlyMap<string, Uint8Array | string>
  /** Pages of the issue. */
  pageCount: number
  /** Pages the rasterizer found in the PDF. */
  pdfPageCount: number
}

/**
 * Check composed pages; notes go on the stories' manuscripts.
 *
 * `limits` are the templates' by page number; what is absent is as usual.
 */
export function checkPages(
  pages: ReadonlyArray<ComposedPage>,
  files: ProofFiles,
  limits: ReadonlyMap<number, Readonly<Record<string, number>>> = new Map()
): void {
  for (const page of pages) {
    const modules = page.children.filter((node) => node.type === 'module')
    for (const [index, module] of modules.entries()) {
      const file = files.stories.get(module.slug) ?? files.issue
      const before: ReadonlyArray<ComposedModule> = modules.slice(0, index)
      checkOversetStory(module, page, file)
      checkShortModule(module, page, file, limits.get(page.pageNumber) ?? {})
      for (const first of before) checkModuleOverlap(first, module, page, file)
      checkOutsideTypeArea(module, page, file)
      checkMissingPicturePrinted(module, page, file)
    }
  }
}

/** Check finished files; notes go on `file`. */
export function checkOutputs(finished: FinishedOutputs, file: VFile): void {
  checkPageCount(finished.pdfPageCount, finished.pageCount, file)
  for (const [path, value] of finished.outputs) {
    checkBrokenOutput(path, value, file)
  }
}
