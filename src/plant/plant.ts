// The plant: all machines of the press behind one door.

import type {Plant} from '../model/plant.ts'
import {keepBrowser} from './browser.ts'
import type {FoundBrowser} from './find-browser.ts'
import {convertPicture, inspectPicture} from './pictures.ts'
import {printPdf} from './print-pdf.ts'
import {rasterizePdf} from './rasterize-pdf.ts'
import {separatePicture} from './separate-picture.ts'

export {openDisk, writeWhole, type DiskOptions} from './disk.ts'
export {openShelf, type ShelfOptions} from './shelf.ts'
export {openSiteDisk} from './site-disk.ts'

/** How to open the plant. */
export interface PlantOptions {
  /** Browser to print with (default: what is found). */
  browserPath?: string
}

/** Machines that run until they are closed. */
export interface OpenPlant extends Plant {
  /** Say which browser works here; starts it. */
  describe(): Promise<FoundBrowser & {version: string}>
  close(): Promise<void>
}

/** Open the plant; the browser starts when something is printed. */
export function openPlant(options: PlantOptions = {}): OpenPlant {
  const keeper = keepBrowser(options.browserPath)
  return {
    printPdf: (sheet) => keeper.use((browser) => printPdf(browser, sheet)),
    rasterizePdf,
    inspectPicture,
    convertPicture,
    separatePicture,
    describe: keeper.describe,
    close: keeper.close
  }
}
