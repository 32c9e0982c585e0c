// The plant: all machines of the press behind one door. Each is a large package
// of its own and is loaded when it is first used: a run without pictures, or
// without a browser, does not wait for one.

import type {Plant} from '../model/plant.ts'
import type {BrowserKeeper} from './browser.ts'
import type {FoundBrowser} from './find-browser.ts'
import {relieveMoment} from './relieve-memory.ts'
import {takeTurns} from './take-turns.ts'
import type {Rasterizer} from './rasterize-pdf.ts'

export {drawJpeg2000} from './draw-jpeg-2000.ts'
export {openDisk, writeWhole, type DiskOptions} from './disk.ts'
export {openShelf, type ShelfOptions} from './shelf.ts'
export {relieveMemory} from './relieve-memory.ts'
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

/** Pictures being separated at a time: each is in memory several times. */
const mostSeparations = 1

/** Open the plant; the browser starts when printing is expected, or asked for. */
export function openPlant(options: PlantOptions = {}): OpenPlant {
  let keeper: Promise<BrowserKeeper> | undefined
  let rasterizer: Promise<Rasterizer> | undefined
  const turn = takeTurns(mostSeparations)
  const loadPictures = () => import('./pictures.ts')

  return {
    expectPrinting: () => {
      const started = keep().then(({start}) => start())
      started.catch(() => undefined)
    },
    expectDrawing: () => {
      keepRasterizer().then(
        (opened) => opened.prepare(),
        () => undefined
      )
    },
    printPdf: async (sheet) => {
      const {printPdf} = await import('./print-pdf.ts')
      return (await keep()).use((browser) => printPdf(browser, sheet))
    },
    rasterizePdf: async (...request) =>
      (await keepRasterizer()).rasterize(...request),
    inspectPicture: async (value) =>
      (await loadPictures()).inspectPicture(value),
    convertPicture: async (...request) =>
      (await loadPictures()).convertPicture(...request),
    separatePicture: (...request) =>
      turn(async () => {
        const {separatePicture} = await import('./separate-picture.ts')
        const separated = await separatePicture(...request)
        relieveMoment()
        return separated
      }),
    describe: async () => (await keep()).describe(),
    close: async () => {
      await (await rasterizer)?.close()
      await (await keeper)?.close()
    }
  }

  function keepRasterizer(): Promise<Rasterizer> {
    rasterizer ??= import('./rasterize-pdf.ts').then(({openRasterizer}) =>
      openRasterizer()
    )
    return rasterizer
  }

  function keep(): Promise<BrowserKeeper> {
    keeper ??= import('./browser.ts').then(({keepBrowser}) =>
      keepBrowser(options.browserPath)
    )
    return keeper
  }
}
